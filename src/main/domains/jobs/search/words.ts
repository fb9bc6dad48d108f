import { UNSPLIT_LETTERS } from '#main/infra/text/fold.ts'

/** Both cases of the letters that the tokenizer would leave alone ("łodz" apart from "lodz"). Case and true accents (é, ü, ç)
 *  stay: the tokenizer folds those itself, and the signs below depend on the letters as written. */
const SPELLED: Readonly<Record<string, string>> = {
  ...UNSPLIT_LETTERS,
  ...Object.fromEntries(
    Object.entries(UNSPLIT_LETTERS)
      .filter(([letter]) => letter.toUpperCase().length === 1 && letter !== 'ı')
      .map(([letter, plain]) => [letter.toUpperCase(), plain.toUpperCase()]),
  ),
  ẞ: 'SS',
}
const UNSPLIT_LETTER = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'gu')
/** The platform, not the word "net" and not the end of a host name. */
const DOT_NET = /(?<![\p{L}\p{N}_.])(asp|ado|vb)?\.net(?!\p{L})/giu
/** To the tokenizer '+' and '#' belong to words. They mean something only in C++ and the like, and in C#, F#. */
const SIGNS = /(?<=\p{L})(\+\+)\+*(?!\p{L})|(?<=(?<![\p{L}\p{N}])\p{L})(#)(?!\p{L})|[+#]+/gu

/** The text as the full-text index sees it. Both sides go through here, what is indexed and what is asked, so that they
 *  meet: "C++17" reads C++ and 17, "5+ years" reads 5 and years, ".NET" is a word of its own and not the word "net",
 *  "Łódź" meets "Lodz". No word of the answer begins with '+' or '#': that is where filter tokens live. Pure. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(UNSPLIT_LETTER, (letter) => SPELLED[letter] ?? letter)
    .replace(DOT_NET, (_, family: string | undefined) => `${family ?? ''} dotnet `)
    .replace(SIGNS, (_, plus: string | undefined, sharp: string | undefined) => `${plus ?? sharp ?? ''} `)
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:\+\+|#)?/gu

/** The words of a text after `foldText`, in order, cut where the tokenizer cuts. Pure. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(WORD) ?? []
}
