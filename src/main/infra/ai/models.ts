import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { type AiModel, type AiProvider } from '#shared/ai.ts'
import type { Settings } from '#shared/settings.ts'
import bundled from '#resources/ai-models.json' with { type: 'json' }

const priceSchema = z.object({
  from: z.iso.date(),
  inputUsdPerMillion: z.number().min(0),
  outputUsdPerMillion: z.number().min(0),
})
const providerSchema = z.object({
  name: z.string(),
  baseUrl: z.url(),
  keyName: z.string(),
  keyLabel: z.string(),
  keyUrl: z.string(),
  requestsPerMinute: z.number().int().positive(),
  models: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      contextTokens: z.number().int().positive().nullable(),
      /** Its answers can be held to a JSON schema by the provider. */
      hasSchema: z.boolean(),
      source: z.string(),
      prices: z.array(priceSchema),
    }),
  ),
})
export type ProviderFacts = z.infer<typeof providerSchema>

const facts = z
  .object({
    refusals: z.object({ starts: z.array(z.string()) }),
    providers: z.object({
      groq: providerSchema,
      openai: providerSchema,
      anthropic: providerSchema,
      google: providerSchema,
      compatible: providerSchema,
    }),
  })
  .parse(bundled)

/** The keys of the providers, as the keys screen lists them. */
export const AI_KEYS = Object.values(facts.providers).map(({ name, keyName, keyLabel, keyUrl }) => ({
  name,
  secrets: [{ name: keyName, label: keyLabel, helpUrl: keyUrl }],
}))

/** How a refusal in prose begins, in lower case. */
export const REFUSAL_STARTS: readonly string[] = facts.refusals.starts

/** What is known of a provider without asking anybody. */
export function factsOf(provider: AiProvider): ProviderFacts {
  return facts.providers[provider]
}

export type ModelSettings = Pick<Settings, 'aiModels' | 'aiOwnModels' | 'aiBaseUrls' | 'aiRequestsPerMinute'>

/** A model as a call uses it. */
export interface ChosenModel extends AiModel {
  readonly hasSchema: boolean
}

/** The models of a provider with their prices on `day` ('YYYY-MM-DD'): the user's own first, then the bundled ones that none of them
 *  replaces. A price is that of the latest day on which one is known to hold. Pure. */
export function modelsOf(provider: AiProvider, about: { settings: ModelSettings; day: string }): ChosenModel[] {
  const { settings, day } = about
  const { models } = factsOf(provider)
  const own = settings.aiOwnModels.filter((model) => model.provider === provider)
  const chosen = settings.aiModels[provider]
  const ids = new Set([...own, ...models].map(({ id }) => id))
  const unlisted = chosen === undefined || ids.has(chosen) ? [] : [chosen]
  return [
    ...own.map(({ id, inputUsdPerMillion, outputUsdPerMillion, asOf }) => {
      const known = models.find((model) => model.id === id)
      return {
        id,
        name: known?.name ?? id,
        contextTokens: known?.contextTokens ?? null,
        inputUsdPerMillion,
        outputUsdPerMillion,
        asOf,
        source: 'Written by you',
        isOwn: true,
        hasSchema: known?.hasSchema ?? false,
      }
    }),
    ...unlisted.map((id) => unlistedModel(id)),
    ...models
      .filter(({ id }) => own.every((model) => model.id !== id))
      .map(({ prices, ...model }) => {
        const price = prices.findLast(({ from }) => from <= day)
        return {
          ...model,
          inputUsdPerMillion: price?.inputUsdPerMillion ?? null,
          outputUsdPerMillion: price?.outputUsdPerMillion ?? null,
          asOf: price?.from ?? null,
          isOwn: false,
        }
      }),
  ]
}

/** The model that is asked; null when none is chosen and the provider has no list. Pure. */
export function chosenModel(provider: AiProvider, about: { settings: ModelSettings; day: string }): ChosenModel | null {
  const models = modelsOf(provider, about)
  const id = about.settings.aiModels[provider] ?? factsOf(provider).models[0]?.id
  return models.find((model) => model.id === id) ?? null
}

/** Where the provider is asked, without a slash at the end. Pure. */
export function baseUrlOf(provider: AiProvider, settings: ModelSettings): string {
  return (settings.aiBaseUrls[provider] ?? factsOf(provider).baseUrl).replace(/\/+$/, '')
}

/** A model whose name was only given. Not even what runs on this computer has a price of 0 by that: a program here may pass questions on
 *  to somebody who bills. */
function unlistedModel(id: string): ChosenModel {
  return {
    id,
    name: id,
    contextTokens: null,
    inputUsdPerMillion: null,
    outputUsdPerMillion: null,
    asOf: null,
    source: 'Nobody told its price',
    isOwn: false,
    hasSchema: false,
  }
}

/** Whether the address is one of this computer, whatever happens to run there. Pure. */
export function isThisComputer(baseUrl: string): boolean {
  const host = URL.parse(baseUrl)?.hostname ?? ''
  return (
    host === 'localhost' ||
    host === '[::1]' ||
    (ipaddr.IPv4.isValid(host) && ipaddr.IPv4.parse(host).range() === 'loopback')
  )
}
