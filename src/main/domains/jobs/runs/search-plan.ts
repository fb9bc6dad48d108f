import type { Settings } from '#shared/settings.ts'
import type { SearchPlan } from '../sources/source.ts'

/** What the user is looking for, out of the settings. Pure. */
export function searchPlanOf(settings: Settings): SearchPlan {
  return {
    roles: settings.targetRoles,
    countries: settings.targetCountries,
    greenhouseBoards: settings.greenhouseBoards,
    rssFeeds: settings.rssFeeds,
  }
}
