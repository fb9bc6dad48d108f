import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Suggestion } from '#shared/jobs.ts'
import { useApi } from '../../../bridge/api.tsx'
import { type FieldWord, fieldWords, stillFits } from './suggestion-picks.ts'

const PAUSE_MS = 90
const SUGGESTIONS = 8
const TEXT_MAX = 200

export type Choice =
  | ({ readonly key: string } & Suggestion)
  | ({ readonly key: string; readonly kind: 'field' } & FieldWord)

/** What is offered for the text as it is now. Asked for when typing pauses; of an earlier answer, only what holds for the newer text is
 *  shown meanwhile. */
export function useSuggestions(typed: string, isWanted: boolean): readonly Choice[] {
  const api = useApi()
  const [text] = useDebouncedValue(typed, PAUSE_MS)
  const isAskable = isWanted && text.trim() !== '' && text.length <= TEXT_MAX
  const { data, isError } = useQuery({
    ...api.jobs.suggest.queryOptions({ input: { text, limit: SUGGESTIONS }, staleTime: 30_000 }),
    enabled: isAskable,
    placeholderData: keepPreviousData,
  })
  if (!isWanted || typed.trim() === '') return []
  const asked = data?.text ?? null
  const suggested = (data?.suggestions ?? []).filter((each) => stillFits(each, { asked: asked ?? '', typed }))
  // Together with the first suggestions, so that these do not push them down.
  const fields = isError || (asked !== null && typed.startsWith(asked)) ? fieldWords(typed) : []
  return [
    ...suggested.map((each) => ({ ...each, key: `${each.kind}/${each.value}` })),
    ...fields.map((field) => ({ ...field, kind: 'field' as const, key: `field/${field.name}` })),
  ]
}
