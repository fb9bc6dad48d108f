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
  readonly providers: () => AiProviderView[]
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

  function view(id: AiProvider): AiProviderView {
    const { name, keyName, keyUrl } = factsOf(id)
    const isOn = targets.chain().includes(id)
    return {
      id,
      name,
      keyName,
      hasKey: targets.hasKey(id),
      isOn,
      baseUrl: targets.addressOf(id).baseUrl,
      model: targets.model(id)?.id ?? '',
      models: targets.models(id).map(({ hasSchema: _hasSchema, ...model }) => model),
      requestsPerMinute: targets.requestsPerMinute(id),
      waitUntil: targets.waitUntil(id),
      keyUrl,
    }
  }

  return {
    providers: () => targets.all().map(view),
    test: (provider) => testProvider(provider, deps),
    usage: ({ month = monthOf(clock.now(), deps.zone()) }) => {
      const sums = ledger.sums(monthBounds(month, deps.zone()))
      const total = (of: (sum: (typeof sums)[number]) => number): number => sums.reduce((all, sum) => all + of(sum), 0)
      return {
        month,
        budgetUsd: deps.budgetUsd(),
        spentUsd: total(({ costUsd }) => costUsd),
        calls: total(({ calls }) => calls),
        inputTokens: total(({ inputTokens }) => inputTokens),
        outputTokens: total(({ outputTokens }) => outputTokens),
        byProvider: sums.map(({ provider, calls, costUsd, failed }) => ({ provider, calls, costUsd, failed })),
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
