import {
  applicationChangeSchema,
  type ApplicationCard,
  type ApplicationChange,
  type ApplicationSort,
} from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import { dayNoon, isDay } from '../view/days.ts'

/** A column of the table; `edit`: how it is changed in place, null: not at all. */
export interface TableColumn {
  readonly sort: ApplicationSort
  readonly name: string
  readonly edit: 'text' | 'day' | 'stage' | null
  /** Which way it is sorted first. */
  readonly isDescendingFirst: boolean
}

export const TABLE_COLUMNS: readonly TableColumn[] = [
  { sort: 'title', name: 'Title', edit: 'text', isDescendingFirst: false },
  { sort: 'company', name: 'Company', edit: 'text', isDescendingFirst: false },
  { sort: 'place', name: 'Place', edit: 'text', isDescendingFirst: false },
  { sort: 'stage', name: 'Stage', edit: 'stage', isDescendingFirst: false },
  { sort: 'stageSince', name: 'In stage', edit: null, isDescendingFirst: false },
  { sort: 'appliedAt', name: 'Applied', edit: 'day', isDescendingFirst: true },
  { sort: 'nextStep', name: 'Next step', edit: null, isDescendingFirst: false },
  { sort: 'match', name: 'Match', edit: null, isDescendingFirst: true },
  { sort: 'updatedAt', name: 'Changed', edit: null, isDescendingFirst: true },
]

interface Order {
  readonly sort: ApplicationSort
  readonly isDescending: boolean
}

/** The order after a click on a column's head: the other way round, or by that column. Pure. */
export function orderAfterClick(order: Order, column: TableColumn): Order {
  const isSame = order.sort === column.sort
  return { sort: column.sort, isDescending: isSame ? !order.isDescending : column.isDescendingFirst }
}

type TextField = 'title' | 'company' | 'place'

function isTextField(sort: ApplicationSort): sort is TextField {
  return sort === 'title' || sort === 'company' || sort === 'place'
}

/** What an editor of a column starts with. Pure. */
export function editedText(card: ApplicationCard, column: TableColumn, zone: string): string {
  if (isTextField(column.sort)) return card[column.sort]
  return card.appliedAt === null ? '' : localDayOf(card.appliedAt, zone)
}

/** A change as the core takes it, with the one that puts it right again. Null: it says what is there already. */
export type Edited =
  | { readonly kind: 'same' }
  | { readonly kind: 'change'; readonly change: ApplicationChange; readonly back: ApplicationChange }
  | { readonly kind: 'wrong'; readonly word: string }

/** Reads what was typed into a cell; `isIncomplete`: a day of which some parts are still missing has no text. Pure. */
export function readEdit(
  card: ApplicationCard,
  typed: {
    readonly column: TableColumn
    readonly text: string
    readonly isIncomplete: boolean
    readonly zone: string
  },
): Edited {
  const { column, text, zone } = typed
  if (typed.isIncomplete) return { kind: 'wrong', word: 'The day is not complete.' }
  if (text.trim() === editedText(card, column, zone)) return { kind: 'same' }
  if (isTextField(column.sort)) {
    const parsed = applicationChangeSchema.safeParse({ [column.sort]: text })
    if (!parsed.success) return { kind: 'wrong', word: text.trim() === '' ? 'It cannot be empty.' : 'It is too long.' }
    return { kind: 'change', change: parsed.data, back: { [column.sort]: card[column.sort] } }
  }
  if (text !== '' && !isDay(text)) return { kind: 'wrong', word: 'A day from 1990 to 2199.' }
  const appliedAt = text === '' ? null : dayNoon(text, zone)
  return { kind: 'change', change: { appliedAt }, back: { appliedAt: card.appliedAt } }
}

/** The application as an edit of one of its cells changes it: as it is by now, or as it was when the edit began if somebody else
 *  changed that cell since; the core then refuses it. Pure. */
export function cardToChange(began: ApplicationCard, newest: ApplicationCard, column: TableColumn): ApplicationCard {
  const isSame = isTextField(column.sort)
    ? began[column.sort] === newest[column.sort]
    : began.appliedAt === newest.appliedAt
  return isSame ? newest : began
}

/** Where a key leads among the cells; null for a key that leads nowhere. Pure. */
export function cellAfterKey(
  cell: { readonly row: number; readonly column: number },
  key: string,
  grid: { readonly rows: number; readonly columns: number; readonly pageRows: number },
): { readonly row: number; readonly column: number } | null {
  const row = (step: number) => ({ ...cell, row: Math.max(0, Math.min(grid.rows - 1, cell.row + step)) })
  const column = (step: number) => ({ ...cell, column: Math.max(0, Math.min(grid.columns - 1, cell.column + step)) })
  switch (key) {
    case 'ArrowDown':
      return row(1)
    case 'ArrowUp':
      return row(-1)
    case 'PageDown':
      return row(grid.pageRows)
    case 'PageUp':
      return row(-grid.pageRows)
    case 'ArrowRight':
      return column(1)
    case 'ArrowLeft':
      return column(-1)
    case 'Home':
      return { ...cell, column: 0 }
    case 'End':
      return { ...cell, column: grid.columns - 1 }
    default:
      return null
  }
}
