import { join } from 'node:path'
import type { StartWorkThread } from '#main/domains/documents/worker/work-thread.ts'
import { startDocumentsThread } from '#main/shell/headless/documents-thread/start-thread.ts'

/** The thread that works on documents, run from its source: nothing needs to be built. */
export const startSourceThread: StartWorkThread = () =>
  startDocumentsThread(join(import.meta.dirname, 'source-thread.script.ts'))
