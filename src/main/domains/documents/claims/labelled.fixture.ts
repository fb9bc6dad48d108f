import { type Career, careerSchema } from '#shared/career.ts'
import type { Finding } from '#shared/claims.ts'
import { profileSchema } from '#shared/profile.ts'
import careers from './fixtures/careers.json' with { type: 'json' }
import { findClaims } from './find-claims.ts'

export const NOW = Date.UTC(2026, 2, 15)

const PEOPLE = Object.fromEntries(
  (['A', 'B', 'C'] as const).map((key) => [
    key,
    { career: careerSchema.parse(careers[key].career), profile: profileSchema.parse(careers[key].profile), now: NOW },
  ]),
)

/** The findings of one line of a labelled set: person|facts cited, by comma|sentence. */
export function findingsOf(line: string): Finding[] {
  const [who = '', cites = '', text = ''] = line.split('|')
  const ground = person(who)
  return findClaims(sentenceOf(ground.career, { text, cites: cites === '' ? [] : cites.split(',') }), ground)
}

/** A résumé of one sentence. */
export function sentenceOf({ person }: Career, { text, cites }: { text: string; cites: string[] }) {
  const paragraph = { id: 'sentence1', text, isShown: true, cites }
  const section = {
    id: 'section1',
    kind: 'summary' as const,
    title: '',
    isShown: true,
    paragraphs: [paragraph],
    items: [],
    groups: [],
  }
  return { kind: 'resume' as const, header: { ...person, isPlaceShown: true }, sections: [section] }
}

/** One of them by the key. */
export function person(key: string) {
  const known = PEOPLE[key]
  if (!known) throw new Error(`There is nobody called ${key}`)
  return known
}
