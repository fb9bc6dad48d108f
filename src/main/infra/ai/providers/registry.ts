import type { AiProvider } from '#shared/ai.ts'
import type { Provider } from '../provider.ts'
import { anthropic } from './anthropic/anthropic.provider.ts'
import { compatible } from './compatible/compatible.provider.ts'
import { google } from './google/google.provider.ts'
import { groq } from './groq/groq.provider.ts'
import { openAi } from './openai/openai.provider.ts'

/** None of them loads its SDK before it is asked. */
export const providers: Readonly<Record<AiProvider, Provider>> = { groq, openai: openAi, anthropic, google, compatible }
