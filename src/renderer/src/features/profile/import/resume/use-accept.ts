import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Suggestion } from '#shared/resume-import.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../../../ui/notify.tsx'
import { useTakeBack } from '../use-take-back.ts'
import { acceptedWords } from './resume-words.ts'

interface Accepted {
  readonly suggestions: Suggestion[]
  readonly name: string
}

/** Takes in what was accepted, with a way back, and shows the career. */
export function useAccept() {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const remember = useTakeBack()
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ suggestions }: Accepted) => {
      const takeBack = await remember()
      return { ...(await api.resumeImport.accept.call({ suggestions })), takeBack }
    },
    onSuccess: ({ view, profileVersion, takeBack, ...counts }, { name }) => {
      queryClient.setQueryData(api.career.get.queryKey(), view)
      void queryClient.invalidateQueries({ queryKey: api.profile.key() })
      notifyUndo(`${name}: ${acceptedWords(counts)}`, () => takeBack({ view, profileVersion }))
      void navigate({ to: '/profile/career' })
    },
    onError: (error) => notifyProblem(describeProblem(error)),
  })
  return { accept: mutate, isAccepting: isPending }
}
