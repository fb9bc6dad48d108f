import type { AiCall, AiProvider, AiProviderView, AiUsage } from '#shared/ai.ts'
import { AppError } from '#shared/errors.ts'
import type { Ledger } from '../../infra/ai/ledger.ts'
import { factsOf } from '../../infra/ai/models.ts'
import { monthBounds, monthOf } from '../../infra/ai/month.ts'
import type { Targets } from '../../infra/ai/targets.ts'
import { type ProviderTest, testProvider, type TestDeps } from '../../infra/ai/test-provider.ts'
import type { PromptsService } from './prompts/prompts.service.ts'

export interface AiServiceDeps extends TestDeps {
  readonly ledger: Ledger
  readonly targets: Targets
  readonly budgetUsd: () => number | null
  readonly zone: () => string
  readonly prompts: PromptsService
}

export interface AiService {
  /** In the order in which they are asked. */
  readonly providers: () => Promise<AiProviderView[]>
  readonly test: (provider: AiProvider) => Promise<ProviderTest>
  readonly usage: (input: { month?: string | undefined }) => AiUsage
  readonly calls: (input: { beforeId?: number | undefined; limit: number }) => AiCall[]
  /** Throws NOT_FOUND. */
  readonly call: (id: number) => AiCall & { sent: string; received: string }
  /** The test of the provider whose key has this name; null when none has. */
  readonly testKey: (keyName: string) => Promise<ProviderTest> | null
  readonly prompts: PromptsService
}

/** What the user sees and decides of language models. */
export function createAiService(deps: AiServiceDeps): AiService {
  const { ledger, targets, clock } = deps

  async function view(id: AiProvider): Promise<AiProviderView> {
    const { name, keyName, keyUrl } = factsOf(id)
    const isOn = targets.chain().includes(id)
    const { baseUrl, isHere } = targets.addressOf(id)
    return {
      id,
      name,
      keyName,
      hasKey: targets.hasKey(id),
      isOn,
      baseUrl,
      isHere,
      model: targets.model(id)?.id ?? '',
      models: targets.models(id).map(({ hasSchema: _hasSchema, ...model }) => model),
      requestsPerMinute: targets.requestsPerMinute(id),
      waitUntil: await targets.waitUntil(id),
      keyUrl,
    }
  }

  return {
    providers: () => Promise.all(targets.all().map(view)),
    test: (provider) => testProvider(provider, deps),
    usage: ({ month = monthOf(clock.now(), deps.zone()) }) => {
      const sums = ledger.sums(monthBounds(month, deps.zone()))
      const total = (of: (sum: (typeof sums)[number]) => number): number => sums.reduce((all, sum) => all + of(sum), 0)
      const unpriced = total((sum) => sum.unpriced)
      return {
        month,
        budgetUsd: deps.budgetUsd(),
        spentUsd: knownSum({ costUsd: total(({ costUsd }) => costUsd), unpriced }),
        unpriced,
        calls: total(({ calls }) => calls),
        inputTokens: total(({ inputTokens }) => inputTokens),
        outputTokens: total(({ outputTokens }) => outputTokens),
        byProvider: sums.map(({ provider, calls, failed, ...sum }) => ({
          provider,
          calls,
          failed,
          costUsd: knownSum(sum),
          unpriced: sum.unpriced,
        })),
      }
    },
    calls: ({ beforeId, limit }) => ledger.list({ beforeId, limit }),
    call: (id) => {
      const call = ledger.get(id)
      if (call === null) throw new AppError('NOT_FOUND', { entity: 'call', id: String(id) })
      return call
    },
    testKey: (keyName) => {
      const id = targets.all().find((provider) => factsOf(provider).keyName === keyName)
      return id === undefined ? null : testProvider(id, deps)
    },
    prompts: deps.prompts,
  }
}

/** No figure at all where all that is known of it is nothing. Pure. */
function knownSum({ costUsd, unpriced }: { costUsd: number; unpriced: number }): number | null {
  return unpriced > 0 && costUsd === 0 ? null : costUsd
}
