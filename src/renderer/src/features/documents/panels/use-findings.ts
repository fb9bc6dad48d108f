import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Finding } from '#shared/claims.ts'
import type { Document, DocumentContent } from '#shared/documents.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notify, notifyProblem } from '../../../ui/notify.tsx'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import type { DocumentKeeper } from '../editor/keeper/document-keeper.ts'
import { citing, dropped } from '../model/claim-edits.ts'
import { useLastGood } from '../preview/use-render.ts'

const TYPING_MS = 500
const CONFIRM_MAX_CHARS = 1000

const NONE: readonly Finding[] = []

/** What in the document no fact backs, asked anew when typing pauses, and the two ways to settle one. */
export function useFindings(options: {
  readonly content: DocumentContent
  /** What it is written for, and may name. */
  readonly job: Document['job']
  readonly keeper: DocumentKeeper
}) {
  const { content, job, keeper } = options
  const api = useApi()
  const queryClient = useQueryClient()
  const [asked] = useDebouncedValue(content, TYPING_MS)
  const query = useQuery({
    ...api.documents.findings.queryOptions({ input: { content: asked, ...namedBy(job) } }),
    gcTime: 10_000,
    retry: false,
  })
  const findings = useLastGood(query)
  const byId = useMemo(() => Map.groupBy(findings ?? NONE, ({ at }) => at), [findings])
  const findingsAt = useCallback((id: string) => byId.get(id) ?? NONE, [byId])
  const confirm = async (finding: Finding) => {
    const text = (finding.text.trim() === '' ? finding.words : finding.text).trim()
    if (text.length > CONFIRM_MAX_CHARS) {
      notifyProblem({ title: 'Too long to confirm', message: 'Split it into sentences of at most 1,000 characters.' })
      return
    }
    try {
      const view = await api.career.confirm.call({ text })
      const fact = view.career.confirmed.findLast((one) => one.text === text)
      queryClient.setQueryData(api.career.get.queryKey(), view)
      if (fact) keeper.edit((working) => ({ ...working, content: citing(working.content, finding.at, fact.id) }))
      notify('Added to your career as confirmed')
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      void queryClient.invalidateQueries({ queryKey: api.documents.findings.key() })
    }
  }
  const drop = (finding: Finding) => {
    const next = dropped(keeper.state().working.content, finding.at, finding.words)
    if (next === null) {
      notifyProblem({ title: 'Change it in its field', message: 'This stands in a line that cannot be taken out.' })
      return
    }
    keeper.edit((working) => ({ ...working, content: next }))
    notify('Dropped. Undo brings it back.')
  }
  return {
    findings,
    isBehind: query.isFetching || asked !== content,
    error: query.isError ? query.error : null,
    retry: () => void query.refetch(),
    findingsAt,
    confirm: useLatestCallback((finding: Finding) => void confirm(finding)),
    drop: useLatestCallback(drop),
  }
}

/** The job, and where it is gone or never was stored, how it was called. */
function namedBy(job: Document['job']) {
  return job === null ? {} : { jobId: job.id, named: { title: job.title, company: job.company } }
}
