import { expect, test } from 'vitest'
import { documentStyleSchema } from '#shared/documents.ts'
import { piecesPdf } from '../../support/hostile-pdf.ts'
import { SAMPLES } from '../../support/sample-documents.ts'
import { testCore } from '../../support/test-core.ts'

/** How often the core says how it is until the work is done. */
async function answersDuring(client: ReturnType<typeof testCore>['client'], work: Promise<unknown>): Promise<number> {
  const end = new AbortController()
  const done = work.finally(() => end.abort())
  let answers = 0
  for (; !end.signal.aborted; answers += 1) {
    await client.health.get()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await done
  return answers
}

test('a hostile file gets its answer or a clear word, and the core answers others meanwhile', async () => {
  const { client } = testCore()
  const reading = client.resumeImport.read({ name: 'cv.pdf', base64: piecesPdf().toString('base64') })
  expect(await answersDuring(client, reading)).toBeGreaterThan(20)
  const { status, message } = await reading
  expect(['ok', 'unsupported']).toContain(status)
  expect(message).toMatch(/only its first part|takes longer/)
})

test('a document is drawn, and the core answers others meanwhile', async () => {
  const { client } = testCore()
  const style = documentStyleSchema.parse({ isOnePage: true })
  const drawing = client.documents.render({ content: SAMPLES.long.content, style })
  expect(await answersDuring(client, drawing)).toBeGreaterThan(20)
  expect((await drawing).fit.isFitted).toBe(true)
})

test('a core that stops does not wait for its thread', async () => {
  const core = testCore()
  const reading = core.client.resumeImport.read({ name: 'cv.pdf', base64: piecesPdf().toString('base64') })
  const failure = reading.catch((error: unknown) => error)
  await core.client.health.get()
  await core.stop()
  expect(await failure).toMatchObject({ name: 'AbortError' })
})
