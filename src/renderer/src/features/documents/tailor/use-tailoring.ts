import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { applyHunks, hunksOf, type Hunk } from '#shared/document-hunks.ts'
import { documentStyleSchema, type DocumentContent } from '#shared/documents.ts'
import type { JobId } from '#shared/ids.ts'
import type { TailoringOptions, TailoringResult } from '#shared/tailoring.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notify, notifyProblem } from '../../../ui/notify.tsx'
import { blankBase, withoutEmptySections } from './blank-base.ts'
import { nextShown, type ShownProposal } from './shown-proposal.ts'

const CHOOSING_MS = 250
const NAME_MAX_CHARS = 120

/** A proposal for one job, by the rules or as a model `wrote` it, piece by piece to be taken or left. */
export function useTailoring(
  wish: { readonly jobId: JobId; readonly documentId: number | null; readonly options: TailoringOptions },
  wrote: TailoringResult | null,
) {
  const api = useApi()
  const [input] = useDebouncedValue(wish, CHOOSING_MS)
  const composed = useQuery({
    ...api.tailoring.compose.queryOptions({ input }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const source = useQuery({
    ...api.documents.get.queryOptions({ input: { id: input.documentId ?? 1 } }),
    enabled: input.documentId !== null,
  })
  const result = wrote ?? composed.data
  const proposal = result?.content
  const sourceContent = input.documentId === null ? undefined : source.data?.content
  // What is in memory may rest on a career or a document that is another one by now.
  const isOld = wrote === null && (composed.isPlaceholderData || composed.isFetching)
  const isWaiting = isOld || (input.documentId !== null && !source.data)
  const base = useMemo(() => baseOf(proposal, sourceContent), [proposal, sourceContent])
  const hunks = useMemo(() => (base && proposal ? hunksOf(base, proposal) : []), [base, proposal])
  const isRemade = useRemade(isWaiting || !base || !proposal ? null : { asked: wrote ?? input, base, proposal })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const takenIds = useMemo(() => hunks.flatMap(({ id }) => (left.has(id) ? [] : [id])), [hunks, left])
  const applied = useMemo(
    () => (base && proposal ? applyHunks(base, proposal, takenIds) : null),
    [base, proposal, takenIds],
  )
  const unfit = new Set(applied?.unfit)
  return {
    result,
    origin: wrote === null ? ('composer' as const) : ('ai' as const),
    error: composed.error ?? source.error,
    retry: () => {
      void composed.refetch()
      if (input.documentId !== null) void source.refetch()
    },
    isWaiting: isWaiting || input !== wish,
    /** The career or the document changed while it was looked at. What was left stays left, by its place. */
    isRemade,
    hunks,
    /** Both that were compared. */
    contents: base && proposal ? [base, proposal] : [],
    isTaken: ({ id }: Hunk) => !left.has(id),
    taken: takenIds.length - unfit.size,
    /** It is to be taken, and the document has no room for it. */
    isUnfit: ({ id }: Hunk) => unfit.has(id),
    unfit: unfit.size,
    take: ({ id }: Hunk, isTaken: boolean) =>
      setLeft((before) => new Set(isTaken ? [...before].filter((one) => one !== id) : [...before, id])),
    takeAll: () => setLeft(new Set()),
    leaveAll: () => setLeft(new Set(hunks.map(({ id }) => id))),
    content: applied?.content ?? null,
    style: source.data && input.documentId !== null ? source.data.style : null,
  }
}

function useRemade(now: Omit<ShownProposal, 'isRemade'> | null): boolean {
  const [shown, setShown] = useState<ShownProposal | null>(null)
  const next = now === null ? shown : nextShown(shown, now)
  if (next !== shown) setShown(next)
  return next?.isRemade ?? false
}

function baseOf(proposal: DocumentContent | undefined, source: DocumentContent | undefined) {
  if (!proposal) return null
  return source?.kind === proposal.kind ? source : blankBase(proposal)
}

/** Makes the document of what was taken and opens it. */
export function useMaking() {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [isMaking, setMaking] = useState(false)
  const make = async (
    tailoring: ReturnType<typeof useTailoring>,
    job: { readonly id: JobId; readonly title: string; readonly company: string },
  ) => {
    const { content, result } = tailoring
    if (content === null || result === undefined) return
    setMaking(true)
    try {
      const style = { ...(tailoring.style ?? documentStyleSchema.parse({})), language: result.language }
      const made = await api.documents.create.call({
        kind: content.kind,
        name: `${job.title}, ${job.company}`.slice(0, NAME_MAX_CHARS),
        start: { from: 'content', content: withoutEmptySections(content), origin: tailoring.origin },
        style,
        jobId: job.id,
      })
      void queryClient.invalidateQueries({ queryKey: api.documents.list.key() })
      notify(content.kind === 'letter' ? 'Letter made' : 'Résumé made')
      await navigate({ to: '/documents/$id', params: { id: String(made.id) } })
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      setMaking(false)
    }
  }
  return { isMaking, make }
}
