/** What a spreadsheet may run when a cell begins with it, in all widths. */
const STARTS = /[=+\-@＝＋－＠﹢﹣﹦﹫]/
/** What may stand before it and does not help. */
const BLANK = /[\s\u200B-\u200F\u2060'"]/
/** Signs that a spreadsheet may part columns at, whatever the file says. */
const PARTING = /[;\t|]/
const GUARD = "'"

/** The cell with an apostrophe in front of everything that a spreadsheet would run as a formula. `withoutGuard` takes exactly those off
 *  again: `withoutGuard(withGuard(cell))` is the cell. Linear, pure. */
export function withGuard(cell: string): string {
  const runsFrom = formulasIn(cell)
  if (runsFrom === null) return cell
  let guarded = ''
  for (let at = 0; at < cell.length; at += 1) {
    if (beginsCell(cell, at) && runsFrom(at)) guarded += GUARD
    guarded += cell.charAt(at)
  }
  return guarded
}

export function withoutGuard(cell: string): string {
  const runsFrom = cell.includes(GUARD) ? formulasIn(cell) : null
  if (runsFrom === null) return cell
  let plain = ''
  for (let at = 0; at < cell.length; at += 1) {
    const isGuard = cell.charAt(at) === GUARD && beginsCell(cell, at) && runsFrom(at)
    if (!isGuard) plain += cell.charAt(at)
  }
  return plain
}

function beginsCell(cell: string, at: number): boolean {
  return at === 0 || PARTING.test(cell.charAt(at - 1))
}

/** Whether what stands from a place on would be run if a cell began there; an apostrophe in front changes nothing about that. Null: nothing
 *  in the text would. */
function formulasIn(cell: string): ((at: number) => boolean) | null {
  const isSplit = /^['"]*[\t\r]/.test(cell)
  if (!isSplit && !STARTS.test(cell)) return null
  const runs = new Uint8Array(cell.length + 1)
  for (let at = cell.length - 1; at >= 0; at -= 1) {
    const sign = cell.charAt(at)
    if (STARTS.test(sign) || (BLANK.test(sign) && runs[at + 1] === 1)) runs[at] = 1
  }
  return (at) => runs[at] === 1 || (at === 0 && isSplit)
}
