import { createHash } from 'node:crypto'
import { AI_PROVIDERS, type AiProvider } from '#shared/ai.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { Settings } from '#shared/settings.ts'
import { SecretStoreError } from '../secrets/secret-store.ts'
import type { Clock } from '../time/clock.ts'
import { type Allowance, createAllowances } from './allowance.ts'
import type { Target } from './attempt.ts'
import type { Failure } from './failure.ts'
import { baseUrlOf, chosenModel, type ChosenModel, factsOf, isThisComputer, modelsOf } from './models.ts'
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
  const waits = new Map<AiProvider, { readonly account: string; readonly notedAt: number; readonly until: number }>()
  const allowances = createAllowances()

  const day = (): string => localDayOf(clock.now(), deps.zone())

  /** Of whichever account it was said. */
  function waitOf(id: AiProvider): number | null {
    const wait = waits.get(id)
    const now = clock.now()
    // What was noted later than now was noted before the clock was put back: nobody knows for how long it holds.
    return wait !== undefined && wait.notedAt <= now && wait.until > now ? wait.until : null
  }

  function addressOf(id: AiProvider): Pick<Target, 'baseUrl' | 'trustedOrigin' | 'isHere'> {
    const override = deps.baseUrlOverride(id)?.replace(/\/+$/, '') ?? null
    const baseUrl = override ?? baseUrlOf(id, deps.settings())
    // What runs at home is asked at home; the key of a public provider goes to no address in the house.
    const isTrusted = override !== null || id === 'compatible'
    const trustedOrigin = isTrusted ? (URL.parse(baseUrl)?.origin ?? null) : null
    return { baseUrl, trustedOrigin, isHere: id === 'compatible' && isThisComputer(baseUrl) }
  }

  /** What can be asked without a model, for its list of models. */
  async function reach(id: AiProvider): Promise<Omit<Target, 'model'> | (FoundTarget & { kind: 'none' })> {
    const { name, keyName } = factsOf(id)
    try {
      const key = await deps.readKey(keyName)
      if (key === null && id !== 'compatible') {
        forgetWait(id)
        return { kind: 'none', state: 'key_rejected', message: `${name} has no key. Set it in Settings, Keys.` }
      }
      const reached = { id, name, provider: providers[id], key, ...addressOf(id) }
      const wait = waits.get(id)
      if (wait !== undefined && wait.account !== accountOf(reached)) forgetWait(id)
      return reached
    } catch (error) {
      if (!(error instanceof SecretStoreError)) throw error
      return { kind: 'none', state: 'failed', message: error.message }
    }
  }

  function noteWait(target: Pick<Target, 'id' | 'key' | 'baseUrl'>, until: number | null): void {
    const { id } = target
    if (until === null) {
      forgetWait(id)
      return
    }
    const wait = { account: accountOf(target), notedAt: clock.now(), until }
    const before = waits.get(id)
    waits.set(id, wait)
    if (before?.until !== until || before.account !== wait.account) deps.onChange()
  }

  function forgetWait(id: AiProvider): void {
    if (waits.delete(id)) deps.onChange()
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
      const waitMs = (waitOf(id) ?? 0) - clock.now()
      if (waitMs > LONGEST_WAIT_MS) {
        const message = `${name} asks to be left alone for ${Math.ceil(waitMs / 1000)} s.`
        return { kind: 'none', state: 'rate_limited', message }
      }
      return { kind: 'target', target: { ...found, model } }
    },
    reach,
    addressOf,
    hasKey: (id: AiProvider): boolean => deps.hasKey(factsOf(id).keyName),
    /** UTC ms before which it is left alone; null: it is not. Looks whether that was said to the key and the address of now. */
    waitUntil: async (id: AiProvider): Promise<number | null> => {
      // The key is read only where there is something to compare it with.
      if (waitOf(id) !== null) await reach(id)
      return waitOf(id)
    },
    noteWait,
    /** When a question of so many tokens is let through, by what was heard last: UTC ms; null: now, as far as is known. */
    letThroughAt: (target: Limited, tokens: number): number | null => {
      const allowedAt = allowances.readyAt(nameOf(target), { tokens, now: clock.now() })
      const until = waits.get(target.id)?.account === accountOf(target) ? waitOf(target.id) : null
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
