import type { WritingEvent } from '#shared/writing.ts'
import type { WritingService } from '../domains/documents/writing/writing.service.ts'
import type { Log } from '../infra/log/log.ts'
import { asClientError, type RouterBase } from './base.ts'

export interface WritingServices {
  readonly writing: WritingService
  readonly log: Log
}

/** Writing with a language model. */
export function writingRoutes(os: RouterBase, { writing, log }: WritingServices) {
  return {
    writing: {
      preview: os.writing.preview.handler(({ input }) => writing.preview(input)),
      write: os.writing.write.handler(({ input, signal }) => told(writing.write(input, signal), log)),
      stop: os.writing.stop.handler(({ input }) => writing.stop(input.callId)),
      previewInterview: os.writing.previewInterview.handler(({ input }) => writing.previewInterview(input)),
      prepareInterview: os.writing.prepareInterview.handler(({ input, signal }) =>
        writing.prepareInterview(input, signal),
      ),
    },
  }
}

/** What fails while it is read fails in the same words as what fails at once. */
async function* told(events: AsyncGenerator<WritingEvent>, log: Log): AsyncGenerator<WritingEvent> {
  try {
    yield* events
  } catch (error) {
    throw asClientError(error, { log, procedure: 'writing.write' })
  }
}
