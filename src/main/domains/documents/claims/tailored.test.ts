import { expect, it } from 'vitest'
import { z } from 'zod'
import { careerSchema } from '#shared/career.ts'
import { profileSchema } from '#shared/profile.ts'
import tailored from './fixtures/tailored.json' with { type: 'json' }
import { findClaims } from './find-claims.ts'
import { letterOf, sentenceOf } from './labelled.fixture.ts'

const NOW = Date.UTC(2026, 10, 29)
const LEAST_RECALL = 0.95
const MOST_FALSE_ALARMS = 0.05

const rowSchema = z.object({
  who: z.string(),
  where: z.enum(['summary', 'point', 'letter']),
  cites: z.array(z.string()),
  text: z.string(),
  isBacked: z.boolean(),
  kind: z.string().optional(),
  company: z.string().optional(),
  city: z.string().optional(),
  jobTitle: z.string().optional(),
})
const rows = z.array(rowSchema).parse(tailored.rows)
const postings = z.record(z.string(), z.string()).parse(tailored.postings)
const people = z.record(z.string(), z.object({ career: careerSchema, profile: profileSchema })).parse(tailored.careers)

type Row = z.infer<typeof rowSchema>

function isFlagged({ who, where, cites, text, company, city, jobTitle }: Row): boolean {
  const person = people[who]
  if (person === undefined) throw new Error(`There is nobody called ${who}`)
  const said = { text, cites }
  const posting = { company, city, title: jobTitle, text: postings[who] }
  const context = Object.fromEntries(Object.entries(posting).filter(([, value]) => value !== undefined))
  const content = where === 'letter' ? letterOf(person.career, said) : sentenceOf(person.career, said)
  return findClaims(content, { ...person, now: NOW, context }).length > 0
}

it('leaves alone what a careful writer makes of the facts for a posting', () => {
  const backed = rows.filter((row) => row.isBacked)
  const alarms = backed.filter(isFlagged).map(({ text }) => text)
  expect(backed.length).toBeGreaterThan(250)
  expect(alarms.length / backed.length, alarms.join(' / ')).toBeLessThanOrEqual(MOST_FALSE_ALARMS)
})

it.each(['employer', 'number', 'skill', 'title', 'other'])('finds what a careless one invents: %s', (kind) => {
  const isOfKind = (row: Row) =>
    row.kind === kind || (kind === 'other' && !['employer', 'number', 'skill', 'title'].includes(row.kind ?? ''))
  const invented = rows.filter((row) => !row.isBacked && isOfKind(row))
  const missed = invented.filter((row) => !isFlagged(row)).map(({ text }) => text)
  expect(1 - missed.length / invented.length, missed.join(' / ')).toBeGreaterThanOrEqual(LEAST_RECALL)
})
