import type { AiService } from '../domains/ai/ai.service.ts'
import type { RouterBase } from './base.ts'

export interface AiServices {
  readonly ai: AiService
}

/** Language models: who is asked, for how much, with which words, and what was said. */
export function aiRoutes(os: RouterBase, { ai }: AiServices) {
  return {
    ai: {
      providers: os.ai.providers.handler(() => ai.providers()),
      test: os.ai.test.handler(({ input }) => ai.test(input.provider)),
      usage: os.ai.usage.handler(({ input }) => ai.usage(input)),
      calls: os.ai.calls.handler(({ input }) => ai.calls(input)),
      call: os.ai.call.handler(({ input }) => ai.call(input.id)),
      prompts: os.ai.prompts.handler(() => ai.prompts.list()),
      savePrompt: os.ai.savePrompt.handler(({ input }) => ai.prompts.save(input)),
      usePrompt: os.ai.usePrompt.handler(({ input }) => ai.prompts.use(input)),
    },
  }
}
