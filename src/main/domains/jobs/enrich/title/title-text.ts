/** A title without what decorates it, and the way back to the words as written. */
export interface TitleText {
  readonly text: string
  /** The words of the title that a stretch of `text` came from, whole words, as written. */
  readonly quote: (start: number, end: number) => string
}

/** No title that anybody wrote is longer. */
const MAX_TITLE_CHARS = 300
/** Endings for the other gender ("Entwickler:in", "Développeur·se", "Científico/a", "confirmé(e)") and the marks "(m/w/d)", "H/F":
 *  what stands before them is read without them. */
const GENDER_ENDING =
  /(?<=\p{L}{2})(?:[:*_·•.]|\/-?|\()(?:in(?:nen)?|r(?:in)?|e|es|ne|se|euse|rice|trice|a|o|as|os|ra|ka|tka|czka|n|x)\)?(?![\p{L}\p{N}])/gu
const GENDER_MARK =
  /\(?(?<![\p{L}\p{N}])(?:[mwfdxvhkn](?:\s?[/|]\s?[mwfdxvhkn]){1,3}|gn|all genders?)(?![\p{L}\p{N}])\*?\)?/giu

/** Prepares a title for the phrase matchers. Pure. */
export function readTitleText(title: string): TitleText {
  const written = title.slice(0, MAX_TITLE_CHARS)
  const dropped = new Uint8Array(written.length)
  for (const pattern of [GENDER_ENDING, GENDER_MARK]) {
    for (const { index, 0: mark } of written.matchAll(pattern)) dropped.fill(1, index, index + mark.length)
  }
  const origin: number[] = []
  let text = ''
  for (let at = 0; at < written.length; at++) {
    const letter = written.charAt(at)
    const isSecondSpace = letter === ' ' && text.endsWith(' ')
    if (dropped[at] === 1 || isSecondSpace) continue
    text += letter
    origin.push(at)
  }
  const quote = (start: number, end: number): string => {
    let [from, to] = [origin[start] ?? 0, (origin[end - 1] ?? 0) + 1]
    while (isWordAt(written, from - 1)) from--
    while (isWordAt(written, to)) to++
    return written.slice(from, to)
  }
  return { text, quote }
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at))
}
