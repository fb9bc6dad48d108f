import type { SourceProblem } from '#shared/discovery.ts'
import type { BoardKind } from '#shared/employers.ts'
import type { SourceId } from '#shared/ids.ts'
import type { RequestPlan } from '#shared/schedule.ts'
import type { Settings } from '#shared/settings.ts'
import type { HttpClient } from '../../../infra/http/http.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { SearchPlan, Source, SourceManifest, WatchedBoard } from '../sources/source.ts'
import { readinessOf, searchPlanOf } from './search-plan.ts'
import { type BrowsePage, openSourceSession, type SourceSession, type ValidatorStore } from './source-session.ts'

/** What every reading of a source needs, whether it is a run or a test. */
export interface SourceAccess {
  readonly clock: Clock
  readonly http: HttpClient
  readonly browsePage: BrowsePage
  readonly settings: () => Settings
  readonly baseUrlOverride: (id: SourceId) => string | null
  readonly watched: (kind: BoardKind) => readonly WatchedBoard[]
  /** Reads these keys once; their values go to the source and nowhere else. Throws SecretStoreError. */
  readonly openSecrets: (names: readonly string[]) => Promise<(name: string) => string | null>
  readonly hasSecret: (name: string) => boolean
  /** What the allowance of a source gives a run that begins now, or (null) what its next one will get; `nextAt` is when a scheduled
   *  run may ask again if this one may not. Null for a source without an allowance. */
  readonly planRequests: (
    manifest: SourceManifest,
    run: 'scheduled' | 'manual' | null,
  ) => { readonly plan: RequestPlan; readonly nextAt: number | null } | null
  /** Whether its cadence lets the schedule read a source now. */
  readonly isDue: (manifest: SourceManifest) => boolean
}

export interface SourceSituation {
  readonly plan: SearchPlan
  /** Why it cannot be read; null when it can. */
  readonly obstacle: { readonly problem: SourceProblem; readonly message: string } | null
}

/** What a source is to look for, and whether it can. */
export function situationOf(source: Source, access: SourceAccess): SourceSituation {
  const settings = access.settings()
  const plan = searchPlanOf(source, { settings, watched: access.watched })
  const ready = readinessOf(source, { plan, settings, hasSecret: access.hasSecret })
  if (!ready.isAccepted) {
    return { plan, obstacle: { problem: 'not_configured', message: 'Its terms have to be read and accepted first.' } }
  }
  if (!ready.hasKeys)
    return { plan, obstacle: { problem: 'key_missing', message: 'It needs a key; there is none yet.' } }
  if (!ready.hasInput) {
    return { plan, obstacle: { problem: 'not_configured', message: 'There is nothing on its list to read yet.' } }
  }
  const { countries } = source.manifest
  if (countries !== null && plan.countries.length > 0 && !countries.some((code) => plan.countries.includes(code))) {
    return { plan, obstacle: { problem: 'not_configured', message: 'It has no jobs in any of your countries.' } }
  }
  return { plan, obstacle: null }
}

/** Whether a request of this source carries a key of the user's. */
export function usesKey({ manifest }: Source, access: SourceAccess): boolean {
  return (manifest.secrets ?? []).some((secret) => access.hasSecret(secret.name))
}

export interface SessionNeeds {
  readonly plan: SearchPlan
  readonly signal: AbortSignal
  readonly validators: ValidatorStore
  readonly isStored: (sourcePostingId: string) => boolean
  readonly since: number | null
  readonly turn: number
  readonly plannedRequests: number | null
  /** Given to this run only; goes before the setting. */
  readonly baseUrl?: string | undefined
}

/** Throws SecretStoreError when the source has a key that cannot be read. */
export async function openSession(source: Source, access: SourceAccess, needs: SessionNeeds): Promise<SourceSession> {
  const { baseUrl, ...rest } = needs
  const secret = await access.openSecrets((source.manifest.secrets ?? []).map(({ name }) => name))
  return openSourceSession({
    ...rest,
    source,
    http: access.http,
    browsePage: access.browsePage,
    baseUrlOverride: baseUrl ?? access.baseUrlOverride(source.manifest.id),
    secret,
    now: access.clock.now(),
  })
}
