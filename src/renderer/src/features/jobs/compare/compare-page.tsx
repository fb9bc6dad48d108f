import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { IconColumns3, IconStarFilled, IconX } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { JobId } from '#shared/ids.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { Keys } from '../../../ui/keys.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { COMPARED_MAX, COMPARED_MIN } from '../selection/bulk.ts'
import classes from './compare-page.module.css'
import { compareRows, type ComparedJob } from './compare-rows.ts'
import { CompareTable } from './compare-table.tsx'
import { readCompareSearch } from './compare-url.ts'

const route = getRouteApi('/frame/compare')

/** Up to four jobs side by side, question by question. */
export function ComparePage() {
  const navigate = route.useNavigate()
  const ids = readCompareSearch({ ...route.useSearch() }).ids ?? []
  const { compared, missing, problem, isPending, retry } = useCompared(ids)
  const [isOnlyDifferences, setOnlyDifferences] = useState(false)
  const leaveOut = (gone: readonly JobId[]) => {
    const left = ids.filter((id) => !gone.includes(id))
    void navigate({ search: left.length === 0 ? {} : { ids: left }, replace: true })
  }
  const rows = compareRows(compared).filter(({ isDifferent }) => isDifferent || !isOnlyDifferences)
  return (
    <PageFrame
      title="Compare"
      actions={
        compared.length >= COMPARED_MIN && (
          <Switch
            size="xs"
            label="Only what differs"
            checked={isOnlyDifferences}
            onChange={(event) => setOnlyDifferences(event.currentTarget.checked)}
          />
        )
      }
    >
      <title>Compare · Career Copilot</title>
      {ids.length === 0 && <NothingToCompare />}
      {missing.length > 0 && (
        <output className={classes.note}>
          {missing.length === 1 ? 'One job is' : `${missing.length} jobs are`} not here any more.{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => leaveOut(missing)}>
            Leave out
          </Button>
        </output>
      )}
      {problem !== null && <ProblemBlank {...describeProblem(problem)} onRetry={retry} />}
      {isPending && <output className={classes.note}>Loading the jobs…</output>}
      {compared.length > 0 && (
        <CompareTable
          rows={rows}
          heads={compared.map((one) => (
            <JobHead key={one.job.id} job={one.job} onRemove={() => leaveOut([one.job.id])} />
          ))}
          ids={compared.map(({ job }) => job.id)}
        />
      )}
      {compared.length === 1 && !isPending && (
        <p className={classes.note}>
          One job alone compares with nothing. Pick up to {COMPARED_MAX} in the list of jobs.
        </p>
      )}
    </PageFrame>
  )
}

function useCompared(ids: readonly JobId[]) {
  const api = useApi()
  const jobs = useQueries({ queries: ids.map((id) => api.jobs.get.queryOptions({ input: { id }, retry: false })) })
  const permits = useQueries({ queries: ids.map((jobId) => api.permits.check.queryOptions({ input: { jobId } })) })
  const isGone = (error: Error | null) => error instanceof ORPCError && error.code === 'NOT_FOUND'
  return {
    compared: jobs.flatMap(({ data }, index): ComparedJob[] =>
      data === undefined ? [] : [{ job: data, checks: permits[index]?.data?.checks ?? null }],
    ),
    missing: ids.filter((_, index) => isGone(jobs[index]?.error ?? null)),
    problem: jobs.find(({ error }) => error !== null && !isGone(error))?.error ?? null,
    isPending: jobs.some((job) => job.isPending),
    retry: () => {
      for (const job of jobs) if (job.isError) void job.refetch()
    },
  }
}

function JobHead({ job, onRemove }: { readonly job: ComparedJob['job']; readonly onRemove: () => void }) {
  return (
    <div className={classes.job}>
      <div className={classes.names}>
        <Link to="/jobs" search={{ job: job.id }} className={classes.open}>
          {job.isSaved && <IconStarFilled size={12} className={classes.star} aria-label="Saved" />}
          {job.title}
        </Link>
        <span className={classes.company}>
          {job.company}
          {job.closedAt !== null && ' · Closed'}
        </span>
      </div>
      <Tooltip label="Take out of the comparison">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`Take ${job.title} at ${job.company} out`}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function NothingToCompare() {
  return (
    <Blank
      icon={IconColumns3}
      title="Nothing to compare yet"
      actions={
        <Button size="xs" renderRoot={(root) => <Link to="/jobs" {...root} />}>
          Go to Jobs
        </Button>
      }
    >
      Select two to {COMPARED_MAX} jobs in the list, with <Keys keys="x" />
      <span className="cc-unseen">the key X</span> or the box at the left of a row, then choose Compare.
    </Blank>
  )
}
