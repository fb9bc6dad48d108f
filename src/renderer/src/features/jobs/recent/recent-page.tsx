import { Button, Skeleton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { JobLinks } from './job-links.tsx'

const SHOWN = 100

/** The jobs that were opened, the last one first. */
export function RecentPage() {
  const api = useApi()
  const { data, error, refetch } = useQuery(api.jobs.viewed.queryOptions({ input: { limit: SHOWN } }))
  return (
    <Page title="Recently viewed">
      <title>Recently viewed · Career Copilot</title>
      {data === undefined && error === null && (
        <output aria-label="Loading jobs">
          <Skeleton height={320} radius="lg" />
        </output>
      )}
      {data === undefined && error !== null && (
        <ProblemBlank {...describeProblem(error)} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <Blank
          icon={IconHistory}
          title="Nothing viewed yet"
          actions={
            <Button size="xs" renderRoot={(root) => <Link to="/jobs" {...root} />}>
              Go to Jobs
            </Button>
          }
        >
          A job that you open for a moment is found again here.
        </Blank>
      )}
      {data !== undefined && data.length > 0 && (
        <JobLinks label="Recently viewed" jobs={data.map((job) => ({ job, note: null }))} />
      )}
    </Page>
  )
}
