import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '../../bridge/api.tsx'

export type NameKind = 'skill' | 'city' | 'company'

const TYPING_MS = 120
const SHOWN_NAMES = 12

/** Names that open jobs use, for what is being typed, a slip or two forgiven; those that most jobs use come first. */
export function useNameSuggestions(kind: NameKind, typed: string): readonly string[] {
  const api = useApi()
  const [rested] = useDebouncedValue(typed.replaceAll('"', ' ').trim(), TYPING_MS)
  const isTyping = rested !== ''
  // A quote that is not closed: the words that are typed are one name.
  const text = `${kind}:"${rested.slice(0, 100)}`
  const found = useQuery({
    ...api.jobs.suggest.queryOptions({ input: { text, limit: SHOWN_NAMES }, placeholderData: keepPreviousData }),
    enabled: isTyping,
  })
  if (!isTyping) return []
  const names = (found.data?.suggestions ?? []).filter((suggestion) => suggestion.kind === kind)
  return [...new Set(names.map(({ value }) => value))]
}
