import { useQuery } from '@tanstack/react-query'
import type { DocumentHead } from '#shared/documents.ts'
import type { JobId } from '#shared/ids.ts'
import { useApi } from '../../../bridge/api.tsx'

const SHOWN_MOST = 100

interface JobChoice {
  readonly id: JobId
  readonly name: string
}

/** The jobs that a document may be for: its own, those with an application, the saved ones. Each once. */
export function useJobChoices(own: DocumentHead['job']): { readonly choices: readonly JobChoice[] } {
  const api = useApi()
  const applications = useQuery(api.applications.list.queryOptions({ input: { limit: SHOWN_MOST } }))
  const saved = useQuery(api.jobs.search.queryOptions({ input: { mark: 'saved', perPage: SHOWN_MOST } }))
  const all = [
    ...(own === null ? [] : [{ jobId: own.id, title: own.title, company: own.company }]),
    ...(applications.data?.rows ?? []),
    ...(saved.data?.jobs ?? []).map(({ id, title, company }) => ({ jobId: id, title, company })),
  ]
  const byId = new Map<JobId, JobChoice>()
  for (const { jobId, title, company } of all)
    if (jobId !== null && !byId.has(jobId)) byId.set(jobId, { id: jobId, name: `${title} · ${company}` })
  return { choices: [...byId.values()] }
}
