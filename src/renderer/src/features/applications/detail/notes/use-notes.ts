import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ApplicationDetail } from '#shared/applications.ts'
import { type Api, useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { problemData } from '../problem-data.ts'
import { storedDrafts } from './notes-drafts.ts'
import { createNotesKeeper, type NotesKeeper, type NotesState, type SaveAnswer } from './notes-keeper.ts'

/** The notes of one application as they are typed and saved. Whoever calls it is drawn anew for another application (a key). */
export function useNotes(application: ApplicationDetail): { keeper: NotesKeeper; state: NotesState } {
  const { id, notes, notesVersion } = application
  const api = useApi()
  const queryClient = useQueryClient()
  const [keeper] = useState(() =>
    createNotesKeeper({
      stored: { notes, notesVersion },
      drafts: storedDrafts(localStorage, id),
      save: async (text, version) => {
        const answer = await ask(api, { id, notes: text, notesVersion: version })
        if (answer.kind === 'saved') {
          const queryKey = api.applications.get.queryKey({ input: { id } })
          queryClient.setQueryData(
            queryKey,
            (known) => known && { ...known, notes: text, notesVersion: answer.notesVersion },
          )
        }
        return answer
      },
    }),
  )
  useEffect(() => keeper.heard({ notes, notesVersion }), [keeper, notes, notesVersion])
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush)
    return () => {
      window.removeEventListener('pagehide', keeper.flush)
      keeper.close()
    }
  }, [keeper])
  return { keeper, state: useSyncExternalStore(keeper.subscribe, keeper.state) }
}

async function ask(api: Api, input: { id: number; notes: string; notesVersion: number }): Promise<SaveAnswer> {
  try {
    const { notesVersion } = await api.applications.saveNotes.call(input)
    return { kind: 'saved', notesVersion }
  } catch (error) {
    const stale = problemData(error, 'NOTES_STALE')
    if (stale) return { kind: 'stale', ...stale }
    return { kind: 'failed', reason: describeProblem(error).message }
  }
}
