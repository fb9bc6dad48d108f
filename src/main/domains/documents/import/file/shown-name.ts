/** The longest name of a file that is told back. */
const MAX_NAME_CHARS = 200

/** The name of a file without its folders, as far as it is told back. Pure. */
export function shownName(path: string): string {
  return (path.split(/[/\\]/u).at(-1) ?? '').slice(0, MAX_NAME_CHARS)
}
