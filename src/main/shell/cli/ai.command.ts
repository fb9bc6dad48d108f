import { AI_PROVIDERS, type AiCall, type AiProviderView, aiProviderSchema } from '#shared/ai.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface AiFlags extends GlobalFlags {
  readonly json?: boolean
}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

export function aiProvidersCommand(flags: AiFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const providers = await core.client.ai.providers()
    if (flags.json === true) printJson(providers)
    else
      printTable([
        ['provider', 'on', 'key', 'model', '$ in/out a million', 'as of', 'address'],
        ...providers.map(rowOf),
      ])
    return EXIT.ok
  })
}

/** Exit code 1 when the key is not taken or nobody answers. */
export function testAiCommand(name: string, flags: AiFlags): Promise<number> {
  const provider = aiProviderSchema.safeParse(name)
  if (!provider.success) {
    throw new CliFailure(`There is no provider "${name}"; there are ${AI_PROVIDERS.join(', ')}.`, EXIT.usage)
  }
  return withCore(flags, async (core) => {
    const result = await core.client.ai.test({ provider: provider.data })
    if (flags.json === true) printJson(result)
    else printLine(result.message)
    return result.isOk ? EXIT.ok : EXIT.failed
  })
}

export function aiUsageCommand(flags: AiFlags & { readonly month?: string }): Promise<number> {
  const { month } = flags
  if (month !== undefined && !MONTH.test(month)) {
    throw new CliFailure(`"${month}" is no month; write it as 2026-11.`, EXIT.usage)
  }
  return withCore(flags, async (core) => {
    const usage = await core.client.ai.usage(month === undefined ? {} : { month })
    if (flags.json === true) {
      printJson(usage)
      return EXIT.ok
    }
    const { budgetUsd, calls, inputTokens, outputTokens } = usage
    const budget = budgetUsd === null ? 'no budget' : `of ${dollars(budgetUsd)}`
    printLine(
      `${usage.month}: ${sumOf({ ...usage, costUsd: usage.spentUsd })}, ${budget}; ${calls} calls, ${inputTokens} tokens in, ${outputTokens} out.`,
    )
    const rows = usage.byProvider.map((row) => [row.provider, String(row.calls), String(row.failed), sumOf(row)])
    if (rows.length > 0) printTable([['provider', 'calls', 'failed', 'cost'], ...rows])
    return EXIT.ok
  })
}

export function aiCallsCommand(flags: AiFlags & { readonly limit: number }): Promise<number> {
  return withCore(flags, async (core) => {
    const calls = await core.client.ai.calls({ limit: flags.limit })
    if (flags.json === true) printJson(calls)
    else printTable([['id', 'at', 'for', 'provider', 'model', 'state', 'in', 'out', 'cost'], ...calls.map(callRow)])
    return EXIT.ok
  })
}

export function aiCallCommand(id: string, flags: AiFlags): Promise<number> {
  if (!/^\d+$/.test(id)) throw new CliFailure(`"${id}" is no number of a call.`, EXIT.usage)
  return withCore(flags, async (core) => {
    const call = await core.client.ai.call({ id: Number(id) })
    if (flags.json === true) {
      printJson(call)
      return EXIT.ok
    }
    printTable([callRow(call)])
    if (call.message !== '') printLine(call.message)
    printLine(`\nWhat was sent:\n${call.sent || '(nothing, or deleted with age)'}`)
    printLine(`\nWhat came back:\n${call.received || '(nothing, or deleted with age)'}`)
    return EXIT.ok
  })
}

function rowOf({ id, isOn, hasKey, model, models, baseUrl }: AiProviderView): string[] {
  const chosen = models.find((candidate) => candidate.id === model)
  const { inputUsdPerMillion: input = null, outputUsdPerMillion: output = null, asOf = null } = chosen ?? {}
  const price = input === null || output === null ? 'not known' : `${input} / ${output}`
  return [id, isOn ? 'on' : 'off', hasKey ? 'set' : 'none', model, price, asOf ?? '', baseUrl]
}

function callRow(call: AiCall): string[] {
  const { id, startedAt, purpose, provider, model, state, inputTokens, outputTokens, isEstimated, costUsd } = call
  const about = isEstimated ? '~' : ''
  const at = new Date(startedAt).toISOString().slice(0, 16)
  return [
    String(id),
    at,
    purpose,
    provider,
    model,
    state,
    `${about}${inputTokens}`,
    `${about}${outputTokens}`,
    costUsd === null ? 'no price' : dollars(costUsd),
  ]
}

function sumOf({ costUsd, unpriced }: { costUsd: number | null; unpriced: number }): string {
  const without = unpriced === 0 ? [] : [`${unpriced} ${unpriced === 1 ? 'call' : 'calls'} without a price`]
  return [...(costUsd === null ? [] : [dollars(costUsd)]), ...without].join(' and ')
}

function dollars(usd: number): string {
  return `$${usd.toFixed(usd !== 0 && usd < 0.1 ? 4 : 2)}`
}
