import { expect, test } from 'vitest'
import { type JobFilter, jobFilterSchema } from '#shared/jobs.ts'
import { contradictionsIn } from './contradictions.ts'

const hintsOf = (filter: Partial<JobFilter>): string => contradictionsIn(jobFilterSchema.parse(filter)).join(' ')

test.each<[string, string | null]>([
  ['python -python', 'python'],
  ['Python -PYTHON', 'Python'],
  ['"machine learning" -machine', 'machine learning'],
  ['"machine learning" -"learning machine"', null],
  ['machine -"machine learning"', null],
  ['title:python -python', 'python'],
  ['python -title:python', null],
  ['company:python -title:python', null],
  ['python -pyth*', 'python'],
  ['pyth* -python', null],
  ['pytho* -pyth*', 'pytho*'],
  ['"machine lear*" -machine', 'machine lear*'],
  ['python -(java OR python)', 'python'],
  ['(python OR java) -python', null],
  ['(python OR java) -python -java', 'python'],
  ['(a -a)', 'a'],
  ['(python java) OR kotlin', null],
  ['skill:rust NOT skill:Rust', 'rust'],
  ['source:sample -source:sample', 'sample'],
  ['-python -java', null],
  ['', null],
])('%s: asked for and left out is %s', (text, name) => {
  const hint = name === null ? '' : `“${name}” is both asked for and left out: take one of the two off.`
  expect(hintsOf({ text })).toBe(hint)
})

test.each<[Partial<JobFilter>, RegExp]>([
  [{ cities: ['Paris'], countries: ['FR'] }, /^$/],
  [{ cities: ['Paris'], countries: ['US'] }, /^$/],
  [{ cities: ['Paris', 'Berlin'], countries: ['DE'] }, /^$/],
  [{ cities: ['Nowhere at all'], countries: ['DE'] }, /^$/],
  [{ cities: ['Paris', 'Nowhere at all'], countries: ['DE'] }, /^$/],
  [{ cities: ['Berlin'], countries: [] }, /^$/],
  [{ cities: ['berlin'], countries: ['fr'] }, /^Berlin is in Germany, not in France/],
  [{ cities: ['munich'] }, /^$/],
  [
    { cities: ['Wien'], countries: ['DE'] },
    /^Wien is called Vienna here: choose that name. Vienna is in Austria, not in Germany/,
  ],
  [{ sources: ['sample'], text: '-source:sample' }, /^“sample” is both asked for/],
  [{ skillsAny: ['Go', 'Rust'], text: '-skill:go' }, /^$/],
  [{ skillsAny: ['Go', 'Rust'], text: '-skill:go -skill:rust' }, /^“go” is both asked for/],
  [{ salaryMinEur: 50_000, salaryMaxEur: 50_000 }, /^$/],
])('%j', (filter, hint) => {
  expect(hintsOf(filter)).toMatch(hint)
})
