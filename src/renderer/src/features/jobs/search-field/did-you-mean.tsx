import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../bridge/api.tsx'
import { formatQuantity } from '../../../ui/format.ts'
import { focusJobSearch } from '../view/focus.ts'
import { toFilter, type JobsView } from '../view/jobs-url.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'
import classes from './did-you-mean.module.css'

const TEXT_MAX = 200

/** For a search that finds nothing: the text with its slips put right, if that finds something under the same filters. */
export function DidYouMean({ view, change }: { readonly view: JobsView; readonly change: ChangeView }) {
  const api = useApi()
  const { text } = view
  const isAskable = text !== '' && text.length <= TEXT_MAX
  const { data } = useQuery({
    ...api.jobs.suggest.queryOptions({ input: { text }, staleTime: 30_000 }),
    enabled: isAskable,
  })
  const correction = data?.correction ?? null
  const input = { ...toFilter(view), text: correction ?? '', sort: 'newest', page: 1, perPage: 1 } as const
  const found = useQuery({ ...api.jobs.search.queryOptions({ input, staleTime: 5000 }), enabled: correction !== null })
  if (correction === null || found.data === undefined || found.data.total === 0) return null
  return (
    <output className={classes.line}>
      Did you mean{' '}
      <button
        type="button"
        className={classes.correction}
        onClick={() => {
          change({ text: correction })
          focusJobSearch()
        }}
      >
        {correction}
      </button>
      ? <span className={classes.count}>{formatQuantity(found.data.total, ['job', 'jobs'])}</span>
    </output>
  )
}
