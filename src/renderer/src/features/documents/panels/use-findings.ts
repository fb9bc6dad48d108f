import { useDebouncedValue } from '@mantine/hooks'
import { replaceEqualDeep, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Finding } from '#shared/claims.ts'
import type { Document, DocumentContent } from '#shared/documents.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notify, notifyProblem } from '../../../ui/notify.tsx'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import type { DocumentKeeper } from '../editor/keeper/document-keeper.ts'
import { citing, dropped } from '../model/claim-edits.ts'
import { hashed, useLastGood } from '../preview/use-render.ts'

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
  const [jobId, title, company] = [job?.id, job?.title, job?.company]
  const question = useMemo(
    () => hashed(api.documents.findings.queryOptions({ input: { content: asked, ...namedBy(job) } })),
    // oxlint-disable-next-line react/exhaustive-deps -- saving brings the same job as another object
    [api, asked, jobId, title, company],
  )
  const query = useQuery({ ...question, gcTime: 10_000, retry: false })
  const findings = useSame(useLastGood(query))
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
  const isBehind = query.isFetching || asked !== content
  const error = query.isError ? query.error : null
  const act = {
    retry: useLatestCallback(() => void query.refetch()),
    confirm: useLatestCallback((finding: Finding) => void confirm(finding)),
    drop: useLatestCallback(drop),
  }
  return { findings, isBehind, error, findingsAt, ...act }
}

/** The same array for as long as the same is found: everything that shows findings is drawn anew for another one. */
function useSame<Data>(data: Data): Data {
  const [known, setKnown] = useState(data)
  const same = replaceEqualDeep<Data>(known, data)
  if (same !== known) setKnown(same)
  return same
}

/** The job, and where it is gone or never was stored, how it was called. */
function namedBy(job: Document['job']) {
  return job === null ? {} : { jobId: job.id, named: { title: job.title, company: job.company } }
}
