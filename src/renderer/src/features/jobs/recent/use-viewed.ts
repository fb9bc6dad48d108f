import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { JobId } from '#shared/ids.ts'
import { useApi } from '../../../bridge/api.tsx'
import { useCommands } from '../../../ui/commands.tsx'

/** Passing over a job on the way to the next is not looking at it. */
const LOOKED_MS = 1200
const IN_PALETTE = 6

/** Notes that the user looked at a job, once it was open for a moment. */
export function useNoteViewed(id: JobId | null): void {
  const api = useApi()
  const queryClient = useQueryClient()
  useEffect(() => {
    if (id === null) return undefined
    const timer = window.setTimeout(() => {
      // A look that is not noted is no problem worth a word: the job is open, and the next look is noted again.
      void api.jobs.noteViewed.call({ id }).then(
        () => queryClient.invalidateQueries({ queryKey: api.jobs.viewed.key() }),
        () => undefined,
      )
    }, LOOKED_MS)
    return () => window.clearTimeout(timer)
  }, [api, queryClient, id])
}

/** The jobs that were looked at last, to be opened again by name from the palette. */
export function useViewedCommands(): void {
  const api = useApi()
  const navigate = useNavigate()
  const { data } = useQuery(api.jobs.viewed.queryOptions({ input: { limit: IN_PALETTE } }))
  useCommands(
    (data ?? []).map((job) => ({
      id: `viewed.${job.id}`,
      group: 'Recently viewed',
      label: [job.title, job.company].filter((part) => part !== '').join(' · '),
      run: () => void navigate({ to: '/jobs', search: { job: job.id } }),
    })),
  )
}
