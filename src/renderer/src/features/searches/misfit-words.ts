/** That a part of a stored filter is left out, and what that means. Pure. */
export function misfitWords(misfits: readonly string[]): string {
  return `This version cannot read a part of it (${misfits.join(', ')}) and leaves it out, so it may find more. Its alert rests until the filter is updated.`
}
