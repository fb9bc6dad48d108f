import type { JobDetail } from '#shared/jobs.ts'
import type { PermitCheck } from '#shared/permits.ts'
import { formatDate, regionName, type Locale } from '../../../ui/format.ts'
import { officeDaysWords } from '../facts/fact-words.ts'
import { PERMIT_VERDICT_WORDS } from '../facts/permit-words.ts'
import { placeWords } from '../facts/place.ts'
import { formatEurYear, formatPayFull } from '../facts/salary.ts'
import {
  REMOTE_SCOPE_WORDS,
  ROLE_WORDS,
  SENIORITY_WORDS,
  TYPE_WORDS,
  VISA_SENTENCES,
  WORKPLACE_WORDS,
} from '../facts/words.ts'

/** What one job says to one question, line by line; none when the posting does not say. `quote` is word for word. */
export interface CompareCell {
  readonly lines: readonly string[]
  readonly quote: string | null
}

/** One question that all compared jobs answer. `names`: the lines are names and stand as such. */
export interface CompareRow {
  readonly name: string
  readonly cells: readonly CompareCell[]
  readonly isDifferent: boolean
  readonly isOfNames: boolean
  /** What is shown where a job says nothing. */
  readonly silence: string
}

/** A job of a comparison, with its permit checks; null while they are on their way. */
export interface ComparedJob {
  readonly job: JobDetail
  readonly checks: readonly PermitCheck[] | null
}

/** The comparison, question by question. Skills that all of them name stand apart from those that only some do. A job's fit is left
 *  out while none was reckoned. Pure. */
export function compareRows(compared: readonly ComparedJob[], locale?: Locale): CompareRow[] {
  const row = (name: string, linesOf: (one: ComparedJob) => readonly (string | null)[]): CompareRow =>
    rowOf({ name, cells: compared.map((one) => ({ lines: said(linesOf(one)), quote: null })) })
  const shared = sharedSkills(compared)
  const rows = [
    row('Pay', ({ job }) => [job.facts.salary && formatPayFull(job.facts.salary, locale)]),
    row('A year in EUR', ({ job }) => [job.facts.salary && formatEurYear(job.facts.salary, locale)]),
    row('Place', ({ job }) => job.facts.places.map(placeWords)),
    row('Workplace', ({ job }) => workplaceLines(job)),
    rowOf({
      name: 'Visa',
      cells: compared.map(({ job: { facts } }) => ({
        lines: facts.visa.status === 'unstated' ? [] : [VISA_SENTENCES[facts.visa.status]],
        quote: facts.visa.evidence,
      })),
    }),
    { ...row('Permit check', ({ checks }) => checks?.map(permitLine) ?? ['…']), silence: 'Nothing to check' },
    row('Level', ({ job }) => [job.seniority === 'unknown' ? null : SENIORITY_WORDS[job.seniority]]),
    row('Role', ({ job }) => [ROLE_WORDS[job.roleFamily]]),
    row('Employment', ({ job }) => [job.facts.employmentType && TYPE_WORDS[job.facts.employmentType]]),
    { ...row('Skills in common', () => shared), ...NAMES },
    { ...row('Other skills', ({ job }) => skillsOf(job).filter((name) => !shared.includes(name))), ...NAMES },
    row('Posted', ({ job }) => [job.postedAt === null ? null : formatDate(job.postedAt, locale)]),
    row('Sources', ({ job }) => [...new Set(job.postings.map(({ sourceName }) => sourceName))]),
  ]
  const hasMatch = compared.some(({ job }) => job.match !== null)
  return hasMatch ? [{ ...row('Fits you', ({ job }) => [matchLine(job)]), silence: 'Not reckoned' }, ...rows] : rows
}

function rowOf({ name, cells }: Pick<CompareRow, 'name' | 'cells'>): CompareRow {
  const answers = new Set(cells.map(({ lines }) => lines.join('\n')))
  return { name, cells, isDifferent: answers.size > 1, isOfNames: false, silence: 'Not stated' }
}

function said(lines: readonly (string | null)[]): string[] {
  return lines.filter((line) => line !== null)
}

const NAMES = { isOfNames: true, silence: 'None' } as const

function matchLine({ match }: JobDetail): string | null {
  return match === null ? null : `${Math.round(match)} of 100`
}

function skillsOf(job: JobDetail): string[] {
  return job.facts.skills.map(({ name }) => name)
}

/** Skills that every one of at least two jobs names, in the first one's order. */
function sharedSkills(compared: readonly ComparedJob[]): string[] {
  const [first, ...others] = compared
  if (first === undefined || others.length === 0) return []
  const named = others.map(({ job }) => new Set(skillsOf(job)))
  return skillsOf(first.job).filter((name) => named.every((names) => names.has(name)))
}

function workplaceLines({ facts }: JobDetail): (string | null)[] {
  return [
    facts.workplace === 'unknown' ? null : WORKPLACE_WORDS[facts.workplace],
    facts.remoteScope === null ? null : REMOTE_SCOPE_WORDS[facts.remoteScope],
    facts.officeDays === null ? null : officeDaysWords(facts.officeDays),
  ]
}

function permitLine({ permit, countryCode, region, verdict }: PermitCheck): string {
  const place = [regionName(countryCode), region].filter((part) => part !== null).join(', ')
  return `${permit} (${place}): ${PERMIT_VERDICT_WORDS[verdict].toLowerCase()}`
}
