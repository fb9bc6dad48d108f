import tables from '#resources/claim-words.json' with { type: 'json' }
import { readWords, type Word } from '../words.ts'

const CERTIFIED = new Set(tables.certificates.words.filter((word) => !word.startsWith('*')))
const ENDINGS = tables.certificates.words.filter((word) => word.startsWith('*')).map((word) => word.slice(1))
const JOINTS = new Set(['of', 'for', 'in', 'fur'])
/** Behind the word for certificates stands who gave it. */
const GIVERS = new Set([...JOINTS, 'from', 'by', 'the', 'des', 'der', 'von', 'vom'])
/** With a capital at the start of a sentence. */
const OPENERS = new Set([...tables.countedStops, ...tables.own])
const GERMAN = /zertifi/
const MOST_WORDS = 7
const LEGAL = new Set(tables.legal)

export interface CertificateName {
  readonly written: string
  readonly words: readonly Word[]
  /** By the word for certificates: the others may be translated. */
  readonly isGerman: boolean
}

/** The certificates that a sentence names by words with capitals around a word for certificates: "AWS Certified Solutions Architect".
 *  `words` are those that tell it from others. Pure; linear in the length of the text. */
export function readCertificateNames(text: string): CertificateName[] {
  const words = readWords(text)
  return words.flatMap((word, at) => {
    if (!isCertified(word)) return []
    const from = reach(text, { words, at, step: -1 })
    // "SnowPro-zertifizierte Data Engineer": what stands behind is the person.
    const to = text.charAt(word.start - 1) === '-' ? at : reach(text, { words, at, step: 1 })
    const own = words.slice(from, to + 1)
    const telling = own.filter(
      (one) =>
        !isCertified(one) &&
        !GIVERS.has(one.plain) &&
        !OPENERS.has(one.plain) &&
        !/^\d+$/.test(one.plain) &&
        !LEGAL.has(one.plain),
    )
    const written = text.slice(own[0]?.start, own.at(-1)?.end)
    return telling.length === 0 ? [] : [{ written, words: telling, isGerman: GERMAN.test(word.plain) }]
  })
}

function isCertified({ plain }: Word): boolean {
  return CERTIFIED.has(plain) || ENDINGS.some((ending) => plain.endsWith(ending))
}

/** The last word of the name on one side: words with a capital, and "of" between two of them. */
function reach(text: string, { words, at, step }: { words: readonly Word[]; at: number; step: 1 | -1 }): number {
  let last = at
  for (
    let next = at + step;
    Math.abs(next - at) <= MOST_WORDS && isNext(text, words, next - step, next);
    next += step
  ) {
    const word = words[next]
    if (word && /^[\p{Lu}\d]/u.test(word.text)) last = next
    else if (!word || !(step === 1 ? GIVERS : JOINTS).has(word.plain)) break
  }
  return last
}

function isNext(text: string, words: readonly Word[], one: number, other: number): boolean {
  const [first, second] = [words[Math.min(one, other)], words[Math.max(one, other)]]
  return first !== undefined && second !== undefined && /^[\s-]$/.test(text.slice(first.end, second.start))
}
