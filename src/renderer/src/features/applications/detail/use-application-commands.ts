import type { ApplicationDetail } from '#shared/applications.ts'
import { useCommands, type Command } from '../../../ui/commands.tsx'
import type { Goal } from '../actions/move-menu.tsx'
import { spotKey, type NamedSpot } from '../words/columns.ts'
import type { Panel } from './part-section.tsx'

const GROUP = 'This application'

/** What the palette and the keys offer while one application is open. */
export function useApplicationCommands(options: {
  readonly application: ApplicationDetail
  readonly panels: Readonly<Record<'details' | 'interviews' | 'contacts' | 'offers' | 'reminders', Panel>>
  readonly onMenu: () => void
  readonly goals: readonly Goal[]
  readonly onMove: (to: NamedSpot) => void
  readonly onKeep: () => void
  readonly onRemove: () => void
}): void {
  const { application, panels } = options
  const opening = (id: string, label: string, keys: string, panel: Panel): Command => ({
    id: `application.${id}`,
    group: GROUP,
    label,
    keys,
    run: panel.add,
  })
  const commands: Command[] = [
    { id: 'application.move', group: GROUP, label: 'Move to…', keys: 'm', run: options.onMenu },
    ...options.goals.map(({ spot }) => ({
      id: `application.move.${spotKey(spot)}`,
      group: GROUP,
      label: `Move to ${spot.name}`,
      run: () => options.onMove(spot),
    })),
    opening('edit', 'Edit the details', 'e', panels.details),
    opening('interview', 'Add an interview', 'i', panels.interviews),
    opening('reminder', 'Set a reminder', 'r', panels.reminders),
    opening('offer', 'Add an offer', 'o', panels.offers),
    opening('contact', 'Add a contact', 'p', panels.contacts),
    {
      id: 'application.file',
      group: GROUP,
      label: 'Attach a résumé, letter or file',
      keys: 'a',
      run: () => focusOn('files-add'),
    },
    {
      id: 'application.notes',
      group: GROUP,
      label: 'Write notes',
      keys: 'w',
      run: () => focusOn('notes-text'),
    },
    ...(application.jobId === null
      ? []
      : [{ id: 'application.keep', group: GROUP, label: 'Keep the posting as it is now', run: options.onKeep }]),
    { id: 'application.remove', group: GROUP, label: 'Remove the application', run: options.onRemove },
  ]
  useCommands(application.isRemoved ? [] : commands)
}

function focusOn(id: string): void {
  const element = document.getElementById(id)
  element?.scrollIntoView({ block: 'center' })
  element?.focus()
}
