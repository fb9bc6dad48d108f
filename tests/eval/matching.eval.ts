import { join } from 'node:path'
import { readPostingWords } from '#main/domains/jobs/match/posting-words.ts'
import type { MatchJob } from '#main/domains/jobs/match/read-match-jobs.ts'
import { companyKey } from '#main/domains/jobs/pipeline/company-key.ts'
import { factsOfRow } from '#main/domains/jobs/rows/enriched-row.ts'
import { postingOfRow } from '#main/domains/jobs/rows/posting-row.ts'
import { htmlToPlainText } from '#main/domains/jobs/pipeline/html-to-plain-text.ts'
import { placed } from '#main/domains/recommendations/placing.ts'
import { normalisedWeights } from '#main/domains/recommendations/score.ts'
import { seekerOf } from '#main/domains/recommendations/seeker.ts'
import { candidateOf } from '#main/domains/recommendations/shortlist.ts'
import { connect } from '#main/infra/db/driver.ts'
import { profileSchema } from '#shared/profile.ts'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import type { Verdict } from './facts.eval.ts'
import {
  type JudgedJob,
  type Judgement,
  type JudgedProfile,
  readJudgements,
  readJudgedJobs,
  readProfiles,
} from './rows.ts'
import { figure } from './score.ts'

const NOW = Date.UTC(2026, 10, 28)
/** Ranks that count. */
const DEPTH = 10

interface Graded {
  readonly id: string
  readonly grade: number
  readonly why: string
}

/** How well judged jobs are ranked for judged profiles: nDCG@10 of the recommendations, and of plain BM25 over title and text with the
 *  profile's skills and roles as the query. Null when the set is not there. */
export function judgeMatching(dir: string): Verdict | null {
  const profiles = readProfiles(join(dir, 'profiles.jsonl'))
  const jobs = readJudgedJobs(join(dir, 'jobs.jsonl'))
  const judgements = readJudgements(join(dir, 'judgements.jsonl'))
  if (profiles.length === 0 || jobs.length === 0) return null
  const read = new Map(jobs.map((job, at) => [job.id, matchJobOf(job, at + 1)]))
  const byText = createTextRanking(jobs)
  const rows = profiles.map((profile) => {
    const graded = gradedFor(profile, judgements)
    const ours = rankedByUs(profile, { graded, read })
    return { profile, ours: gainOf(ours), text: gainOf(byText(profile, graded)), misses: missesOf(profile, ours) }
  })
  const [ours, text] = [meanOf(rows.map((row) => row.ours)), meanOf(rows.map((row) => row.text))]
  return {
    lines: [
      `  nDCG@${DEPTH}: recommendations ${figure(ours)}  plain BM25 ${figure(text)}  difference ${signed(ours - text)}`,
      ...rows.map(
        (row) =>
          `    ${row.profile.id.padEnd(6)} ${figure(row.ours)}  ${figure(row.text)}  ${signed(row.ours - row.text)}`,
      ),
    ],
    misses: rows.flatMap((row) => row.misses),
  }
}

function gradedFor(profile: JudgedProfile, judgements: readonly Judgement[]): Graded[] {
  return judgements
    .filter((judgement) => judgement.profile === profile.id)
    .map(({ job, grade, why = '' }) => ({ id: job, grade, why }))
}

function matchJobOf(row: JudgedJob, id: number): MatchJob {
  const posting = postingOfRow(row, NOW)
  return {
    id,
    title: posting.title,
    company: posting.company,
    companyKey: companyKey(posting.company),
    facts: factsOfRow(row, NOW),
    postedAt: posting.postedAt,
    firstSeenAt: NOW,
    closedAt: null,
    words: readPostingWords(posting.descriptionText),
    registers: [],
  }
}

/** The judged jobs as the list would have them, without the limits of a list. */
function rankedByUs(
  { profile }: JudgedProfile,
  { graded, read }: { graded: readonly Graded[]; read: ReadonlyMap<string, MatchJob> },
): (Graded & { readonly score: number; readonly evidence: string })[] {
  const comparing = {
    seeker: seekerOf(profileSchema.parse(profile)),
    context: { nowMs: NOW, unwelcomeCompanies: new Set<string>() },
  }
  const byId = new Map(
    graded.flatMap((grade) => read.get(grade.id) ?? []).map((job) => [job.id, candidateOf(job, comparing)]),
  )
  const rows = placed([...byId.values()], normalisedWeights(DEFAULT_WEIGHTS), { minScore: 0, maxPerCompany: 50 })
  return rows.flatMap(({ candidate, score }) => {
    const grade = graded.find(({ id }) => read.get(id)?.id === candidate.job.id)
    const evidence = Object.entries(candidate.readings).map(([factor, { value }]) => `${factor} ${value.toFixed(2)}`)
    return grade === undefined ? [] : [{ ...grade, score, evidence: [...evidence, ...candidate.concerns].join(', ') }]
  })
}

/** A ranking by SQLite's own bm25() over an index of the judged jobs. Jobs without any of the words come last. */
function createTextRanking(jobs: readonly JudgedJob[]) {
  const database = connect(':memory:')
  database.raw.exec('create virtual table posting using fts5(title, body)')
  const insert = database.raw.prepare<[number, string, string]>(
    'insert into posting (rowid, title, body) values (?, ?, ?)',
  )
  for (const [at, job] of jobs.entries()) insert.run(at + 1, job.title, htmlToPlainText(job.description ?? ''))
  const ask = database.raw
    .prepare<[string], number>('select rowid from posting where posting match ? order by bm25(posting), rowid')
    .pluck()
  return ({ profile }: JudgedProfile, graded: readonly Graded[]): Graded[] => {
    const { skills, roleFamilies } = profileSchema.parse(profile)
    const words = [...skills.map(({ name }) => name), ...roleFamilies.map((role) => role.replaceAll('_', ' '))]
    const query = words.map((word) => `"${word.replaceAll('"', '')}"`).join(' OR ')
    const order = ask.all(query === '' ? '"job"' : query).map((rowid) => jobs[rowid - 1]?.id)
    const rankOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
    return graded.toSorted((a, b) => rankOf(a.id) - rankOf(b.id))
  }
}

/** Normalised discounted cumulated gain of the first ranks, with gains of 2^grade − 1. */
function gainOf(ranked: readonly Graded[]): number {
  const best = ranked.toSorted((a, b) => b.grade - a.grade)
  const ideal = gain(best)
  return ideal === 0 ? 1 : gain(ranked) / ideal
}

function gain(ranked: readonly Graded[]): number {
  return ranked.slice(0, DEPTH).reduce((sum, { grade }, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
}

/** Poor jobs among the first ranks, and good ones behind them. */
function missesOf({ id }: JudgedProfile, ranked: ReturnType<typeof rankedByUs>): string[] {
  return ranked.flatMap((job, at) => {
    const isMiss = at < DEPTH / 2 ? job.grade <= 1 : at >= DEPTH && job.grade >= 2
    const where = `${id} rank ${at + 1}: ${job.id} grade ${job.grade}, score ${job.score.toFixed(1)}`
    return isMiss ? [`${where} (${job.why}) ${job.evidence}`] : []
  })
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function signed(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(3)}`
}
