/** A slip of a finger: a letter too many, missing, another one, or two letters that changed places. */
export interface Edits {
  /** From what was typed to the whole word. */
  readonly whole: number
  /** From what was typed to the beginning of the word that is nearest. */
  readonly prefix: number
}

const LONGEST = 32

export type CountEdits = (typed: string, word: string, most: number) => Edits | null

/** Counts slips (optimal string alignment); null when it takes more than `most` even for a beginning. Words are compared by their first
 *  32 letters. The rows of its table are made once: thousands of words are compared for one question. */
export function createEditCounter(): CountEdits {
  let before = new Uint8Array(LONGEST + 1)
  let above = new Uint8Array(LONGEST + 1)
  let row = new Uint8Array(LONGEST + 1)
  return (typed, word, most) => {
    const height = Math.min(typed.length, LONGEST)
    const wordLength = Math.min(word.length, LONGEST)
    const width = Math.min(wordLength, height + most)
    for (let column = 0; column <= width; column += 1) above[column] = column
    for (let line = 1; line <= height; line += 1) {
      row[0] = line
      let least = line
      const letter = typed.charCodeAt(line - 1)
      for (let column = 1; column <= width; column += 1) {
        const other = word.charCodeAt(column - 1)
        let count = (above[column - 1] ?? 0) + (letter === other ? 0 : 1)
        count = Math.min(count, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1)
        const isSwap =
          line > 1 && column > 1 && letter === word.charCodeAt(column - 2) && typed.charCodeAt(line - 2) === other
        if (isSwap) count = Math.min(count, (before[column - 2] ?? 0) + 1)
        row[column] = count
        if (count < least) least = count
      }
      // A swap may still save what one line alone has lost.
      if (least > most + 1) return null
      const free = before
      before = above
      above = row
      row = free
    }
    let prefix = Infinity
    for (let column = 0; column <= width; column += 1) prefix = Math.min(prefix, above[column] ?? Infinity)
    if (prefix > most) return null
    return { whole: width < wordLength ? Infinity : (above[width] ?? Infinity), prefix }
  }
}

/** How many slips a word of this length may hold and still be taken for another one. */
export function editsAllowed(length: number): number {
  if (length < 4) return 0
  return length < 7 ? 1 : 2
}
