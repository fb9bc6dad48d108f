import type { AiProvider } from '#shared/ai.ts'

/** 'system' is ours; what the user or a stranger wrote is in 'user', marked as data. 'assistant' is an earlier answer. */
export interface AiMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly text: string
}

export interface TokenUse {
  readonly inputTokens: number
  readonly outputTokens: number
}

export type JsonSchema = Readonly<Record<string, unknown>>

/** What an SDK needs to reach its provider. `fetch` is the way out: it guards, caps and times. */
export interface ProviderAccess {
  readonly baseUrl: string
  readonly key: string | null
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
  readonly onUsage: (use: TokenUse) => void
}

/** How the model ended: 'length': it had more to say than it was given room for. Null: the provider never said, so that the answer is
 *  not whole. */
export type Finish = 'done' | 'length' | 'refused' | null

/** One provider's way of speaking. No tool is ever offered to a model. */
export interface Provider {
  readonly id: AiProvider
  readonly generate: (call: ProviderCall) => Promise<Finish>
  /** Names of the models that the key can use. Costs nothing. */
  readonly listModels: (access: ProviderAccess) => Promise<string[]>
}
