import { lazyRouteComponent } from '@tanstack/react-router'
import type { ApplicationsView } from '../view/applications-url.ts'

/** What of the page is loaded when it is wanted. Once its code is there, each is drawn at once: React's own `lazy` would show the
 *  fallback first, and keep that for 300 ms. */
export const BoardView = lazyRouteComponent(() => import('../board/board-view.tsx'), 'BoardView')
export const TableView = lazyRouteComponent(() => import('../table/table-view.tsx'), 'TableView')
export const CalendarView = lazyRouteComponent(() => import('../calendar/calendar-view.tsx'), 'CalendarView')

const VIEWS = { board: BoardView, table: TableView, calendar: CalendarView } as const

/** Fetches the code of a view. */
export async function loadView(view: ApplicationsView['view']): Promise<void> {
  await VIEWS[view].preload?.()
}

/** Fetches the code of all of them. */
export async function loadViews(): Promise<void> {
  await Promise.all([loadView('board'), loadView('table'), loadView('calendar')])
}
