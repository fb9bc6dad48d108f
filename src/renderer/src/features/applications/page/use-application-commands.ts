import { useCommands, type Command } from '../../../ui/commands.tsx'
import { focusApplicationSearch } from '../filters/filter-row.tsx'
import type { ApplicationsView } from '../view/applications-url.ts'
import type { ChangeView } from '../view/use-applications-view.ts'

/** What can be done on the applications screen in each of its views. */
export function useApplicationCommands(options: {
  readonly view: ApplicationsView
  readonly change: ChangeView
  readonly hasFilters: boolean
  readonly onClear: () => void
  readonly onUndo: () => void
}): void {
  const { view, change } = options
  const group = 'Applications'
  const commands: Command[] = [
    { id: 'applications.board', group, label: 'Show the board', keys: 'v b', run: () => change({ view: 'board' }) },
    { id: 'applications.table', group, label: 'Show the table', keys: 'v t', run: () => change({ view: 'table' }) },
    {
      id: 'applications.calendar',
      group,
      label: 'Show the calendar',
      keys: 'v c',
      run: () => change({ view: 'calendar' }),
    },
    { id: 'applications.undo', group, label: 'Undo the last change', keys: 'mod+z', run: options.onUndo },
    {
      id: 'applications.undo-too',
      group,
      label: 'Undo the last change',
      keys: 'z',
      isKeyOnly: true,
      run: options.onUndo,
    },
  ]
  if (view.view !== 'calendar')
    commands.push({
      id: 'applications.search',
      group,
      label: 'Search applications',
      keys: '/',
      run: focusApplicationSearch,
    })
  if (options.hasFilters)
    commands.push({ id: 'applications.clear', group, label: 'Clear filters', keys: 'shift+x', run: options.onClear })
  useCommands(commands)
}
