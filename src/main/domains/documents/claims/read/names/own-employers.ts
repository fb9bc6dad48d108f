import type { Ground } from '../../ground.ts'
import type { Word } from '../words.ts'

const LONGEST_BEFORE = 60
const LONGEST_AFTER = 40
/** Whoever did something before they came did it elsewhere; so did whoever did it after they went. */
const BEFORE = /(?:^|[^\p{L}])(?:before|until|prior|bevor|ehe|vor|bis)(?:[^\p{L}][^,.;:]*)?$/iu
const AFTER = /(?:^|[^\p{L}])(?:after|when|als|nachdem|nach)(?:[^\p{L}][^,.;:]*)?$/iu
const MOVING =
  /(?:^|[^\p{L}])(?:came|come|coming|joined|joining|moved|moving|switched|switching|left|leaving|changed|kam|wechselte|ging|verlies|verließ|stieß)(?:[^\p{L}][^,.;:]{0,24})?$/iu
const MOVED =
  /^[^,.;:]*?(?:kam|wechselte|ging|verließ|stieß|gekommen|gewechselt|gegangen|verlassen)\s*(?:bin|war)?\s*[,.;:]/u
const NAME_START = String.raw`(?:\s+(?:the|der|den|dem))?\s+(?:\p{Lu}[\p{L}&-]*\s+)*$`
const TO = new RegExp(String.raw`(?:^|[^\p{L}])(?:to|zu|zur|zum|joined|joining)${NAME_START}`, 'u')
const FROM = new RegExp(String.raw`(?:^|[^\p{L}])(?:from|von|vom|left|leaving|verließ)${NAME_START}`, 'u')

interface Place {
  readonly words: readonly Word[]
  readonly at: number
}

/** "Before I came to Nordwatt, …", "Als ich von Hollmann kam, …": the name of one of the person's own employers in a clause that says when
 *  they came or went, and nothing that they did there. Pure. */
export function isChangeOfPost({ text, ground }: { text: string; ground: Ground }, { words, at }: Place): boolean {
  const word = words[at]
  if (!word || !/^\p{Lu}/u.test(word.text) || !ground.career.employerWords.has(word.plain)) return false
  const before = text.slice(Math.max(0, word.start - LONGEST_BEFORE), word.start)
  if (!(BEFORE.test(before) && TO.test(before)) && !(AFTER.test(before) && FROM.test(before))) return false
  if (MOVING.test(before))
    return /^(?:\s+\p{Lu}[\p{L}&-]*)*\s*(?:[,.;:]|(?:in|im)\s+(?:\p{Lu}\p{L}+\s+)?\d{4}|$)/u.test(text.slice(word.end))
  return MOVED.test(text.slice(word.end, word.end + LONGEST_AFTER))
}
