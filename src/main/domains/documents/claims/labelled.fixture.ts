import { type Career, careerSchema } from '#shared/career.ts'
import type { Finding } from '#shared/claims.ts'
import { profileSchema } from '#shared/profile.ts'
import careers from './fixtures/careers.json' with { type: 'json' }
import languages from './fixtures/careers-languages.json' with { type: 'json' }
import reworded from './fixtures/careers-reworded.json' with { type: 'json' }
import { findClaims } from './find-claims.ts'

export const NOW = Date.UTC(2026, 2, 15)
/** The day of the people of careers-reworded.json and careers-languages.json. */
const LATER = Date.UTC(2026, 10, 29)

const PEOPLE = Object.fromEntries([
  ...(['A', 'B', 'C'] as const).map((key) => [key, personOf(careers[key], NOW)] as const),
  ...(['P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X'] as const).map(
    (key) => [key, personOf(reworded[key], LATER)] as const,
  ),
  ...(['fr', 'it', 'nl', 'sv', 'es', 'pl', 'pt'] as const).map(
    (key) => [key, personOf(languages[key], LATER)] as const,
  ),
])

function personOf({ career, profile }: { career: unknown; profile: unknown }, now: number) {
  return { career: careerSchema.parse(career), profile: profileSchema.parse(profile), now }
}

const LETTER = 'letter:'

/** The findings of one line of a labelled set: person|facts cited, by comma|sentence, and "letter:" before it for one of a letter. */
export function findingsOf(line: string): Finding[] {
  const isLetter = line.startsWith(LETTER)
  const [who = '', cites = '', text = ''] = (isLetter ? line.slice(LETTER.length) : line).split('|')
  const ground = person(who)
  const said = { text, cites: cites === '' ? [] : cites.split(',') }
  return findClaims((isLetter ? letterOf : sentenceOf)(ground.career, said), ground)
}

/** A letter of one sentence. */
export function letterOf(career: Career, said: { text: string; cites: string[] }) {
  const { header, sections } = sentenceOf(career, said)
  return {
    kind: 'letter' as const,
    header,
    recipient: { name: '', company: '', address: '' },
    dateLine: '',
    subject: '',
    greeting: '',
    paragraphs: sections.flatMap(({ paragraphs }) => paragraphs),
    closing: '',
    signature: career.person.name,
  }
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
