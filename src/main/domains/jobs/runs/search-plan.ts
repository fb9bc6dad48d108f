import { createHash } from 'node:crypto'
import type { BoardKind } from '#shared/employers.ts'
import type { Settings } from '#shared/settings.ts'
import type { SearchPlan, Source, SourceManifest, WatchedBoard } from '../sources/source.ts'

/** What one source is to look for, out of the settings and the employers that are watched. Pure. */
export function searchPlanOf(
  source: Source,
  options: { settings: Settings; watched: (kind: BoardKind) => readonly WatchedBoard[] },
): SearchPlan {
  const { settings } = options
  const { manifest } = source
  return {
    roles: settings.targetRoles,
    countries: settings.targetCountries,
    employers: manifest.reads === 'employers' ? options.watched(manifest.id as BoardKind) : [],
    feeds: settings.rssFeeds,
    pages: settings.jobPages,
    firecrawlPages: settings.firecrawlPages,
  }
}

/** Stands for all of a plan that a source cares about: two readings under one key looked for the same. Pure. */
export function planKeyOf({ reads }: Pick<SourceManifest, 'reads'>, plan: SearchPlan): string {
  const wishes = [plan.roles.toSorted(), plan.countries.toSorted(), reads === null ? [] : plan[reads]]
  return createHash('sha256').update(JSON.stringify(wishes)).digest('hex').slice(0, 12)
}

export interface Readiness {
  readonly hasKeys: boolean
  readonly hasInput: boolean
  readonly isAccepted: boolean
}

/** What a source still needs before it can be read: keys, something to read, its terms accepted. Pure. */
export function readinessOf(
  source: Source,
  options: { plan: SearchPlan; settings: Settings; hasSecret: (name: string) => boolean },
): Readiness {
  const { manifest } = source
  const needed = (manifest.secrets ?? []).filter((secret) => secret.isRequired)
  return {
    hasKeys: needed.every((secret) => options.hasSecret(secret.name)),
    hasInput: inputsOf(manifest, options.plan) > 0,
    isAccepted: manifest.isOptIn !== true || options.settings.acceptedTerms.includes(manifest.id),
  }
}

function inputsOf(manifest: SourceManifest, plan: SearchPlan): number {
  return manifest.reads === null ? 1 : plan[manifest.reads].length
}
