/** A table as rows of texts, without formatting. A row may be shorter than others. */
export type Grid = readonly (readonly string[])[]

/** What a file holds: its tables, and the text beside them that may say of which day it is. */
export interface FileContent {
  readonly grids: readonly Grid[]
  readonly beside: string
}

/** More rows than any register will have in this decade. */
export const MAX_ROWS = 500_000
const MAX_CELL_CHARS = 1_000
// oxlint-disable-next-line no-control-regex -- control characters are what is being removed
const BLANKS = /[\s\u0000-\u001f\u007f\u00a0\u200b\ufeff]+/g

/** One line of text out of a cell. Pure. */
export function cellText(text: string): string {
  const line = text.length > MAX_CELL_CHARS ? text.slice(0, MAX_CELL_CHARS) : text
  return line.replace(BLANKS, ' ').trim()
}
