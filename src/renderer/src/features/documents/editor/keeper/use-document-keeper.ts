import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { documentContentSchema, type Document } from '#shared/documents.ts'
import { type Api, useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { storedDrafts } from './document-drafts.ts'
import {
  createDocumentKeeper,
  type DocumentKeeper,
  type KeeperState,
  type SaveAnswer,
  type Stored,
} from './document-keeper.ts'

const storedOf = ({ content, style, revision }: Document): Stored => ({ working: { content, style }, revision })

/** One document as it is edited and saved. Whoever calls it is drawn anew for another document (a key). */
export function useDocumentKeeper(document: Document): { keeper: DocumentKeeper; state: KeeperState } {
  const { id } = document
  const api = useApi()
  const queryClient = useQueryClient()
  const [keeper] = useState(() =>
    createDocumentKeeper({
      stored: storedOf(document),
      drafts: storedDrafts(localStorage, id),
      now: () => Date.now(),
      save: async ({ working, revision }) => {
        const problem = problemOf(working.content)
        if (problem !== null) return { kind: 'failed', reason: problem }
        return ask(api, { id, revision, ...working }, (saved) => {
          queryClient.setQueryData(api.documents.get.queryKey({ input: { id } }), saved)
          void queryClient.invalidateQueries({ queryKey: api.documents.list.key() })
        })
      },
    }),
  )
  useEffect(() => keeper.heard(storedOf(document)), [keeper, document])
  useEffect(() => {
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      keeper.close()
    }
  }, [keeper])
  return { keeper, state: useSyncExternalStore(keeper.subscribe, keeper.state) }
}

/** What does not fit is said here, before the core refuses it without a word that helps. */
function problemOf(content: Document['content']): string | null {
  const parsed = documentContentSchema.safeParse(content)
  if (parsed.success) return null
  const issue = parsed.error.issues[0]
  return `${issue?.path.join(' › ') ?? 'A field'} does not fit: ${issue?.message ?? 'change it'}.`
}

async function ask(
  api: Api,
  input: { id: number; revision: number } & Pick<Document, 'content' | 'style'>,
  onSaved: (saved: Document) => void,
): Promise<SaveAnswer> {
  try {
    const saved = await api.documents.save.call(input)
    onSaved(saved)
    return { kind: 'saved', revision: saved.revision }
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'STALE') return readTheirs(api, input.id)
    if (error instanceof ORPCError && error.code === 'DOCUMENT_LOCKED')
      return { kind: 'failed', reason: 'The document was locked meanwhile. Unlock it to save this.' }
    return { kind: 'failed', reason: describeProblem(error).message }
  }
}

async function readTheirs(api: Api, id: number): Promise<SaveAnswer> {
  try {
    return { kind: 'stale', stored: storedOf(await api.documents.get.call({ id })) }
  } catch (error) {
    return { kind: 'failed', reason: describeProblem(error).message }
  }
}
