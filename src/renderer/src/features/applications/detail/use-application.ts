import { useQuery } from '@tanstack/react-query'
import type { ApplicationChange, ApplicationDetail } from '#shared/applications.ts'
import { useApi } from '../../../bridge/api.tsx'
import { notifyProblem } from '../../../ui/notify.tsx'
import { moveProblem } from '../actions/move-words.ts'
import type { NamedSpot } from '../words/columns.ts'
import { problemData } from './problem-data.ts'
import { usePerform } from './use-perform.ts'

export function useApplication(id: number) {
  const api = useApi()
  return useQuery(api.applications.get.queryOptions({ input: { id } }))
}

/** What can be done to the application itself. Each says so with a way back. */
export function useApplicationDeeds(application: ApplicationDetail) {
  const api = useApi()
  const perform = usePerform()
  const { id, version } = application

  const move = ({ stage: to, columnId, name }: NamedSpot) =>
    perform({
      call: () => api.applications.move.call({ id, version, to, columnId }),
      said: `Moved to ${name}`,
      undo: ({ eventId }) => api.applications.undoMoves.call({ eventIds: [eventId] }),
      onProblem: (error) => {
        notifyProblem(moveProblem(error))
        return true
      },
    })

  const update = (change: ApplicationChange, said: string) => {
    const back = before(application, change)
    return perform({
      call: () => api.applications.update.call({ id, version, change }),
      said,
      undo: () => api.applications.update.call({ id, change: back }),
      onProblem: saidStale,
    })
  }

  const restore = () => perform({ call: () => api.applications.restore.call({ ids: [id] }), said: 'Put back' })
  const remove = () =>
    perform({
      call: () => api.applications.remove.call({ ids: [id] }),
      said: 'Application removed',
      undo: () => api.applications.restore.call({ ids: [id] }),
    })
  const takeSnapshot = () =>
    perform({ call: () => api.applications.takeSnapshot.call({ id }), said: 'Kept the posting as it is now' })
  return { move, update, remove, restore, takeSnapshot }
}

/** Somebody changed it in between: what is on screen is asked for anew, and what was typed stays. */
function saidStale(error: unknown): boolean {
  if (problemData(error, 'STALE') === null) return false
  notifyProblem({
    title: 'It was changed elsewhere',
    message: 'The newest version is on screen now. Look at it and do it again.',
  })
  return true
}

/** The change that makes the same fields what they are now. */
function before(application: ApplicationDetail, change: ApplicationChange): ApplicationChange {
  const { title, company, place, url, appliedAt, expectedPay } = application
  const known = { title, company, place, url, appliedAt, expectedPay }
  return Object.fromEntries(Object.entries(known).filter(([field]) => field in change))
}
