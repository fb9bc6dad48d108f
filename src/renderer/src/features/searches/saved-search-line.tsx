import { Button } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SavedSearch } from '#shared/searches.ts'
import { useApi } from '../../bridge/api.tsx'
import { useCommands } from '../../ui/commands.tsx'
import { formatCount, formatDateTime } from '../../ui/format.ts'
import { notifyUndo } from '../../ui/notify.tsx'
import { savedSearchView, toFilter, type JobsView } from '../jobs/index.ts'
import { misfitWords } from './misfit-words.ts'
import classes from './saved-search-line.module.css'
import { isChanged } from './search-words.ts'
import { useLook } from './use-look.ts'
import { useSavedSearches, useSearchActions } from './use-searches.ts'

interface LineProps {
  readonly view: JobsView
  readonly change: (patch: Partial<JobsView>, options?: { readonly isStep?: boolean }) => void
}

/** The saved search that the jobs screen was opened from: what is new in it, and the way to keep a changed filter. */
export function SavedSearchLine({ view, change }: LineProps) {
  useLook(view, (place) => change(place, { isStep: true }))
  const { data } = useSavedSearches()
  const search = data?.find(({ id }) => id === view.searchId)
  return search ? <Line search={search} view={view} change={change} /> : null
}

function Line({ search, view, change }: LineProps & { readonly search: SavedSearch }) {
  const { update } = useSearchActions()
  const hasChanged = isChanged(view, search) || search.misfits.length > 0
  const keep = () => {
    const { id, name, filter, sort } = search
    update.mutate(
      { id, filter: toFilter(view), sort: view.sort },
      { onSuccess: () => notifyUndo(`“${name}” is updated`, () => update.mutate({ id, filter, sort })) },
    )
  }
  useCommands(
    hasChanged ? [{ id: 'search.update', group: 'Jobs', label: `Update “${search.name}”`, keys: 'u', run: keep }] : [],
  )
  return (
    <section className={classes.line} aria-label="Saved search">
      <IconBookmark size={15} stroke={1.8} aria-hidden="true" className={classes.icon} />
      <span className={classes.name} title={search.name}>
        {search.name}
      </span>
      {view.newSince !== null && <News view={view} since={view.newSince} />}
      {hasChanged && (
        <span className={classes.actions}>
          {isChanged(view, search) && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                const { selectedId: _selectedId, ...saved } = savedSearchView(search, view.newSince)
                change(saved)
              }}
            >
              Back to the saved filter
            </Button>
          )}
          <Button size="compact-xs" variant="light" loading={update.isPending} onClick={keep}>
            Update
          </Button>
        </span>
      )}
      {search.misfits.length > 0 && <p className={classes.misfit}>{misfitWords(search.misfits)}</p>}
    </section>
  )
}

function News({ view, since }: { readonly view: JobsView; readonly since: number }) {
  const api = useApi()
  const { data } = useQuery(
    api.searches.newSince.queryOptions({
      input: { filter: toFilter(view), since, limit: 0 },
      placeholderData: keepPreviousData,
      staleTime: 5000,
    }),
  )
  if (!data) return null
  return (
    <output className={classes.news}>
      {data.total === 0 ? 'nothing' : <strong>{formatCount(data.total)}</strong>} new since {formatDateTime(since)}
    </output>
  )
}
