import type { Bullet } from '#shared/career.ts'

/** The points of a text with one a line. A line that was there keeps its name, and so does one that was changed where it stood. Pure but
 *  for `newId`. */
export function bulletsOf(
  text: string,
  { before, newId }: { before: readonly Bullet[]; newId: () => string },
): Bullet[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*[•*–-]\s+/, '').trim())
    .filter((line) => line !== '')
  const free = [...before]
  const take = (found: number) => (found < 0 ? null : (free.splice(found, 1)[0]?.id ?? null))
  const kept = lines.map((line) => take(free.findIndex((bullet) => bullet.text === line)))
  // Of what is left, the next in order was changed into the next line that is new.
  return lines.map((line, at) => ({ id: kept[at] ?? free.shift()?.id ?? newId(), text: line }))
}

export function linesOf(bullets: readonly Bullet[]): string {
  return bullets.map(({ text }) => text).join('\n')
}

const MOST_LINES = 60
const MOST_CHARS = 1000

/** Why these cannot all be kept; null: they can. Pure. */
export function lineProblem(text: string): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const long = lines.findIndex((line) => line.trim().length > MOST_CHARS)
  if (long >= 0) return `Point ${long + 1} is longer than ${MOST_CHARS} characters: split it. Not saved yet.`
  return lines.length > MOST_LINES
    ? `There are ${lines.length} points; ${MOST_LINES} is the most. Not saved yet.`
    : null
}
