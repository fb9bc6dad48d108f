import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createAiGateway } from '#main/infra/ai/gateway.ts'
import { createLedger } from '#main/infra/ai/ledger.ts'
import { createTargets } from '#main/infra/ai/targets.ts'
import type { WireLimits } from '#main/infra/ai/wire.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { createHttpClient } from '#main/infra/http/client.ts'
import type { Log } from '#main/infra/log/log.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { processOwner } from '#main/infra/tasks/lease.ts'
import type { AiProvider } from '#shared/ai.ts'
import { type Settings, settingsSchema } from '#shared/settings.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { type FakeProvider, type FakeProviderOptions, startFakeProvider } from '../fakes/ai/provider.ts'
import { tempDir } from './profile.ts'
import { silentLog } from './silent-log.ts'

/** 2026-11-10 12:00 UTC. */
export const NOW = Date.UTC(2026, 10, 10, 12)

const LIMITS: WireLimits = { headTimeoutMs: 20_000, idleTimeoutMs: 20_000, timeoutMs: 30_000 }

export const messages = [
  { role: 'system', text: 'Answer shortly.' },
  { role: 'user', text: 'What do you say?' },
] as const

interface AiWorldOptions {
  readonly settings?: Partial<Settings>
  readonly keys?: Partial<Record<string, string>>
  readonly limits?: Partial<WireLimits>
  /** Addresses that count as given on the command line; the compatible one comes from the settings. */
  readonly baseUrls?: Partial<Record<AiProvider, string>>
  readonly profileDir?: string
  readonly clock?: Clock
  readonly log?: Log
}

export async function fakeProvider(provider: AiProvider, options: FakeProviderOptions = {}): Promise<FakeProvider> {
  const fake = await startFakeProvider(provider, options)
  onTestFinished(fake.close)
  return fake
}

type Fake = Pick<FakeProvider, 'provider' | 'baseUrl'>

/** A model of the fake with a price of $10 and $20 a million tokens, switched on in this order, each with a key. */
function settingsFor(fakes: readonly Fake[], more: Partial<Settings> = {}): Settings {
  return settingsSchema.parse({
    aiProviders: fakes.map(({ provider }) => ({ id: provider, isOn: true })),
    aiModels: Object.fromEntries(fakes.map(({ provider }) => [provider, 'the-model'])),
    aiOwnModels: fakes.map(({ provider }) => ({
      provider,
      id: 'the-model',
      inputUsdPerMillion: 10,
      outputUsdPerMillion: 20,
      asOf: '2026-11-01',
    })),
    aiBaseUrls: Object.fromEntries(
      fakes.flatMap(({ provider, baseUrl }) => (provider === 'compatible' ? [[provider, baseUrl]] : [])),
    ),
    timeZone: 'UTC',
    ...more,
  })
}

/** The gateway on a real database, over real HTTP to the fakes. Pauses take no time. */
export function aiWorld(fakes: readonly Fake[], options: AiWorldOptions = {}) {
  const profileDir = options.profileDir ?? tempDir()
  const clock: Clock = options.clock ?? createFakeClock({ now: NOW, autoAdvance: true })
  const database = openDatabase({ path: join(profileDir, 'career-copilot.db'), now: clock.now() })
  let settings = settingsFor(fakes, options.settings)
  const http = createHttpClient({ clock, log: silentLog, userAgent: 'CareerCopilot/0.0.0 (test)' })
  const owner = processOwner()
  let changes = 0
  const ledger = createLedger(database, { owner, onChange: () => (changes += 1) })
  const overrides = Object.fromEntries(
    fakes.flatMap(({ provider, baseUrl }) => (provider === 'compatible' ? [] : [[provider, baseUrl]])),
  )
  const keys: Readonly<Record<string, string | undefined>> = options.keys ?? {}
  const targets = createTargets({
    onChange: () => (changes += 1),
    clock,
    settings: () => settings,
    zone: () => settings.timeZone ?? 'UTC',
    hasKey: (name) => (keys[name] ?? '') !== '',
    readKey: (name) => Promise.resolve(options.keys === undefined ? `key-of-${name}` : (keys[name] ?? null)),
    baseUrlOverride: (id) => (options.baseUrls ?? overrides)[id] ?? null,
  })
  const gateway = createAiGateway({
    http,
    clock,
    ledger,
    targets,
    limits: { ...LIMITS, ...options.limits },
    log: options.log ?? silentLog,
    settings: () => settings,
    zone: () => settings.timeZone ?? 'UTC',
    random: () => 0.5,
  })
  const close = async (): Promise<void> => {
    await gateway.stop()
    http.close()
    database.close()
  }
  onTestFinished(close)
  return {
    profileDir,
    owner,
    clock,
    database,
    http,
    ledger,
    targets,
    gateway,
    close,
    change: (patch: Partial<Settings>) => {
      settings = { ...settings, ...patch }
    },
    /** How often everybody was told that something is different. */
    changes: () => changes,
    calls: () => ledger.list({ beforeId: undefined, limit: 200 }).toReversed(),
  }
}
