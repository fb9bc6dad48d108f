import { randomBytes } from 'node:crypto'
import type { Career, FactId } from '#shared/career.ts'

const ID_BYTES = 8

/** A name that no other fact has: 16 signs, 64 random bits. */
export function newFactId(): FactId {
  return randomBytes(ID_BYTES).toString('hex')
}

/** The same career with every fact under a name of its own: what comes second under one that is taken gets a new one. Pure but for
 *  `newId`. */
export function withOwnIds(career: Career, newId: () => FactId): Career {
  const taken = new Set<FactId>()
  const own = <T extends { readonly id: FactId }>(fact: T): T => {
    const id = taken.has(fact.id) ? newId() : fact.id
    taken.add(id)
    return id === fact.id ? fact : { ...fact, id }
  }
  const withBullets = <T extends { readonly id: FactId; readonly bullets: Career['experiences'][number]['bullets'] }>(
    entry: T,
  ): T => ({ ...own(entry), bullets: entry.bullets.map(own) })
  return {
    ...career,
    experiences: career.experiences.map(withBullets),
    education: career.education.map(withBullets),
    projects: career.projects.map(withBullets),
    extras: career.extras.map(own),
    confirmed: career.confirmed.map(own),
  }
}
