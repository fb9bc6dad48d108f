import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#main/infra/db/open.ts'
import { createJobParts } from '#main/domains/jobs/pipeline/job-parts.ts'
import { createJobStore } from '#main/domains/jobs/pipeline/job-store.ts'
import { over } from '#main/domains/jobs/sources/parts/item.ts'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import { prepareItem } from '#main/domains/jobs/pipeline/prepare.ts'
import type { RawPosting } from '#main/domains/jobs/posting.ts'
import { readJobDetail } from '#main/domains/jobs/search/job-detail.ts'
import { createJobSearch } from '#main/domains/jobs/search/search.ts'
import { jobSearchInputSchema } from '#shared/jobs.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from '../support/profile.ts'

const TEXT = `<p>Aldermoor Analytics reads satellite pictures of forests and tells owners which trees are ill.</p>
<p>You build the Python services that turn a picture into a map, and you look after the models that find the ill trees.</p>
<ul><li>Three years with Python and PyTorch</li><li>You have run something in production and learned from it</li></ul>`

function posting(fields: Partial<RawPosting>): RawPosting {
  return {
    sourcePostingId: '1',
    title: 'Machine Learning Engineer',
    company: 'Aldermoor Analytics GmbH',
    url: 'https://jobs.aldermoor.example/1',
    locations: ['Berlin, Germany'],
    countryCode: 'DE',
    descriptionHtml: TEXT,
    postedAt: Date.UTC(2026, 2, 1),
    closesAt: null,
    statedSalary: null,
    salaryText: null,
    workplace: null,
    employmentType: null,
    requisitionId: null,
    ...fields,
  }
}

const BATCH = { scope: null, closing: null, alsoWrite: () => undefined } as const

function bench() {
  const clock = createFakeClock()
  const database = openDatabase({ path: join(tempDir(), 'profile.db'), now: clock.now() })
  onTestFinished(() => database.close())
  const store = createJobStore({
    database,
    clock,
    parts: createJobParts(database),
    sourceName: (id) => id.toUpperCase(),
  })
  const search = createJobSearch(database, clock)
  const prepared = (sourceId: string, item: ParsedItem) =>
    prepareItem(item, { sourceId, now: clock.now(), isKnown: store.isKnown })
  return {
    database,
    commit: (sourceId: string, raws: readonly RawPosting[], maxNew = 100) =>
      store.commit({
        ...BATCH,
        sourceId,
        maxNew,
        items: raws.map((raw) => prepared(sourceId, { ok: true, posting: raw })),
      }),
    /** The source says of a posting of its own that it is over. */
    end: (sourceId: string, sourcePostingId: string | null) =>
      store.commit({ ...BATCH, sourceId, maxNew: 0, items: [prepared(sourceId, over(sourcePostingId, 'it is over'))] }),
    find: (filter: Record<string, unknown> = {}) => search.search(jobSearchInputSchema.parse(filter)),
  }
}

describe('a posting that its source says is over', () => {
  test('closes, with its job when no other source has it, and opens again when it comes back', () => {
    const { commit, end, find } = bench()
    commit('alpha', [posting({})])
    commit('beta', [posting({ sourcePostingId: 'b', url: 'https://board.example/b' })])
    expect(end('alpha', '1')).toMatchObject({ closed: 1, counts: { rejected: 1, reasons: { closed: 1 } } })
    expect([find().total, find({ openings: 'closed' }).total]).toEqual([1, 0])
    expect(end('beta', 'b').closed).toBe(1)
    expect([find().total, find({ openings: 'closed' }).total]).toEqual([0, 1])
    expect(end('beta', 'b').closed).toBe(0)
    commit('beta', [posting({ sourcePostingId: 'b', url: 'https://board.example/b' })])
    expect([find().total, find({ openings: 'closed' }).total]).toEqual([1, 0])
  })

  test.each(['nobody', null])('that is not stored (%j) closes nothing', (id) => {
    const { commit, end, find } = bench()
    commit('alpha', [posting({})])
    expect(end('alpha', id).closed).toBe(0)
    expect(end('beta', '1').closed).toBe(0)
    expect(find().total).toBe(1)
  })
})

describe('storing postings', () => {
  test('a duplicate joins its job with a reason and fills what the first posting leaves open; a later change of the first keeps it', () => {
    const { database, commit, find } = bench()
    expect(commit('alpha', [posting({})]).counts).toMatchObject({ new: 1, found: 1 })
    const paid = { min: 70_000, max: 80_000, currency: 'EUR', period: 'year' } as const
    const copy = posting({ sourcePostingId: 'b', url: 'https://board.example/b', statedSalary: paid })
    expect(commit('beta', [copy]).counts).toMatchObject({ new: 0, duplicate: 1 })
    expect(find({ salaryMinEur: 75_000 }).total).toBe(1)

    expect(commit('alpha', [posting({ descriptionHtml: `${TEXT}<p>We start in May.</p>` })]).counts).toMatchObject({
      updated: 1,
    })
    const [item] = find({ salaryMinEur: 75_000, text: 'May' }).jobs
    expect(item?.salary).toMatchObject({ min: 70_000, max: 80_000 })
    const detail = item === undefined ? null : readJobDetail(database, item.id, (id) => id)
    expect(detail?.postings.map((link) => [link.sourceId, link.layer])).toEqual([
      ['alpha', 'first'],
      ['beta', 'fingerprint'],
    ])
    expect(detail?.postings[1]?.reason).toContain('ALPHA')
  })

  test('a posting that says what it said is only seen again', () => {
    const { commit } = bench()
    commit('alpha', [posting({})])
    expect(commit('alpha', [posting({})]).counts).toMatchObject({ found: 1, duplicate: 1, reasons: { known: 1 } })
  })

  test('stops before the posting that would open one job too many, and counts only what it took', () => {
    const { commit, find } = bench()
    const three = ['Data Engineer', 'Product Manager', 'Frontend Engineer'].map((title, index) =>
      posting({ title, sourcePostingId: title, url: `https://jobs.aldermoor.example/t${index}` }),
    )
    expect(commit('alpha', three, 2)).toMatchObject({ taken: 2, counts: { found: 2, new: 2 } })
    expect(find().total).toBe(2)
  })

  test('ids sort by the hour of posting, whatever the order of arrival', () => {
    const { commit, find } = bench()
    const at = (hour: number, title: string) =>
      posting({ title, sourcePostingId: title, url: `https://x.example/${hour}`, postedAt: Date.UTC(2026, 2, 1, hour) })
    commit('alpha', [at(8, 'Data Engineer'), at(20, 'Product Manager'), at(3, 'Frontend Engineer')])
    expect(find().jobs.map((job) => job.title)).toEqual(['Product Manager', 'Data Engineer', 'Frontend Engineer'])
  })
})
