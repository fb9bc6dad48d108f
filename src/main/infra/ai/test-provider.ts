import type { AiCallState, AiProvider } from '#shared/ai.ts'
import { type AttemptDeps, type Target, thrownByUs, withoutKey } from './attempt.ts'
import { failureOf } from './failure.ts'
import { ownFault } from './fault.ts'
import { factsOf } from './models.ts'
import type { Targets } from './targets.ts'
import { createWire, type Wire } from './wire.ts'

const NOTHING = { inputTokens: 0, outputTokens: 0, cacheWriteTokens: 0 }
const TEST_TIMEOUT_MS = 20_000

export interface ProviderTest {
  readonly isOk: boolean
  readonly state: Exclude<AiCallState, 'running'>
  readonly message: string
  readonly models: string[]
}

export interface TestDeps extends AttemptDeps {
  readonly targets: Targets
}

/** Asks a provider for the list of its models: it says whether the key is taken, and costs nothing. It is in the ledger as every call.
 *  A fault of the app is logged and thrown. */
export async function testProvider(id: AiProvider, deps: TestDeps): Promise<ProviderTest> {
  const { clock, ledger, targets } = deps
  const found = await targets.reach(id)
  const { name } = factsOf(id)
  if ('kind' in found) return { isOk: false, state: found.state, message: found.message, models: [] }
  const now = clock.now()
  const begun = ledger.begin(
    {
      provider: id,
      model: '',
      purpose: 'test',
      fallbackOf: null,
      most: NOTHING,
      mostUsd: 0,
      isHere: found.isHere,
      sent: 'The list of models was asked for. Nothing of yours was sent.',
      now,
    },
    { budgetUsd: null, month: { startsAt: now, endsAt: now }, requestsPerMinute: targets.requestsPerMinute(id) },
  )
  if (begun.kind !== 'begun') {
    const message = `${name} was asked as often as it may be in a minute. Try again soon.`
    return { isOk: false, state: 'rate_limited', message, models: [] }
  }
  const signal = AbortSignal.timeout(2 * TEST_TIMEOUT_MS)
  const limits = { headTimeoutMs: TEST_TIMEOUT_MS, idleTimeoutMs: TEST_TIMEOUT_MS, timeoutMs: TEST_TIMEOUT_MS }
  const wire = createWire({
    http: deps.http,
    ...found,
    headers: found.provider.headersFor(found.key),
    limits,
    signal,
    now: () => clock.now(),
  })
  const ended = await ask({ found, wire, signal })
  const { state, message, models } = ended instanceof Error ? BROKEN : ended
  ledger.settle(begun.id, {
    ...NOTHING,
    state,
    ms: Math.max(0, clock.now() - now),
    isEstimated: false,
    costUsd: 0,
    message,
    received: withoutKey(models.join('\n'), found.key),
  })
  if (!(ended instanceof Error)) return ended
  deps.log.error({ callId: begun.id, provider: id, err: ended }, 'the app failed while a provider was tested')
  throw ended
}

const BROKEN = {
  state: 'failed',
  message: 'The app failed during this test. Test again; the log of the app says where it was.',
  models: [],
} as const

/** An error: the app's own. */
async function ask(asked: {
  found: Omit<Target, 'model'>
  wire: Wire
  signal: AbortSignal
}): Promise<ProviderTest | Error> {
  const { found, wire, signal } = asked
  try {
    const models = (await found.provider.listModels({ ...found, fetch: wire.fetch, signal })).toSorted()
    return { isOk: true, state: 'ok', message: `${found.name} answers, with ${models.length} models.`, models }
  } catch (error) {
    const thrown = thrownByUs(error, { wire, signal })
    if (thrown !== null) return ownFault(thrown.thrown)
    // An SDK's error may repeat what was sent; what the wire saw says as much, and is ours.
    const { state, message } = failureOf({ provider: found.name, model: '', seen: wire.seen, hasText: false })
    return { isOk: false, state, message: withoutKey(message, found.key), models: [] }
  }
}
