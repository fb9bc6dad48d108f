import { expect, test } from 'vitest'
import { jobFacetsSchema, jobSearchResultSchema } from '#shared/jobs.ts'
import { ODD_FILTERS, ODD_TEXTS } from '../support/odd-questions.ts'
import { discover, testCore } from '../support/test-core.ts'
import { screenOf } from './screen-host.ts'

/** Whatever is asked through the host, the answer is of the contract's shape, and says what was not understood or stands in the way. */

test('odd questions are answered: jobs, or a hint what to do', async () => {
  const core = testCore()
  await discover(core, ['sample'])
  const screen = await screenOf(core)
  const { total: all } = await screen.jobs.search({})
  for (const { name, input, hint } of [...ODD_TEXTS, ...ODD_FILTERS]) {
    for (const sort of ['newest', 'relevance', 'salary', 'match'] as const) {
      const result = jobSearchResultSchema.parse(await screen.jobs.search({ ...input, sort }))
      expect(result.total, name).toBeLessThanOrEqual(all)
      expect(result.jobs.length, name).toBe(Math.min(result.total, result.perPage))
      expect(result.hints.join('\n'), name).toMatch(hint ?? /^/)
    }
    const facets = jobFacetsSchema.parse(await screen.jobs.facets(input))
    expect(facets.sources[0]?.count ?? 0, name).toBe((await screen.jobs.search(input)).total)
  }
  for (const { name, input } of ODD_FILTERS) {
    expect((await screen.jobs.search(input)).total, name).toBe(0)
  }
})

test('blanks in lists filter nothing, and a filter that does not fit is refused by name', async () => {
  const core = testCore()
  await discover(core, ['sample'])
  const screen = await screenOf(core)
  const { total } = await screen.jobs.search({})
  const blank = ['', ' ']
  const blanks = { skills: blank, skillsAny: blank, cities: blank, countries: blank, sources: blank, languages: blank }
  expect(await screen.jobs.search(blanks)).toMatchObject({ total, hints: [] })
  await expect(screen.jobs.search({ countries: ['Germany'] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
