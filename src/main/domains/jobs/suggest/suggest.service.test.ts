import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../../../../../tests/fakes/fake-clock.ts'
import { silentLog } from '../../../../../tests/support/silent-log.ts'
import type { Database } from '../../../infra/db/driver.ts'
import { companyKey } from '../pipeline/company-key.ts'
import { titleKey } from '../pipeline/title-key.ts'
import { clock, openTestDatabase, plainJob, type SampleJob, storeJobs } from '../search/search.fixture.ts'
import { createJobSearch } from '../search/search.ts'
import { createSuggestService, type SuggestService } from './suggest.service.ts'

let db: Database
let dispose: () => void
let suggestions: SuggestService

beforeEach(() => {
  ;({ db, dispose } = openTestDatabase())
  const search = createJobSearch(db, clock)
  suggestions = createSuggestService({
    database: db,
    clock: createFakeClock(),
    log: silentLog,
    jobs: { columns: search.columns, columnsReady: search.ready },
  })
})
afterEach(() => dispose())

function store(jobs: readonly Partial<SampleJob>[]): void {
  for (const { id, title, company, place } of storeJobs(
    db,
    jobs.map((job) => ({ ...plainJob, ...job })),
  )) {
    db.raw
      .prepare('update job set title_key = ?, company_key = ? where id = ?')
      .run(titleKey(title, { company, places: [place] }), companyKey(company), id)
  }
}

async function suggested(text: string) {
  const { suggestions: found } = await suggestions.suggest({ text, limit: 8 })
  return found.map(({ kind, value, jobs, isCorrected }) => [kind, value, jobs, ...(isCorrected ? ['corrected'] : [])])
}

describe('suggestions from what is stored', () => {
  it('counts open jobs by title, company, skill and city', async () => {
    store([
      { title: 'Data Engineer (m/f/d) - Munich', company: 'Zalando SE', place: 'Munich', skills: ['Python'] },
      { title: 'Data Engineer', company: 'Zalando', place: 'Munich', skills: ['Python', 'Kubernetes'] },
      { title: 'Data Engineer', company: 'Zalando SE', place: 'Berlin', closedAt: 5, skills: ['Python'] },
    ])
    expect(await suggested('data')).toEqual([['title', 'Data Engineer', 2]])
    expect(await suggested('zala')).toEqual([['company', 'Zalando', 2]])
    expect(await suggested('pyt')).toEqual([['skill', 'Python', 2]])
    expect(await suggested('k8s')).toEqual([['skill', 'Kubernetes', 1]])
    expect(await suggested('munchen')).toEqual([['city', 'Munich', 2]])
    expect(await suggested('berlin')).toEqual([])
  })

  it('forgives slips, and puts the text right', async () => {
    store([{ company: 'Zalando', place: 'Berlin', skills: ['Python'] }])
    expect(await suggested('pyhton')).toEqual([['skill', 'Python', 1, 'corrected']])
    expect(await suggested('zalnado')).toEqual([['company', 'Zalando', 1, 'corrected']])
    expect(await suggestions.suggest({ text: 'pyhton Berlni', limit: 8 })).toMatchObject({
      text: 'pyhton Berlni',
      correction: 'python Berlin',
    })
  })

  it('sees jobs that came, and those that are still only noted as changes', async () => {
    expect(await suggested('pyt')).toEqual([])
    store([{ skills: ['Python'], place: 'Vienna' }])
    expect(await suggested('pyt')).toEqual([['skill', 'Python', 1]])
    expect(await suggested('wien')).toEqual([['city', 'Vienna', 1]])
  })

  it.each(['', '   ', '"', '((((', 'company:', '🙂', '-', 'a'.repeat(200), 'ا ب', "'; drop table job; --"])(
    '%j is answered',
    async (text) => {
      store([{ skills: ['Python'] }])
      expect(await suggestions.suggest({ text, limit: 8 })).toMatchObject({ text, suggestions: [] })
    },
  )

  it('a profile without jobs suggests nothing and corrects nothing', async () => {
    expect(await suggestions.suggest({ text: 'pyhton', limit: 8 })).toEqual({
      text: 'pyhton',
      suggestions: [],
      correction: null,
    })
  })
})
