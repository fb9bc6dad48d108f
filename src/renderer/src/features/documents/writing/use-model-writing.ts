import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { WritingInput } from '#shared/writing.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notifyProblem } from '../../../ui/notify.tsx'
import { IDLE, wrote } from './writing-state.ts'

/** A résumé or letter by a language model: begun, read while it comes, and stopped, each by an act of the user. */
export function useModelWriting() {
  const api = useApi()
  const queryClient = useQueryClient()
  const [state, tell] = useReducer(wrote, IDLE)
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])

  const write = async (input: WritingInput) => {
    leaving.current?.abort()
    const own = new AbortController()
    leaving.current = own
    tell({ type: 'begun' })
    try {
      for await (const event of await api.writing.write.call(input, { signal: own.signal })) {
        if (own.signal.aborted) return
        tell(event)
      }
      tell({ type: 'ended' })
    } catch (error) {
      if (!own.signal.aborted) tell({ type: 'failed', error })
    } finally {
      void queryClient.invalidateQueries({ queryKey: api.ai.usage.key() })
      void queryClient.invalidateQueries({ queryKey: api.ai.calls.key() })
    }
  }

  const stop = async () => {
    tell({ type: 'stopping' })
    const callId = state.asked.at(-1)?.callId
    try {
      if (callId !== undefined && (await api.writing.stop.call({ callId })).isStopped) return
      leaving.current?.abort()
      tell({ type: 'ended' })
    } catch (error) {
      leaving.current?.abort()
      tell({ type: 'ended' })
      notifyProblem(describeProblem(error))
    }
  }

  const forget = useCallback(() => {
    leaving.current?.abort()
    tell({ type: 'forgotten' })
  }, [])

  return { state, write: (input: WritingInput) => void write(input), stop: () => void stop(), forget }
}
