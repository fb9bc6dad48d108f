import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconGhost2, IconPencil, IconX } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, memo, Suspense, useState } from 'react'
import type { JobId } from '#shared/ids.ts'
import { HIDE_REASONS, type JobDetail } from '#shared/jobs.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { formatDate } from '../../../ui/format.ts'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { ApplicationLine } from '../../applications/index.ts'
import { TailorLinks } from '../../documents/index.ts'
import { MatchCard } from '../../recommendations/index.ts'
import { focusOnArrival } from '../view/focus.ts'
import { JobActions } from '../actions/job-actions.tsx'
import type { HideReason } from '../actions/use-job-marks.ts'
import { useNoteViewed } from '../recent/use-viewed.ts'
import { HIDE_REASON_WORDS } from '../facts/words.ts'
import { Description } from './description/description.tsx'
import { FactsGrid } from './cards/facts-grid.tsx'
import classes from './job-detail.module.css'
import { PermitCard } from './cards/permit-card.tsx'
import { PostingLinks } from './cards/posting-links.tsx'
import { RelatedJobs } from './related/related-jobs.tsx'
import { SkillsList } from './cards/skills-list.tsx'
import { SponsorCard } from './cards/sponsor-card.tsx'
import { VisaCard } from './cards/visa-card.tsx'

const CorrectDialog = lazy(async () => ({ default: (await import('./corrections/correct-dialog.tsx')).CorrectDialog }))

export function useJob(id: JobId | null) {
  const api = useApi()
  return useQuery({
    ...api.jobs.get.queryOptions({ input: { id: id ?? (1 as JobId) } }),
    enabled: id !== null,
  })
}

interface DetailProps {
  readonly id: JobId
  /** The detail has the content area to itself: leaving it is going back. */
  readonly isAlone: boolean
  /** Beside the list for the user: the match is told as that list has it, with every reason from the start. */
  readonly isListed?: boolean
  readonly onClose: () => void
  readonly onSave: (job: JobDetail) => void
  readonly onHide: (job: JobDetail, reason: HideReason | null) => void
}

/** Everything about one job, beside the list or in its place. */
export const JobDetailPane = memo(function JobDetailPane(props: DetailProps) {
  const query = useJob(props.id)
  const job = query.data
  useNoteViewed(job?.id ?? null)
  return (
    <section className={classes.pane} aria-label="Job details">
      <div className={classes.bar}>
        {props.isAlone && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowLeft size={15} />}
            onClick={props.onClose}
            ref={focusOnArrival}
          >
            Back to the list
          </Button>
        )}
        <div className={classes.actions}>
          {job && (
            <JobActions job={job} onSave={() => props.onSave(job)} onHide={(reason) => props.onHide(job, reason)} />
          )}
          {!props.isAlone && (
            <Tooltip label="Close (Esc)">
              <ActionIcon variant="subtle" color="gray" size={30} aria-label="Close details" onClick={props.onClose}>
                <IconX size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} key={props.id} aria-label="Posting" tabIndex={0}>
        {job ? (
          <DetailBody job={job} isListed={props.isListed} />
        ) : (
          <DetailGap error={query.error} onRetry={() => void query.refetch()} />
        )}
      </section>
    </section>
  )
})

function DetailBody({ job, isListed }: { readonly job: JobDetail; readonly isListed: boolean | undefined }) {
  const now = useNow(60_000)
  const [isCorrecting, setCorrecting] = useState(false)
  const { facts } = job
  const reason = HIDE_REASONS.find((known) => known === job.hideReason)
  return (
    <article className={classes.body}>
      <title>{`${job.title} · ${job.company} · Career Copilot`}</title>
      <header>
        <p className={classes.company}>{job.company}</p>
        <h2 className={classes.title}>{job.title}</h2>
        {job.closedAt !== null && (
          <p className={classes.hidden}>Closed: gone from its source since {formatDate(job.closedAt)}</p>
        )}
        {job.repostOf !== null && (
          <p className={classes.earlier}>
            Posted again: this employer had it open until {formatDate(job.repostOf.closedAt ?? job.repostOf.lastSeenAt)}
            .{' '}
            <Link to="/jobs" search={{ openings: 'all', job: job.repostOf.id }}>
              The earlier one
            </Link>
          </p>
        )}
        {job.isHidden && (
          <p className={classes.hidden}>Hidden{reason ? `: ${HIDE_REASON_WORDS[reason].toLowerCase()}` : ''}</p>
        )}
        <ApplicationLine jobId={job.id} />
        <TailorLinks jobId={job.id} />
      </header>
      <div>
        <FactsGrid job={job} now={now} />
        <Button
          className={classes.correct ?? ''}
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconPencil size={13} aria-hidden="true" />}
          onClick={() => setCorrecting(true)}
        >
          Put something right
        </Button>
        {isCorrecting && (
          <Suspense fallback={null}>
            <CorrectDialog job={job} onClose={() => setCorrecting(false)} />
          </Suspense>
        )}
      </div>
      <VisaCard visa={facts.visa} />
      <MatchCard jobId={job.id} isListed={isListed ?? false} />
      <SponsorCard sponsors={job.sponsors} visa={facts.visa.status} />
      <PermitCard jobId={job.id} />
      <SkillsList skills={facts.skills} />
      <Description job={job} />
      <PostingLinks job={job} />
      <RelatedJobs job={job} />
    </article>
  )
}

function DetailGap({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) {
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') {
    return (
      <Blank icon={IconGhost2} title="This job is not here">
        The link may be old, or from another profile.
      </Blank>
    )
  }
  if (error) {
    const problem = describeProblem(error)
    return <ProblemBlank title={problem.title} message={problem.message} logId={problem.logId} onRetry={onRetry} />
  }
  return (
    <output className={classes.body} aria-label="Loading the job">
      <Skeleton height={14} width="30%" />
      <Skeleton height={26} width="70%" />
      <Skeleton height={96} />
      <Skeleton height={84} radius="lg" />
      <Skeleton height={240} />
    </output>
  )
}
