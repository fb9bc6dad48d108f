import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Correction } from '#shared/facts.ts'
import type { JobDetail } from '#shared/jobs.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../../../ui/notify.tsx'

/** Corrects facts of a job and takes corrections back; true when the core took it. What was corrected can be undone. */
export function useCorrections({ id, facts }: Pick<JobDetail, 'id' | 'facts'>) {
  const api = useApi()
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (calls: readonly (() => Promise<JobDetail>)[]) => {
      for (const call of calls) queryClient.setQueryData(api.jobs.get.queryKey({ input: { id } }), await call())
    },
    // Half of them may be stored: everybody asks again either way.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: api.jobs.key() }),
        queryClient.invalidateQueries({ queryKey: api.permits.key() }),
      ]),
  })

  async function perform(calls: readonly (() => Promise<JobDetail>)[]): Promise<boolean> {
    try {
      await mutateAsync(calls)
      return true
    } catch (error) {
      notifyProblem(describeProblem(error))
      return false
    }
  }

  const corrects = (correction: Correction) => () => api.jobs.correct.call({ id, correction })
  const takesBack = (field: Correction['field']) => () => api.jobs.uncorrect.call({ id, field })
  /** A fact that was corrected before goes back to that correction, another one to what was read. */
  const undoOf = (correction: Correction) =>
    facts.corrected.includes(correction.field) ? corrects(before(correction.field, facts)) : takesBack(correction.field)

  return {
    isSaving: isPending,
    correct: async (corrections: readonly Correction[]): Promise<boolean> => {
      const isDone = await perform(corrections.map(corrects))
      if (isDone) notifyUndo('Put right', () => void perform(corrections.map(undoOf)))
      return isDone
    },
    takeBack: async (field: Correction['field']): Promise<boolean> => {
      const isDone = await perform([takesBack(field)])
      if (isDone) notifyUndo('As it was read again', () => void perform([corrects(before(field, facts))]))
      return isDone
    },
  }
}

/** The correction that makes a fact what it is now. */
function before(field: Correction['field'], facts: JobDetail['facts']): Correction {
  switch (field) {
    case 'visa':
      return { field, value: facts.visa.status }
    case 'salary':
      return { field, value: facts.salary && amountsOf(facts.salary) }
    case 'skills':
      return { field, value: facts.skills.map(({ name }) => name) }
    case 'workplace':
      return { field, value: facts.workplace }
    case 'seniority':
      return { field, value: facts.seniority }
    case 'roleFamily':
      return { field, value: facts.roleFamily }
    case 'employmentType':
      break
  }
  return { field, value: facts.employmentType }
}

function amountsOf({ min, max, currency, period }: NonNullable<JobDetail['facts']['salary']>) {
  return { min, max, currency, period }
}
