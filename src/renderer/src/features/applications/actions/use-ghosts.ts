import { useLocalStorage } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { z } from 'zod'
import type { ApplicationCard } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../../ui/notify.tsx'
import { addDays, dayNoon } from '../view/days.ts'
import { stillQuiet, withQuiet, type Quiet } from './quiet.ts'

const REMIND_DAYS = 3
const quietSchema = z.record(z.string(), z.number())

/** What can be done about applications that look ghosted. 'Not yet' keeps the question away for a week, in this window's browser. */
export function useGhosts(zone: string) {
  const api = useApi()
  const queryClient = useQueryClient()
  const [quiet, setQuiet] = useLocalStorage<Quiet>({
    key: 'career-copilot-ghost-quiet',
    defaultValue: {},
    getInitialValueInEffect: false,
    deserialize: (text) => readQuiet(text),
  })
  const refresh = () => void queryClient.invalidateQueries({ queryKey: api.applications.key() })

  const takeBack = async (id: number) => {
    try {
      await api.reminders.remove.call({ id })
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      refresh()
    }
  }
  const remind = async (card: Pick<ApplicationCard, 'id' | 'company'>) => {
    const dueAt = dayNoon(addDays(localDayOf(Date.now(), zone), REMIND_DAYS), zone)
    try {
      const fields = { kind: 'follow_up' as const, dueAt, note: '' }
      const reminder = await api.reminders.add.call({ applicationId: card.id, fields })
      notifyUndo(`You are reminded in ${REMIND_DAYS} days to ask ${card.company}`, () => void takeBack(reminder.id))
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      refresh()
    }
  }
  const isQuiet = useCallback((id: number, now: number) => stillQuiet(quiet, id, now), [quiet])
  return {
    remind: (card: Pick<ApplicationCard, 'id' | 'company'>) => void remind(card),
    notYet: (id: number) => setQuiet(withQuiet(quiet, id, Date.now())),
    isQuiet,
  }
}

export type Ghosts = ReturnType<typeof useGhosts>

function readQuiet(text: string | undefined): Quiet {
  if (text === undefined) return {}
  try {
    const parsed = quietSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : {}
  } catch (error) {
    // Nothing but a preference of the screen: what cannot be read is as good as absent.
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
