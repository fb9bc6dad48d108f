import { type PostingSnapshot, postingSnapshotSchema } from '#shared/applications.ts'
import type { Opening } from '../../jobs/openings/openings.service.ts'

/** A job's posting as it is to be kept. `descriptionHtml` was sanitised when the job was stored. Pure. */
export function snapshotOf(
  { title, company, place, urls, descriptionHtml, facts }: Opening,
  takenAt: number,
): PostingSnapshot {
  return { takenAt, title, company, place, urls: [...urls], descriptionHtml, facts }
}

const aroundFacts = postingSnapshotSchema.omit({ facts: true })

/** A stored snapshot; facts that another version wrote otherwise are null. Pure. */
export function readSnapshot(json: string | null): PostingSnapshot | null {
  if (json === null) return null
  const stored: unknown = JSON.parse(json)
  const facts = postingSnapshotSchema.pick({ facts: true }).safeParse(stored)
  return { ...aroundFacts.parse(stored), facts: facts.success ? facts.data.facts : null }
}
