import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ApplicationCard, Twice } from '#shared/applications.ts'
import type { JobId } from '#shared/ids.ts'
import { useApi } from '../../../bridge/api.tsx'
import { notify, notifyAction, notifyProblem, notifyUndo } from '../../../ui/notify.tsx'
import { moveProblem, twiceWords, undoProblem } from '../actions/move-words.ts'

/** The application for a job, and saying that it was sent. */
export function useApplied(jobId: JobId) {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [isSending, setSending] = useState(false)
  const { data: card } = useQuery(api.applications.ofJob.queryOptions({ input: { jobId } }))
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: api.applications.key() })
    void queryClient.invalidateQueries({ queryKey: api.jobs.key() })
  }

  const takeBack = async (call: () => Promise<unknown>) => {
    try {
      await call()
      notify('Taken back')
    } catch (error) {
      notifyProblem(undoProblem(error))
    } finally {
      refresh()
    }
  }
  const tellTwice = ([twice]: readonly Twice[]) => {
    if (!twice) return
    const show = () => void navigate({ to: '/applications/$id', params: { id: String(twice.id) } })
    notifyAction(twiceWords(twice), { label: 'Show it', run: show })
  }
  const add = async () => {
    const added = await api.applications.add.call({ job: { jobId }, stage: 'applied', appliedAt: Date.now() })
    // Another window may have been first: then there is nothing to take back.
    if (!added.isNew) {
      notify('It is among your applications already')
      return
    }
    const { id } = added.card
    notifyUndo('Noted as applied', () => void takeBack(() => api.applications.remove.call({ ids: [id] })))
    tellTwice(added.twice)
  }
  const move = async ({ id, version }: ApplicationCard) => {
    const moved = await api.applications.move.call({ id, version, to: 'applied' })
    const eventIds = [moved.eventId]
    notifyUndo('Noted as applied', () => void takeBack(() => api.applications.undoMoves.call({ eventIds })))
    tellTwice(moved.twice)
  }
  const send = async () => {
    setSending(true)
    try {
      await (card ? move(card) : add())
    } catch (error) {
      notifyProblem(moveProblem(error))
    } finally {
      setSending(false)
      refresh()
    }
  }
  return { card, isSending, isOpen: card === null || card?.stage === 'saved', send: () => void send() }
}
