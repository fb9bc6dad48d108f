import type { ApplicationCard } from '#shared/applications.ts'
import { useCommands, type Command } from '../../../ui/commands.tsx'
import type { Picks } from '../actions/use-picks.ts'

/** What can be done by key and palette at the card with the keyboard, and with the selected ones. */
export function useBoardCommands(options: {
  readonly card: ApplicationCard | undefined
  readonly picks: Picks
  readonly onMenu: (card: ApplicationCard) => void
  readonly onRemove: (ids: number[]) => void
}): void {
  const { card, picks } = options
  const commands: Command[] = []
  if (card) {
    const group = 'This application'
    commands.push(
      { id: 'card.move', group, label: `Move ${card.title} to…`, keys: 'm', run: () => options.onMenu(card) },
      { id: 'card.pick', group, label: 'Select or deselect', keys: 'x', run: () => picks.toggle(card) },
      {
        id: 'card.remove',
        group,
        label: picks.ids.size > 0 ? `Remove ${picks.ids.size} selected` : `Remove ${card.title}`,
        keys: 'delete',
        run: () => {
          options.onRemove(picks.ids.size > 0 ? [...picks.ids] : [card.id])
          picks.clear()
        },
      },
    )
  }
  if (picks.ids.size > 0)
    commands.push({
      id: 'cards.clear',
      group: 'Applications',
      label: 'Select none',
      keys: 'escape',
      run: picks.clear,
    })
  useCommands(commands)
}
