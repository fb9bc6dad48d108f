import { describe, expect, it } from 'vitest'
import { jobFactsSchema } from '#shared/facts.ts'
import type { NormalisedPosting } from '../posting.ts'
import { READER_VERSION, readFacts } from './enrich.ts'
import fixture from './fixtures/postings.json' with { type: 'json' }

function postingOf(said: (typeof fixture.postings)[number]['posting']): NormalisedPosting {
  return {
    sourceId: 'sample',
    sourcePostingId: '1',
    url: 'https://jobs.example/1',
    canonicalUrl: 'https://jobs.example/1',
    descriptionHtml: '',
    postedAt: null,
    closesAt: 1_800_000_000_000,
    statedSalary: null,
    salaryText: null,
    workplace: null,
    employmentType: null,
    requisitionId: null,
    contentHash: '0'.repeat(64),
    ...said,
  }
}

describe('readFacts', () => {
  it.each(fixture.postings)('reads $name', ({ posting, facts }) => {
    const read = readFacts(postingOf(posting))
    expect(jobFactsSchema.parse(read)).toEqual(read)
    expect({
      visa: read.visa.status,
      evidence: read.visa.evidence,
      seniority: read.seniority,
      roleFamily: read.roleFamily,
      employmentType: read.employmentType,
      language: read.language,
      city: read.places[0]?.city ?? null,
      workplace: read.workplace,
      salaryMin: read.salary?.min ?? null,
      salaryMax: read.salary?.max ?? null,
    }).toEqual({ ...facts, skills: undefined })
    expect(read.skills.map((skill) => skill.name)).toEqual(expect.arrayContaining(facts.skills))
    expect(read).toMatchObject({ readerVersion: READER_VERSION, closesAt: 1_800_000_000_000 })
  })

  it('reads an empty posting as one that says nothing', () => {
    const [first] = fixture.postings
    if (!first) throw new Error('The fixture has no posting.')
    const empty = { ...postingOf(first.posting), title: '', locations: [], countryCode: null, descriptionText: '' }
    expect(readFacts(empty)).toMatchObject({
      visa: { status: 'unstated', evidence: null, rule: null },
      salary: null,
      seniority: 'unknown',
      roleFamily: 'other',
      employmentType: null,
      skills: [],
      language: null,
    })
  })

  it.each([
    'visa ',
    'visa|',
    'not visa sponsor ',
    'support with , and visa or ',
    'VISA ,',
    'visa?\n',
    '. ',
    '|',
    '1.000 € - ',
    'senior role for a ',
    'German and (English) C1, ',
    'no Dutch, ',
    'bis zum 15.01.2027 ',
    '20 Stunden pro Woche, ',
    'part-time or ',
    'looking for data ',
    '(m/w/d) ',
  ])('reads 50 kB of "%s" to the end', (seed) => {
    const [first] = fixture.postings
    if (!first) throw new Error('The fixture has no posting.')
    const text = seed.repeat(Math.ceil(50_000 / seed.length))
    const read = readFacts({ ...postingOf(first.posting), title: text, descriptionText: text })
    expect(jobFactsSchema.parse(read)).toEqual(read)
    expect((read.visa.evidence ?? '').length).toBeLessThan(800)
  })
})
