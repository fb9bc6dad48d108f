import type { Payload, WatchedBoard } from './source.ts'

/** What was known of a board before it answered. */
export interface AskedBoard {
  /** '' when an answer is read of which nothing is known. */
  readonly slug: string
  /** The employer's name as the user's list has it, for a board that gives none. */
  readonly company: string | null
}

/** The board that a payload's context speaks of. Pure. */
export function askedBoard(context: Payload['context']): AskedBoard {
  return { slug: context['slug'] ?? '', company: context['company'] ?? null }
}

/** A board of the user's list as a parser takes it. Pure. */
export function listedBoard({ slug, name }: WatchedBoard): AskedBoard {
  return { slug, company: name }
}

/** The employer: what the board says, else the name on the user's list, else the board's own. Pure. */
export function employerOf(said: string | null, { company, slug }: AskedBoard): string | null {
  const known = company?.trim() ?? ''
  return said ?? (known !== '' ? known : slug !== '' ? slug : null)
}

/** Where an item stands, for the log. Pure. */
export function itemAt({ slug }: AskedBoard, index: number): string {
  return slug === '' ? `item ${index}` : `${slug}: item ${index}`
}
