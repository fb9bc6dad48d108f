import type { ReactNode } from 'react'
import type { JobDetail } from '#shared/jobs.ts'
import { formatAgo, formatDate, languageName } from '../../ui/format.ts'
import classes from './facts-grid.module.css'
import { placeWords } from './place.ts'
import { formatPayFull, formatYearEur } from './salary.ts'
import { REMOTE_SCOPE_WORDS, ROLE_WORDS, SENIORITY_WORDS, TYPE_WORDS, WORKPLACE_WORDS } from './words.ts'

/** What is known about a job, fact by fact. What the posting does not state is said to be unstated, never guessed. */
export function FactsGrid({ job, now }: { readonly job: JobDetail; readonly now: number }) {
  const { facts } = job
  const posted = job.postedAt === null ? null : `${formatDate(job.postedAt)} (${formatAgo(job.postedAt, now)})`
  return (
    <dl className={classes.grid}>
      <Fact name="Place">{facts.places.length === 0 ? null : facts.places.map(placeWords).join(' · ')}</Fact>
      <Fact name="Workplace">{workplaceWords(job)}</Fact>
      <Fact name="Salary">
        <Pay job={job} />
      </Fact>
      <Fact name="Level">{facts.seniority === 'unknown' ? null : SENIORITY_WORDS[facts.seniority]}</Fact>
      <Fact name="Role">{ROLE_WORDS[facts.roleFamily]}</Fact>
      <Fact name="Type">{facts.employmentType === null ? null : TYPE_WORDS[facts.employmentType]}</Fact>
      <Fact name="Language">{facts.language === null ? null : languageName(facts.language)}</Fact>
      <Fact name="Posted">{posted}</Fact>
      {facts.closesAt !== null && <Fact name="Closes">{formatDate(facts.closesAt)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children ?? <span className={classes.none}>Not stated</span>}</dd>
    </div>
  )
}

function Pay({ job }: { readonly job: JobDetail }) {
  const { salary } = job.facts
  const stated = salary && formatPayFull(salary)
  if (!salary || !stated) return <span className={classes.none}>Not stated</span>
  const yearEur = formatYearEur(salary)
  return (
    <>
      {stated}
      {yearEur !== null && salary.yearEur && (
        <span className={classes.more}>
          {yearEur}, rates of {formatDate(Date.parse(salary.yearEur.asOf))}
        </span>
      )}
    </>
  )
}

function workplaceWords(job: JobDetail): string | null {
  const { workplace, remoteScope } = job.facts
  if (workplace === 'unknown') return null
  const scope = remoteScope === null ? '' : `, ${REMOTE_SCOPE_WORDS[remoteScope]}`
  return `${WORKPLACE_WORDS[workplace]}${scope}`
}
