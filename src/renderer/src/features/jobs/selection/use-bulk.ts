import { useNavigate } from '@tanstack/react-router'
import { useCommands, type Command } from '../../../ui/commands.tsx'
import { focusJobList } from '../view/focus.ts'
import type { useCursor } from '../list/use-cursor.ts'
import type { HideReason, JobMarks } from '../actions/use-job-marks.ts'
import { hidingOf, isComparable, savingOf, type BulkAct } from './bulk.ts'
import type { Selection } from './use-selection.ts'

/** What can be done with the picked jobs together, and the keys by which they are picked. */
export function useBulk(options: {
  readonly selection: Selection
  readonly marks: JobMarks
  readonly cursor: ReturnType<typeof useCursor>
  readonly total: number
  readonly isListShown: boolean
}) {
  const { selection, marks, cursor, total } = options
  const navigate = useNavigate()
  const picked = [...selection.picked.values()]
  const perform = (act: BulkAct) => {
    selection.clear()
    focusJobList()
    marks.setMany(picked, act.change, act.said)
  }
  const save = () => perform(savingOf(picked))
  const hide = (reason: HideReason | null) => perform(hidingOf(picked, reason))
  const compare = () => void navigate({ to: '/compare', search: { ids: picked.map(({ id }) => id) } })
  const toggle = () => {
    focusJobList()
    if (cursor.cursor === null) cursor.move(1)
    selection.toggle(cursor.cursor ?? 0)
  }
  const extend = (step: number) => {
    focusJobList()
    const from = cursor.cursor
    if (from === null) return cursor.move(step)
    const to = Math.min(total - 1, Math.max(0, from + step))
    if (selection.picked.size === 0) selection.toggle(from)
    selection.extendTo(to)
    if (to !== from) cursor.move(to - from)
  }

  const commands: Command[] = [
    { id: 'bulk.toggle', group: 'Jobs', label: 'Select or deselect', keys: 'x', isKeyOnly: true, run: toggle },
    {
      id: 'bulk.down',
      group: 'Jobs',
      label: 'Select down to the next',
      keys: 'shift+j',
      isKeyOnly: true,
      run: () => extend(1),
    },
    {
      id: 'bulk.up',
      group: 'Jobs',
      label: 'Select up to the previous',
      keys: 'shift+k',
      isKeyOnly: true,
      run: () => extend(-1),
    },
  ]
  if (total > 0)
    commands.push({
      id: 'bulk.all',
      group: 'Jobs',
      label: 'Select all shown',
      keys: 'shift+a',
      run: selection.pickAll,
    })
  if (picked.length > 0) {
    commands.push(
      { id: 'bulk.save', group: 'Selected jobs', label: savingOf(picked).word, keys: 's', run: save },
      { id: 'bulk.hide', group: 'Selected jobs', label: hidingOf(picked).word, keys: 'h', run: () => hide(null) },
      {
        id: 'bulk.clear',
        group: 'Selected jobs',
        label: 'Select none',
        keys: 'escape',
        run: () => {
          selection.clear()
          focusJobList()
        },
      },
    )
  }
  if (isComparable(picked.length))
    commands.push({
      id: 'bulk.compare',
      group: 'Selected jobs',
      label: `Compare ${picked.length} side by side`,
      keys: 'shift+c',
      run: compare,
    })
  useCommands(options.isListShown ? commands : [])
  return { picked, save, hide, compare }
}

export type Bulk = ReturnType<typeof useBulk>
