import { useQueryClient } from '@tanstack/react-query'
import type { CareerView } from '#shared/career.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notify, notifyProblem } from '../../../ui/notify.tsx'

/** Remembers career and profile before something is taken in, and gives the way back: it holds as long as nothing else changed the
 *  career. */
export function useTakeBack() {
  const api = useApi()
  const queryClient = useQueryClient()
  /** Call it before; what it resolves with, after. */
  return async () => {
    const [{ career }, { profile }] = await Promise.all([api.career.get.call(), api.profile.get.call()])
    return (taken: CareerView) => {
      const back = async () => {
        try {
          const view = await api.career.save.call({ career, version: taken.version })
          await api.profile.update.call({ skills: profile.skills, languages: profile.languages })
          queryClient.setQueryData(api.career.get.queryKey(), view)
          await queryClient.invalidateQueries({ queryKey: api.profile.key() })
          notify('Your career is as it was before')
        } catch (error) {
          notifyProblem(describeProblem(error))
        }
      }
      void back()
    }
  }
}
