export const NAME_LENGTH_MAX = 60

/** What became of a list of names that was typed or pasted. `known` were there before, `tooLong` are longer than a name may be,
 *  `noRoom` would make the list longer than it may be. */
export interface Reading {
  readonly added: readonly string[]
  readonly known: readonly string[]
  readonly tooLong: readonly string[]
  readonly noRoom: readonly string[]
}

/** Splits at commas, semicolons, line breaks, tabs, bullets and bars; "C, C++" are two, "CI/CD" and "R&D" are one. Pure. */
export function splitNames(text: string): string[] {
  return text
    .split(/[,;\n\r\t|•·▪◦]+/)
    .map((piece) =>
      piece
        .replace(/^\s*(?:[-–*]\s+|and\s+|\d+[.)]\s+)/i, '')
        .replace(/\.$/, '')
        .trim()
        .replaceAll(/\s+/g, ' '),
    )
    .filter((piece) => piece !== '')
}

/** Reads names into a list that has `existing` in it. A name is written as `preferred` writes it, where that knows it in any
 *  case. Pure. */
export function readNames(options: {
  readonly text: string
  readonly existing: readonly string[]
  readonly preferred: readonly string[]
  readonly most: number
}): Reading {
  const spelling = new Map(options.preferred.map((name) => [name.toLowerCase(), name]))
  const taken = new Set(options.existing.map((name) => name.toLowerCase()))
  const added: string[] = []
  const known: string[] = []
  const tooLong: string[] = []
  const noRoom: string[] = []
  for (const piece of splitNames(options.text)) {
    const key = piece.toLowerCase()
    if (piece.length > NAME_LENGTH_MAX) tooLong.push(piece)
    else if (taken.has(key)) known.push(piece)
    else if (options.existing.length + added.length >= options.most) noRoom.push(piece)
    else {
      taken.add(key)
      added.push(spelling.get(key) ?? piece)
    }
  }
  return { added, known, tooLong, noRoom }
}

/** What was not taken, in one sentence or none. Pure. */
export function leftOutWords({ known, tooLong, noRoom }: Omit<Reading, 'added'>): string | null {
  const words = [
    known.length > 0 ? `Already there: ${known.join(', ')}.` : null,
    tooLong.length > 0 ? `Too long for a name: ${tooLong.map((name) => `${name.slice(0, 24)}…`).join(', ')}.` : null,
    noRoom.length > 0 ? `No room for ${noRoom.length} more.` : null,
  ].filter((word) => word !== null)
  return words.length === 0 ? null : words.join(' ')
}
