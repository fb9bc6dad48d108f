import type { AiCallState, AiModel, AiProvider, AiPurpose, AiUsage } from '#shared/ai.ts'
import { formatQuantity, type Locale } from '../../../ui/format.ts'
import type { Tone } from '../../../ui/tone-badge.tsx'

export const PURPOSE_WORDS: Readonly<Record<AiPurpose, string>> = {
  test: 'Test',
  resume: 'Résumé',
  letter: 'Cover letter',
  interview: 'Interview preparation',
}

export const PROVIDER_WORDS: Readonly<Record<AiProvider, string>> = {
  groq: 'Groq',
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  google: 'Google Gemini',
  compatible: 'OpenAI-compatible',
}

export const STATE_WORDS: Readonly<Record<AiCallState, readonly [words: string, tone: Tone]>> = {
  running: ['Running', 'accent'],
  ok: ['Answered', 'good'],
  stopped: ['Stopped by you', 'plain'],
  cut: ['Broken off', 'warn'],
  key_rejected: ['Key refused', 'bad'],
  rate_limited: ['Too many requests', 'warn'],
  refused: ['Declined', 'warn'],
  bad_answer: ['Unusable answer', 'warn'],
  unreachable: ['Not reached', 'bad'],
  timeout: ['No answer in time', 'warn'],
  failed: ['Failed', 'bad'],
  over_budget: ['Over budget', 'warn'],
}

/** US dollars; of small amounts as many places as it takes to see them. Pure. */
export function formatUsd(usd: number, locale?: Locale): string {
  const places = usd !== 0 && Math.abs(usd) < 0.1 ? 4 : 2
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: places,
  }).format(usd)
}

/** What a call cost. Money that nobody knows does not look like none. Pure. */
export function costWords(usd: number | null, locale?: Locale): string {
  return usd === null ? 'no price' : formatUsd(usd, locale)
}

/** What a month cost so far, and of how much. Pure. */
export function spentWords(
  { spentUsd, unpriced, budgetUsd }: Pick<AiUsage, 'spentUsd' | 'unpriced' | 'budgetUsd'>,
  locale?: Locale,
): string {
  const of = budgetUsd === null ? '' : ` of ${formatUsd(budgetUsd, locale)}`
  const money = spentUsd === null ? [] : [`${formatUsd(spentUsd, locale)}${of}`]
  const without = unpriced === 0 ? [] : [`${formatQuantity(unpriced, ['call', 'calls'])} without a price`]
  return [...money, ...without].join(' and ')
}

/** What a model costs, in a line. Pure. */
export function priceWords(
  model: Pick<AiModel, 'inputUsdPerMillion' | 'outputUsdPerMillion'>,
  { isHere, locale }: { readonly isHere: boolean; readonly locale?: Locale },
): string {
  const { inputUsdPerMillion: input, outputUsdPerMillion: output } = model
  if (input === null || output === null) return 'price not known'
  if (input === 0 && output === 0) return isHere ? 'free, on this computer' : 'costs nothing'
  return `${formatUsd(input, locale)} in, ${formatUsd(output, locale)} out a million tokens`
}
