import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ImportMapping } from '#shared/application-transfer.ts'
import { useApi } from '../../../../bridge/api.tsx'
import type { ChosenFile } from '../choose/chosen-file.ts'

const PAUSE_MS = 250

/** What importing the file would do, with what the user said of its columns. `isBehind`: what is shown is of an earlier mapping, and the
 *  new one is on its way; an answer that a newer question overtook is never shown. */
export function usePreview(file: ChosenFile, said: ImportMapping | null) {
  const api = useApi()
  const [asked] = useDebouncedValue(said, PAUSE_MS)
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery({
    // The text itself would be a key of many megabytes.
    queryKey: [...api.applicationTransfer.previewImport.key(), file.id, asked],
    queryFn: ({ signal }) =>
      api.applicationTransfer.previewImport.call({ fileName: file.name, text: file.text, mapping: asked }, { signal }),
    placeholderData: keepPreviousData,
    structuralSharing: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  return { preview: data, error, refetch, isBehind: said !== asked || isPlaceholderData || isFetching }
}
