import type { AiProvider } from '#shared/ai.ts'

/** 'system' is ours; what the user or a stranger wrote is in 'user', marked as data. 'assistant' is an earlier answer. */
export interface AiMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly text: string
}

/** `inputTokens` are all that were sent, also those that a cache of the provider knew; `outputTokens` all that were written, what was
 *  thought among them. */
export interface TokenUse {
  readonly inputTokens: number
  readonly outputTokens: number
  /** Of `inputTokens` those that were put into a cache, which costs more than to send them. */
  readonly cacheWriteTokens: number
}

/** `outputTokens` null: not told to the end. */
export interface ToldUse extends Omit<TokenUse, 'outputTokens'> {
  readonly outputTokens: number | null
}

export type JsonSchema = Readonly<Record<string, unknown>>

/** What an SDK needs to reach its provider. `fetch` is the way out: it guards, caps and times, and it alone has the key. */
export interface ProviderAccess {
  readonly baseUrl: string
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
}

export interface ProviderCall extends ProviderAccess {
  readonly model: string
  readonly messages: readonly AiMessage[]
  /** The provider holds its answer to it; null: it does not. */
  readonly schema: JsonSchema | null
  readonly maxOutputTokens: number
  /** Each piece of the answer as it comes. */
  readonly onText: (piece: string) => void
  /** As often as the provider tells; the last word counts. */
  readonly onUsage: (use: ToldUse) => void
}

/** How the model ended: 'length': it had more to say than it was given room for. Null: the provider never said, so that the answer is
 *  not whole. */
export type Finish = 'done' | 'length' | 'refused' | null

/** What SDKs are given in place of the key, which the way out adds: they want one, and one of ours keeps them from looking for another in
 *  the environment. */
export const KEY_OF_SDKS = 'none'

/** One provider's way of speaking. No tool is ever offered to a model. */
export interface Provider {
  readonly id: AiProvider
  /** It puts what is sent into a cache without being asked to, and charges for it. */
  readonly isCaching: boolean
  /** All that is sent beside the body, and the only place of the key. */
  readonly headersFor: (key: string | null) => Readonly<Record<string, string>>
  readonly generate: (call: ProviderCall) => Promise<Finish>
  /** Names of the models that the key can use. Costs nothing. */
  readonly listModels: (access: ProviderAccess) => Promise<string[]>
}
