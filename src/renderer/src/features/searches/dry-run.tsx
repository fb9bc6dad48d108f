import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { JobFilter, JobListItem } from '#shared/jobs.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatCount, formatDate, formatQuantity } from '../../ui/format.ts'
import classes from './searches-page.module.css'

const DAYS = 14
const TYPING_MS = 300

/** What an alert would have told in the last days, had it been on. */
export function DryRun({ filter, least }: { readonly filter: JobFilter; readonly least: number }) {
  const api = useApi()
  const [asked] = useDebouncedValue(least, TYPING_MS)
  const run = useQuery(
    api.searches.dryRun.queryOptions({
      input: { filter, alert: { least: asked }, days: DAYS },
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  )
  if (!run.data) {
    if (!run.isError) return <output className={classes.said}>Looking at the last {DAYS} days…</output>
    return (
      <p role="alert" className={classes.said}>
        {describeProblem(run.error).message}{' '}
        <Button size="compact-xs" variant="default" onClick={() => void run.refetch()}>
          Try again
        </Button>
      </p>
    )
  }
  const { days, examples } = run.data
  const told = days.filter(({ wouldTell }) => wouldTell).length
  const jobs = days.reduce((sum, day) => sum + day.jobs, 0)
  return (
    <>
      <output className={classes.said}>
        {jobs === 0
          ? `In the last ${DAYS} days nothing came that it finds.`
          : `In the last ${DAYS} days ${formatQuantity(jobs, ['job', 'jobs'])} came that it finds. ${toldWords(told)}`}
      </output>
      {jobs > 0 && <Days days={days} />}
      {examples.length > 0 && <Examples jobs={examples} />}
    </>
  )
}

function toldWords(told: number): string {
  return told === 0
    ? 'It would not have told you.'
    : `It would have told you on ${formatQuantity(told, ['day', 'days'])}.`
}

interface Day {
  readonly dayStart: number
  readonly jobs: number
  readonly wouldTell: boolean
}

function Days({ days }: { readonly days: readonly Day[] }) {
  const most = Math.max(...days.map(({ jobs }) => jobs))
  const first = days.at(-1)
  return (
    <div>
      <ol className={classes.days} aria-label="New jobs by day">
        {days.toReversed().map((day) => (
          <li key={day.dayStart} className={classes.day} data-told={day.wouldTell || undefined} title={dayWords(day)}>
            <span className="cc-unseen">{dayWords(day)}</span>
            <span className={classes.bar} style={{ height: `${(100 * day.jobs) / most}%` }} />
          </li>
        ))}
      </ol>
      <p className={classes.axis} aria-hidden="true">
        <span>{first && formatDate(first.dayStart)}</span>
        <span>Today</span>
      </p>
    </div>
  )
}

function dayWords({ dayStart, jobs, wouldTell }: Day): string {
  return `${formatDate(dayStart)}: ${formatCount(jobs)}${wouldTell ? ', told' : ''}`
}

function Examples({ jobs }: { readonly jobs: readonly JobListItem[] }) {
  return (
    <ul className={classes.examples} aria-label="Examples">
      {jobs.map((job) => (
        <li key={job.id} className={classes.example}>
          <Link to="/jobs" search={{ job: job.id }}>
            {job.title}
          </Link>
          <span>{job.company}</span>
        </li>
      ))}
    </ul>
  )
}
