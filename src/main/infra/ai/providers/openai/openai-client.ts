import type { ProviderAccess } from '../../provider.ts'

/** The SDK asks as it is told and reads no environment of this process; the gateway retries by itself. Loaded at the first call. */
export async function openAiClient({ baseUrl, key, fetch }: ProviderAccess) {
  const { OpenAI } = await import('openai')
  return new OpenAI({
    baseURL: baseUrl,
    // An address that wants no key gets a word that is none.
    apiKey: key ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    fetch,
    maxRetries: 0,
    logLevel: 'off',
  })
}
