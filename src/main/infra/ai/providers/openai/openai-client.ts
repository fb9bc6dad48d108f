import { KEY_OF_SDKS, type ProviderAccess } from '../../provider.ts'

/** The gateway retries by itself. Loaded at the first call. */
export async function openAiClient({ baseUrl, fetch }: ProviderAccess) {
  const { OpenAI } = await import('openai')
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: KEY_OF_SDKS,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    fetch,
    maxRetries: 0,
    logLevel: 'off',
  })
}
