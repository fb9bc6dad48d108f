import { beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import type { JobColumns, MatchJob } from '../jobs/match/matching.service.ts'
import { atOnce, CONTEXT, jobSaying, seeking } from './match-job.fixture.ts'
import { createRanking, type Ranking, type Shortlist } from './shortlist.ts'

const ASK = {
  seeker: seeking({ languages: [{ code: 'en', level: null }] }),
  context: CONTEXT,
  weights: DEFAULT_WEIGHTS,
}
const SCORES = { profileBasis: 'a', considered: 5000, at: 7 }
const GERMAN = { asksLanguages: [{ code: 'de', level: null, need: 'required' as const, evidence: 'German' }] }

let jobs: Map<number, MatchJob>
let best: number[]
let hidden: number[]
let version: string
let reads: number[]
let ranking: Ranking

const idsOf = ({ candidates }: Shortlist) => candidates.map(({ job }) => job.id)
const columns = (): JobColumns => ({
  jobIds: Float64Array.from(jobs.keys()),
  ordinalsOf: () => new Uint32Array(),
  changed: new Map(),
  isReady: true,
})

function store(count: number, job: Parameters<typeof jobSaying>[0] = {}): number[] {
  const from = jobs.size + 1
  const ids = Array.from({ length: count }, (_job, at) => from + at)
  for (const id of ids) jobs.set(id, jobSaying(job, { id }))
  return ids
}

beforeEach(() => {
  jobs = new Map()
  ;[best, hidden, reads, version] = [[], [], [], '1']
  ranking = createRanking({
    matching: {
      columns,
      tokenColumns: function* tokenColumns() {
        yield
        return columns()
      },
      hiddenIds: () => hidden,
      version: () => version,
      read: (ids) => {
        reads.push(...ids)
        return ids.flatMap((id) => jobs.get(id) ?? [])
      },
    },
    scores: { best: (_profileBasis, count) => best.slice(0, count) },
  })
})

describe('a shortlist out of kept scores', () => {
  test('has the best 1,200, and says when they were scored and among how many', () => {
    best = store(2000)
    const made = atOnce(ranking.ofScores(ASK, SCORES))
    expect(idsOf(made)).toEqual(best.slice(0, 1200))
    expect(made).toMatchObject({ considered: 5000, computedAt: 7 })
  })

  test('goes on until there are enough jobs that nothing speaks against, which scores do not know', () => {
    const asksGerman = store(1500, GERMAN)
    const fits = store(500)
    best = [...asksGerman, ...fits]
    const ids = new Set(idsOf(atOnce(ranking.ofScores(ASK, SCORES))))
    expect(fits.every((id) => ids.has(id))).toBe(true)
  })

  test('does not go on for ever when something speaks against all of them', () => {
    best = store(5000, GERMAN)
    expect(idsOf(atOnce(ranking.ofScores(ASK, SCORES)))).toHaveLength(3600)
  })

  test('is without jobs that are hidden, closed or gone', () => {
    const [open = 0, isHidden = 0, closed = 0, gone = 0] = store(4)
    jobs.set(closed, jobSaying({}, { id: closed, closedAt: 1 }))
    jobs.delete(gone)
    hidden = [isHidden]
    best = [gone, closed, isHidden, open]
    expect(idsOf(atOnce(ranking.ofScores(ASK, SCORES)))).toEqual([open])
  })
})

describe('jobs that were read', () => {
  test('are not read again for the next list, until any job is another', () => {
    const ids = store(50)
    atOnce(ranking.shortlist(ASK))
    const later = { ...ASK, seeker: seeking({ countries: ['DE'] }) }
    expect(idsOf(atOnce(ranking.shortlist(later)))).toEqual(ids)
    expect(reads).toEqual(ids)
    version = '2'
    jobs.set(1, jobSaying({}, { id: 1, closedAt: 1 }))
    expect(idsOf(atOnce(ranking.shortlist(later)))).toEqual(ids.slice(1))
    expect(reads).toEqual([...ids, ...ids])
  })

  test('are read again with the registers that a profile needs to know of', () => {
    const ids = store(3)
    atOnce(ranking.shortlist(ASK))
    atOnce(ranking.shortlist({ ...ASK, seeker: seeking({ needsSponsorship: true }) }))
    expect(reads).toEqual([...ids, ...ids])
  })

  test('are those of the next list even when a list has more than are kept', () => {
    best = store(5000, GERMAN)
    const first = idsOf(atOnce(ranking.ofScores(ASK, SCORES)))
    expect(idsOf(atOnce(ranking.ofScores(ASK, SCORES)))).toEqual(first)
  })
})
