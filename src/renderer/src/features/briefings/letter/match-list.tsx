import { Button } from '@mantine/core'
import { IconEyeOff, IconStar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { BriefingContent } from '#shared/briefings.ts'
import type { JobListItem } from '#shared/jobs.ts'
import { inSentences } from '../../../ui/format.ts'
import { useJob, useJobMarks } from '../../jobs/index.ts'
import { ScoreBadge } from '../../recommendations/index.ts'
import classes from './letter.module.css'

type Match = Extract<BriefingContent, { kind: 'daily' }>['matches']['jobs'][number]

/** Jobs that fit, with what speaks for them; to be kept or put away on the spot. */
export function MatchList({ jobs, isNow }: { readonly jobs: readonly Match[]; readonly isNow: boolean }) {
  const marks = useJobMarks()
  return (
    <ol className={classes.list} aria-label="New jobs for you">
      {jobs.map((job) => (
        <li key={job.jobId} className={classes.row}>
          {job.match !== null && <ScoreBadge score={job.match} />}
          <div className={classes.words}>
            <Link to="/jobs" search={{ job: job.jobId }} className={classes.name}>
              {job.title}
            </Link>
            <p className={classes.sub}>{[job.company, job.place].filter((part) => part !== '').join(' · ')}</p>
            {job.reasons.length > 0 && <p className={classes.note}>{inSentences(job.reasons)}</p>}
          </div>
          {isNow && (
            <MatchActions
              job={job}
              onSave={() => marks.setSaved({ id: job.jobId }, true)}
              onHide={() => marks.setHidden({ id: job.jobId }, true, null)}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

/** As the job is marked now, wherever that was done or taken back. */
function MatchActions(props: { readonly job: Match; readonly onSave: () => void; readonly onHide: () => void }) {
  const { job } = props
  const mark = markWord(useJob(job.jobId).data)
  const name = `${job.title} at ${job.company}`
  return (
    <div className={classes.actions} data-screen>
      {mark !== null && <output className={classes.sub}>{mark}</output>}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconStar size={13} aria-hidden="true" />}
        disabled={mark !== null}
        aria-label={`Save ${name}`}
        onClick={props.onSave}
      >
        Save
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconEyeOff size={13} aria-hidden="true" />}
        disabled={mark !== null}
        aria-label={`Hide ${name}`}
        onClick={props.onHide}
      >
        Hide
      </Button>
    </div>
  )
}

function markWord(job: Pick<JobListItem, 'isSaved' | 'isHidden'> | undefined): string | null {
  if (job?.isHidden === true) return 'Hidden'
  return job?.isSaved === true ? 'Saved' : null
}
