import { Link } from '@tanstack/react-router'
import type { JobListItem } from '#shared/jobs.ts'
import { formatAge } from '../../../ui/format.ts'
import { useNow } from '../../../ui/use-now.ts'
import { readJobsSearch } from '../view/jobs-url.ts'
import { placeShort } from '../facts/place.ts'
import { formatPayShort } from '../facts/salary.ts'
import { VisaBadge } from '../facts/visa-badge.tsx'
import { WORKPLACE_WORDS } from '../facts/words.ts'
import classes from './job-links.module.css'

/** Jobs as a short list of ways to open them; the list of jobs, if there is one beside, keeps its filters. `note`: one line more. */
export function JobLinks(props: {
  readonly jobs: readonly { readonly job: JobListItem; readonly note: string | null }[]
  readonly label: string
  /** The employer is named by what stands around. */
  readonly isOfOneCompany?: boolean
}) {
  const now = useNow(60_000)
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.jobs.map(({ job, note }) => (
        <li key={job.id}>
          <Link
            to="/jobs"
            search={(before) => ({ ...readJobsSearch({ ...before }), job: job.id })}
            className={classes.item}
          >
            <span className={classes.main}>
              <span className={classes.title}>{job.title}</span>
              <span className={classes.sub}>{subOf(job, props.isOfOneCompany ?? false)}</span>
              {note !== null && <span className={classes.note}>{note}</span>}
            </span>
            <span className={classes.side}>
              <span className={classes.pay}>{job.salary && formatPayShort(job.salary)}</span>
              <VisaBadge status={job.visa} />
              <span className={classes.age}>{formatAge(job.postedAt ?? job.firstSeenAt, now)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function subOf(job: JobListItem, isOfOneCompany: boolean): string {
  return [
    isOfOneCompany ? null : job.company,
    placeShort(job.place, job.placeCount),
    job.workplace === 'unknown' ? null : WORKPLACE_WORDS[job.workplace],
    job.closedAt === null ? null : 'Closed',
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}
