import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createDocumentWorker, type DocumentWorker } from '#main/domains/documents/worker/document-worker.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { startDocumentsThread } from '#main/shell/headless/documents-thread/start-thread.ts'
import { documentStyleSchema, type FileFormat, TEMPLATES } from '#shared/documents.ts'
import { piecesPdf } from '../support/hostile-pdf.ts'
import { SAMPLES } from '../support/sample-documents.ts'
import { percentile } from './figures.ts'

const ROUNDS = 20

/** Writes a résumé of one page in every template, reads it back and checks it, then fits one of four pages on one, then reads a hostile
 *  file: all in the built thread, as the app does it. Prints what the first took, with thread, code and fonts still to be loaded, and the
 *  later ones, and beside each how long the event loop that asked was held. */
export async function runRenderBench(options: {
  readonly root: string
  readonly print: (line: string) => void
}): Promise<void> {
  const { root, print } = options
  const worker = createDocumentWorker({
    startThread: () => startDocumentsThread(join(root, 'out', 'main', 'documents-worker.js')),
    clock: systemClock,
    onLost: ({ how }) => print(`  the thread was lost: ${how}`),
  })
  try {
    print('render: a résumé of one page, written, read back and checked, in the thread')
    await measure({ print, name: 'the first', rounds: 1, work: () => draw(worker, 'pdf', 'modern') })
    for (const format of ['pdf', 'docx'] as const) {
      const rounds = ROUNDS * TEMPLATES.length
      const work = (round: number) => draw(worker, format, TEMPLATES[round % TEMPLATES.length] ?? 'modern')
      await measure({ print, name: `${format}, ${rounds} warm`, rounds, work })
    }
    await measure({ print, name: 'four pages fitted on one', rounds: ROUNDS / 4, work: () => fit(worker) })
    const bytes = piecesPdf()
    await measure({
      print,
      name: 'a PDF of 100,000 pieces read',
      rounds: 1,
      work: async () => void (await worker.read({ name: 'cv.pdf', bytes })),
    })
  } finally {
    await worker.close()
  }
}

async function draw(worker: DocumentWorker, format: FileFormat, template: (typeof TEMPLATES)[number]): Promise<void> {
  const { content, language } = SAMPLES.german
  const { check } = await worker.draw({ content, style: documentStyleSchema.parse({ template, language }), format })
  if (!check.isOk || check.pages !== 1)
    throw new Error(`The ${template} ${format} is not the one page that was to be measured`)
}

async function fit(worker: DocumentWorker): Promise<void> {
  const { content, language } = SAMPLES.long
  const style = documentStyleSchema.parse({ template: 'modern', language, isOnePage: true })
  if (!(await worker.draw({ content, style, format: 'pdf' })).fit.isFitted)
    throw new Error('The long résumé was not fitted')
}

interface Measured {
  readonly print: (line: string) => void
  readonly name: string
  readonly rounds: number
  readonly work: (round: number) => Promise<void>
}

async function measure({ print, name, rounds, work }: Measured): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const times: number[] = []
  delay.enable()
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now()
    await work(round)
    times.push(performance.now() - from)
  }
  delay.disable()
  const figures =
    rounds === 1
      ? `${percentile(times, 50).toFixed(0)} ms`
      : `p50 ${percentile(times, 50).toFixed(0)} / p95 ${percentile(times, 95).toFixed(0)} / most ${Math.max(...times).toFixed(0)} ms`
  print(`  ${name}: ${figures}; the event loop held at most ${(delay.max / 1e6).toFixed(1)} ms`)
}
