import { AI_PROVIDERS, type AiProvider } from '#shared/ai.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { Settings } from '#shared/settings.ts'
import { SecretStoreError } from '../secrets/secret-store.ts'
import type { Clock } from '../time/clock.ts'
import type { Target } from './attempt.ts'
import type { Failure } from './failure.ts'
import { baseUrlOf, chosenModel, type ChosenModel, factsOf, modelsOf } from './models.ts'
import { providers } from './providers/registry.ts'

export interface TargetDeps {
  readonly clock: Clock
  readonly settings: () => Settings
  readonly zone: () => string
  readonly hasKey: (name: string) => boolean
  /** Throws SecretStoreError. */
  readonly readKey: (name: string) => Promise<string | null>
  /** An address given to this process; it goes before the setting, and may be a private one. */
  readonly baseUrlOverride: (id: AiProvider) => string | null
}

export type FoundTarget =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'none'; readonly state: Failure['state']; readonly message: string }

/** Who can be asked, with which model, key and address; and whom to leave alone for a while. */
export function createTargets(deps: TargetDeps) {
  const { clock } = deps
  const waits = new Map<AiProvider, number>()

  const day = (): string => localDayOf(clock.now(), deps.zone())

  function waitUntil(id: AiProvider): number | null {
    const until = waits.get(id) ?? 0
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
      return { id, name, provider: providers[id], key, ...addressOf(id) }
    } catch (error) {
      if (!(error instanceof SecretStoreError)) throw error
      return { kind: 'none', state: 'failed', message: error.message }
    }
  }

  return {
    /** The providers that are switched on, in the user's order. */
    chain: (): AiProvider[] => deps.settings().aiProviders.flatMap(({ id, isOn }) => (isOn ? [id] : [])),
    /** All of them, in that order. */
    all: (): AiProvider[] => [...new Set([...deps.settings().aiProviders.map(({ id }) => id), ...AI_PROVIDERS])],
    find: async (id: AiProvider): Promise<FoundTarget> => {
      const { name } = factsOf(id)
      const until = waitUntil(id)
      if (until !== null) {
        const seconds = Math.ceil((until - clock.now()) / 1000)
        return { kind: 'none', state: 'rate_limited', message: `${name} asks to be left alone for ${seconds} s.` }
      }
      const model = chosenModel(id, { settings: deps.settings(), day: day() })
      if (model === null) {
        return { kind: 'none', state: 'failed', message: `${name} has no model yet. Choose one in Settings, AI.` }
      }
      const found = await reach(id)
      return 'kind' in found ? found : { kind: 'target', target: { ...found, model } }
    },
    reach,
    addressOf,
    hasKey: (id: AiProvider): boolean => deps.hasKey(factsOf(id).keyName),
    waitUntil,
    noteWait: (id: AiProvider, until: number | null): void => {
      if (until === null) waits.delete(id)
      else waits.set(id, until)
    },
    requestsPerMinute: (id: AiProvider): number =>
      deps.settings().aiRequestsPerMinute[id] ?? factsOf(id).requestsPerMinute,
    models: (id: AiProvider): ChosenModel[] => modelsOf(id, { settings: deps.settings(), day: day() }),
    model: (id: AiProvider): ChosenModel | null => chosenModel(id, { settings: deps.settings(), day: day() }),
  }
}

export type Targets = ReturnType<typeof createTargets>
