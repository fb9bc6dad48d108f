import { loadViews } from '../features/applications/page/views.ts'
import type { AppRouter } from './router.tsx'

/** The code of screens that take longest to open, in the order in which they are likely wanted. */
function screensAhead(router: AppRouter): readonly (() => Promise<unknown> | undefined)[] {
  return [
    () => router.loadRouteChunk(router.routesByPath['/applications']),
    loadViews,
    () => router.loadRouteChunk(router.routesByPath['/applications/$id']),
    () => router.loadRouteChunk(router.routesByPath['/jobs']),
  ]
}

/** Fetches that code one screen at a time, whenever nothing else is to be done. What cannot be fetched is left to the screen itself,
 *  which says so when it is opened. */
export async function readAhead(router: AppRouter): Promise<void> {
  for (const load of screensAhead(router)) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await Promise.allSettled([load()])
  }
}
