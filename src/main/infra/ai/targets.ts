import { createHash } from 'node:crypto'
import { AI_PROVIDERS, type AiProvider } from '#shared/ai.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { Settings } from '#shared/settings.ts'
import { SecretStoreError } from '../secrets/secret-store.ts'
import type { Clock } from '../time/clock.ts'
import { type Allowance, createAllowances } from './allowance.ts'
import type { Target } from './attempt.ts'
import type { Failure } from './failure.ts'
import { baseUrlOf, chosenModel, type ChosenModel, factsOf, modelsOf } from './models.ts'
import { providers } from './providers/registry.ts'

/** A provider that wants a longer pause is passed over. */
export const LONGEST_WAIT_MS = 20_000

export interface TargetDeps {
  readonly clock: Clock
  readonly settings: () => Settings
  readonly zone: () => string
  readonly hasKey: (name: string) => boolean
  /** Throws SecretStoreError. */
  readonly readKey: (name: string) => Promise<string | null>
  /** An address given to this process; it goes before the setting, and may be a private one. */
  readonly baseUrlOverride: (id: AiProvider) => string | null
  /** Whom to leave alone, and until when, is different. */
  readonly onChange: () => void
}

export type FoundTarget =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'none'; readonly state: Failure['state']; readonly message: string }

/** Limits and pauses are an account's, so that another key, or another address, knows nothing of them. In memory only. */
function accountOf({ id, key, baseUrl }: Pick<Target, 'id' | 'key' | 'baseUrl'>): string {
  return createHash('sha256')
    .update(JSON.stringify([id, baseUrl, key]))
    .digest('base64')
}

type Limited = Pick<Target, 'id' | 'key' | 'baseUrl' | 'model'>

/** Who can be asked, with which model, key and address; and whom to leave alone for a while. */
export function createTargets(deps: TargetDeps) {
  const { clock } = deps
  const waits = new Map<AiProvider, { readonly account: string; readonly until: number }>()
  const allowances = createAllowances()

  const day = (): string => localDayOf(clock.now(), deps.zone())

  function waitUntil(id: AiProvider): number | null {
    const until = waits.get(id)?.until ?? 0
    return until > clock.now() ? until : null
  }

  function addressOf(id: AiProvider): { baseUrl: string; trustedOrigin: string | null } {
    const override = deps.baseUrlOverride(id)?.replace(/\/+$/, '') ?? null
    const baseUrl = override ?? baseUrlOf(id, deps.settings())
    // What runs at home is asked at home; the key of a public provider goes to no address in the house.
    const isTrusted = override !== null || id === 'compatible'
    return { baseUrl, trustedOrigin: isTrusted ? (URL.parse(baseUrl)?.origin ?? null) : null }
  }

  /** What can be asked without a model, for its list of models. */
  async function reach(id: AiProvider): Promise<Omit<Target, 'model'> | (FoundTarget & { kind: 'none' })> {
    const { name, keyName } = factsOf(id)
    try {
      const key = await deps.readKey(keyName)
      if (key === null && id !== 'compatible') {
        return { kind: 'none', state: 'key_rejected', message: `${name} has no key. Set it in Settings, Keys.` }
      }
      const reached = { id, name, provider: providers[id], key, ...addressOf(id) }
      const wait = waits.get(id)
      if (wait !== undefined && wait.account !== accountOf(reached)) noteWait(reached, null)
      return reached
    } catch (error) {
      if (!(error instanceof SecretStoreError)) throw error
      return { kind: 'none', state: 'failed', message: error.message }
    }
  }

  function noteWait(target: Pick<Target, 'id' | 'key' | 'baseUrl'>, until: number | null): void {
    const { id } = target
    if ((waits.get(id)?.until ?? null) === until) return
    if (until === null) waits.delete(id)
    else waits.set(id, { account: accountOf(target), until })
    deps.onChange()
  }

  /** Limits are a model's. */
  const nameOf = (target: Limited): string => `${accountOf(target)} ${target.model.id}`

  return {
    /** The providers that are switched on, in the user's order. */
    chain: (): AiProvider[] => deps.settings().aiProviders.flatMap(({ id, isOn }) => (isOn ? [id] : [])),
    /** All of them, in that order. */
    all: (): AiProvider[] => [...new Set([...deps.settings().aiProviders.map(({ id }) => id), ...AI_PROVIDERS])],
    find: async (id: AiProvider): Promise<FoundTarget> => {
      const { name } = factsOf(id)
      const model = chosenModel(id, { settings: deps.settings(), day: day() })
      if (model === null) {
        return { kind: 'none', state: 'failed', message: `${name} has no model yet. Choose one in Settings, AI.` }
      }
      const found = await reach(id)
      if ('kind' in found) return found
      // A shorter pause is waited for by whoever asks.
      const waitMs = (waitUntil(id) ?? 0) - clock.now()
      if (waitMs > LONGEST_WAIT_MS) {
        const message = `${name} asks to be left alone for ${Math.ceil(waitMs / 1000)} s.`
        return { kind: 'none', state: 'rate_limited', message }
      }
      return { kind: 'target', target: { ...found, model } }
    },
    reach,
    addressOf,
    hasKey: (id: AiProvider): boolean => deps.hasKey(factsOf(id).keyName),
    waitUntil,
    noteWait,
    /** When a question of so many tokens is let through, by what was heard last: UTC ms; null: now, as far as is known. */
    letThroughAt: (target: Limited, tokens: number): number | null => {
      const allowedAt = allowances.readyAt(nameOf(target), { tokens, now: clock.now() })
      const until = waits.get(target.id)?.account === accountOf(target) ? waitUntil(target.id) : null
      return allowedAt === null ? until : Math.max(allowedAt, until ?? allowedAt)
    },
    noteAsked: (target: Limited, tokens: number): void => allowances.take(nameOf(target), { tokens, now: clock.now() }),
    noteAllowance: (target: Limited, allowance: Allowance): void => allowances.note(nameOf(target), allowance),
    requestsPerMinute: (id: AiProvider): number =>
      deps.settings().aiRequestsPerMinute[id] ?? factsOf(id).requestsPerMinute,
    models: (id: AiProvider): ChosenModel[] => modelsOf(id, { settings: deps.settings(), day: day() }),
    model: (id: AiProvider): ChosenModel | null => chosenModel(id, { settings: deps.settings(), day: day() }),
  }
}

export type Targets = ReturnType<typeof createTargets>
