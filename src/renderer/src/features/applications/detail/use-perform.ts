import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notify, notifyProblem, notifyUndo } from '../../../ui/notify.tsx'

/** Something that is done to an application. `undo` takes it back, from a button in the notice. `onProblem` is true for a failure that the
 *  screen shows in its own place. */
export interface Deed<T> {
  readonly call: () => Promise<T>
  readonly said: string
  readonly undo?: (done: T) => Promise<unknown>
  readonly onProblem?: (error: unknown) => boolean
  readonly onDone?: (done: T) => void
}

export type Perform = <T>(deed: Deed<T>) => Promise<boolean>

/** Does it, says so with a way back, and has everything that shows applications asked again; true when the core took it. */
export function usePerform(): Perform {
  const api = useApi()
  const queryClient = useQueryClient()
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: api.applications.key() }),
      queryClient.invalidateQueries({ queryKey: api.offers.key() }),
      // Which jobs were applied for stands in the list of jobs.
      queryClient.invalidateQueries({ queryKey: api.jobs.key() }),
    ])
  const perform = async <T>({ call, said, undo, onProblem, onDone }: Deed<T>): Promise<boolean> => {
    try {
      const done = await call()
      if (undo) notifyUndo(said, () => void perform({ call: () => undo(done), said: 'Taken back' }))
      else notify(said)
      onDone?.(done)
      return true
    } catch (error) {
      if (onProblem?.(error) !== true) notifyProblem(describeProblem(error))
      return false
    } finally {
      // What is on screen is true before the form over it goes.
      await refresh()
    }
  }
  return perform
}
