import type { Source as SourceView } from '#shared/discovery.ts'
import type { Settings } from '#shared/settings.ts'
import type { Source, SourceManifest } from '../sources/source.ts'
import type { RunsRepo } from './runs.repo.ts'
import { readinessOf, searchPlanOf } from './search-plan.ts'
import type { SourceAccess } from './source-access.ts'

/** A source as clients see it: its manifest, how this profile has it set up, and how it fared. */
export function viewOf(source: Source, deps: { access: SourceAccess; runs: RunsRepo }): SourceView {
  const { manifest } = source
  const { access, runs } = deps
  const settings = access.settings()
  const secrets = manifest.secrets ?? []
  const plan = searchPlanOf(source, { settings, watched: access.watched })
  const ready = readinessOf(source, { plan, settings, hasSecret: access.hasSecret })
  return {
    id: manifest.id,
    name: manifest.name,
    summary: manifest.summary,
    coverage: manifest.coverage,
    countries: manifest.countries === null ? null : [...manifest.countries],
    homepage: manifest.homepage,
    terms: manifest.terms,
    isOffline: manifest.isOffline === true,
    isOptIn: manifest.isOptIn === true,
    isManualOnly: manifest.isManualOnly === true,
    needsKey: secrets.some((secret) => secret.isRequired),
    keys: secrets.map((secret) => secret.name),
    hasKeys: secrets.length > 0 && secrets.every((secret) => access.hasSecret(secret.name)),
    reads: manifest.reads,
    baseUrl: access.baseUrlOverride(manifest.id) ?? manifest.hosts?.main ?? null,
    cadenceHours: cadenceHoursOf(manifest, settings),
    quotas: manifest.quotas.map(({ requests, per }) => ({ limit: requests, per })),
    plan: access.planRequests(manifest, null)?.plan ?? null,
    isEnabled: settings.enabledSources.includes(manifest.id),
    isConfigured: ready.hasInput && ready.hasKeys && ready.isAccepted,
    lastRun: runs.lastOfSource(manifest.id),
    lastSuccessAt: runs.lastSuccessAt(manifest.id),
  }
}

/** Least hours between two scheduled readings: the user's word, else the source's; null when neither says anything. Pure. */
export function cadenceHoursOf(manifest: SourceManifest, settings: Settings): number | null {
  return settings.sourceCadenceHours[manifest.id] ?? manifest.pace.cadenceHours ?? null
}
