import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import type { CareerView } from '#shared/career.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem, type Problem } from '../../../bridge/problem.ts'
import { notify, notifyProblem } from '../../../ui/notify.tsx'

const CHANGED_SINCE: Problem = {
  title: 'It was not taken back',
  message: 'Your career or your profile changed since. Nothing was undone: take out by hand what you do not want.',
  logId: null,
}

const isStale = (error: unknown) => error instanceof ORPCError && error.code === 'STALE'

interface Taken {
  readonly view: CareerView
  readonly profileVersion: number
}

/** Remembers career and profile before something is taken in, and gives the way back: it holds as long as nothing else changed
 *  either. */
export function useTakeBack() {
  const api = useApi()
  const queryClient = useQueryClient()
  /** Call it before; what it resolves with, after. */
  return async () => {
    const [{ career }, { profile }] = await Promise.all([api.career.get.call(), api.profile.get.call()])
    return ({ view: { version }, profileVersion }: Taken) => {
      const back = async () => {
        const { skills, languages } = profile
        try {
          const view = await api.career.takeBack.call({
            career,
            version,
            profile: { skills, languages, version: profileVersion },
          })
          queryClient.setQueryData(api.career.get.queryKey(), view)
          await queryClient.invalidateQueries({ queryKey: api.profile.key() })
          notify('Your career is as it was before')
        } catch (error) {
          notifyProblem(isStale(error) ? CHANGED_SINCE : describeProblem(error))
        }
      }
      void back()
    }
  }
}
