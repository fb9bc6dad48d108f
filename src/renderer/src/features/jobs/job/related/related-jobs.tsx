import { Anchor, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { JobDetail } from '#shared/jobs.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { formatCount } from '../../../../ui/format.ts'
import { JobLinks } from '../../recent/job-links.tsx'
import classes from './related-jobs.module.css'
import { companyQuery, reasonsSentence } from './related-words.ts'

const SHOWN = 5

/** Where else to look from here: jobs like this one, and what else its employer has open. */
export function RelatedJobs({ job }: { readonly job: Pick<JobDetail, 'id' | 'company'> }) {
  return (
    <>
      <SimilarJobs job={job} />
      <OthersOfCompany job={job} />
    </>
  )
}

function SimilarJobs({ job }: { readonly job: Pick<JobDetail, 'id'> }) {
  const api = useApi()
  const { data, error } = useQuery(
    api.jobs.similar.queryOptions({ input: { id: job.id, limit: SHOWN }, staleTime: 60_000 }),
  )
  return (
    <section aria-labelledby="similar-title">
      <h3 id="similar-title" className={classes.title}>
        Similar jobs
      </h3>
      {data === undefined && error === null && <Skeleton height={120} radius="lg" />}
      {data === undefined && error !== null && <p className={classes.note}>{describeProblem(error).message}</p>}
      {data?.jobs.length === 0 && <p className={classes.note}>Nothing else that is much like it, so far.</p>}
      {data !== undefined && data.jobs.length > 0 && (
        <JobLinks
          label="Similar jobs"
          jobs={data.jobs.map((similar) => ({ job: similar.job, note: reasonsSentence(similar.reasons) }))}
        />
      )}
    </section>
  )
}

function OthersOfCompany({ job }: { readonly job: Pick<JobDetail, 'id' | 'company'> }) {
  const api = useApi()
  const { data } = useQuery(api.jobs.othersOf.queryOptions({ input: { id: job.id, limit: SHOWN }, staleTime: 60_000 }))
  if (data === undefined || data.total === 0) return null
  const title = `More at ${data.company}`
  return (
    <section aria-labelledby="others-title">
      <h3 id="others-title" className={classes.title}>
        {title}
      </h3>
      <JobLinks label={title} isOfOneCompany jobs={data.jobs.map((other) => ({ job: other, note: null }))} />
      {data.total > data.jobs.length && (
        <Anchor
          className={classes.all ?? ''}
          size="xs"
          renderRoot={(root) => <Link to="/jobs" search={{ q: companyQuery(data.company) }} {...root} />}
        >
          All {formatCount(data.total + 1)} at {data.company}
        </Anchor>
      )}
    </section>
  )
}
