import { join } from 'node:path'
import { setInterval as every } from 'node:timers'
import { describe, expect, test } from 'vitest'
import { startDocumentsThread } from '#main/shell/headless/documents-thread/start-thread.ts'
import { documentStyleSchema, type FileFormat } from '#shared/documents.ts'
import { RESUME_FILE_MAX_BYTES } from '#shared/resume-import.ts'
import { piecesPdf } from '../../support/hostile-pdf.ts'
import { wordFile } from '../../support/resume-files.ts'
import { SAMPLES } from '../../support/sample-documents.ts'
import { watchedWorker } from '../../support/watched-thread.ts'

const MINUTE_MS = 60_000
const style = documentStyleSchema.parse({})
const asked = (format: FileFormat = 'pdf') => ({ content: SAMPLES.english.content, style, format })
const RESUME = { name: 'cv.docx', bytes: wordFile(['Ada Byron', 'ada@example.com', 'Experience', '2019 – 2020 ACME']) }
const script = (name: string) => join(import.meta.dirname, `${name}.script.ts`)
const HOSTILE = { name: 'folder/cv.pdf', bytes: piecesPdf() }

describe('the thread', () => {
  test('draws and reads, with what the core is told of it', async () => {
    const { worker, threads } = watchedWorker()
    const pdf = await worker.draw(asked())
    expect(pdf).toMatchObject({
      fileName: 'Ada-Nováková-Resume.pdf',
      mediaType: 'application/pdf',
      check: { isOk: true },
    })
    expect(Buffer.from(pdf.bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(pdf.text).toContain('Northwind Logistics')
    expect((await worker.draw(asked('docx'))).check.isOk).toBe(true)
    expect((await worker.read(RESUME)).suggestions).toContainEqual(
      expect.objectContaining({ field: 'email', value: 'ada@example.com' }),
    )
    expect(threads).toHaveLength(1)
  })

  test('answers in the order in which it was asked, one after the other', async () => {
    const { worker, said, threads } = watchedWorker()
    const order: string[] = []
    const noting = async (name: string, work: Promise<unknown>) => {
      await work
      order.push(name)
    }
    await Promise.all([
      noting('pdf', worker.draw(asked())),
      noting('docx', worker.draw(asked('docx'))),
      noting('read', worker.read(RESUME)),
      noting('last', worker.draw(asked())),
    ])
    expect(order).toEqual(['pdf', 'docx', 'read', 'last'])
    expect(said).toEqual(['draw', 'answer', 'draw', 'answer', 'read', 'answer', 'draw', 'answer'])
    expect(threads).toHaveLength(1)
  })

  test('leaves the event loop to others while it draws', async () => {
    const { worker } = watchedWorker()
    let ticks = 0
    const timer = every(() => (ticks += 1), 1)
    await worker.draw(asked())
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(20)
  })

  test('is ended when nothing was asked of it for minutes, and started anew when something is', async () => {
    const { worker, clock, threads, ended } = watchedWorker()
    await worker.draw(asked())
    await clock.advance(MINUTE_MS)
    await worker.draw(asked())
    await clock.advance(1.5 * MINUTE_MS)
    expect([threads.length, ended()]).toEqual([1, 0])
    await clock.advance(MINUTE_MS)
    await expect.poll(ended).toBe(1)
    expect((await worker.draw(asked())).check.isOk).toBe(true)
    expect(threads).toHaveLength(2)
  })
})

describe('what nobody waits for any more', () => {
  test('is never begun when it waits for its turn', async () => {
    const { worker, said } = watchedWorker()
    const leaving = new AbortController()
    const first = worker.draw(asked())
    const second = worker.draw(asked('docx'), leaving.signal)
    const third = worker.read(RESUME)
    leaving.abort(new Error('The line broke'))
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    expect((await first).check.isOk).toBe(true)
    expect((await third).status).toBe('ok')
    expect(said).toEqual(['draw', 'answer', 'read', 'answer'])
  })

  test('breaks off when it runs, and the thread stays', async () => {
    const { worker, said, threads, whenSaid } = watchedWorker()
    const leaving = new AbortController()
    const first = worker.draw(asked(), leaving.signal)
    const second = worker.draw(asked('docx'))
    await whenSaid(1)
    leaving.abort()
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })
    expect((await second).fileName).toMatch(/\.docx$/)
    expect(said).toEqual(['draw', 'leave', 'answer', 'draw', 'answer'])
    expect(threads).toHaveLength(1)
  })

  test('ends the thread when it does not break off, and the next has another', async () => {
    const { worker, clock, threads, ended, whenSaid, lost } = watchedWorker()
    const leaving = new AbortController()
    const first = worker.read(HOSTILE, leaving.signal)
    const second = worker.draw(asked())
    await whenSaid(1)
    leaving.abort()
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })
    await clock.advance(5_000)
    expect((await second).check.isOk).toBe(true)
    expect([threads.length, ended(), lost.length]).toEqual([2, 1, 0])
  })
})

describe('work that goes wrong', () => {
  test('a file whose time is up is told to be none, and the next is read', async () => {
    const { worker, clock, threads, whenSaid } = watchedWorker()
    const first = worker.read(HOSTILE)
    const second = worker.read(RESUME)
    await whenSaid(1)
    await clock.advance(20_000)
    expect(await first).toMatchObject({ status: 'unsupported', fileName: 'cv.pdf', suggestions: [] })
    expect((await first).message).toMatch(/takes longer .* Save it/)
    expect((await second).status).toBe('ok')
    expect(threads).toHaveLength(2)
  })

  test('a drawing whose time is up is a failure with its code, and the next is drawn', async () => {
    const { worker, clock, whenSaid } = watchedWorker()
    const first = worker.draw(asked())
    const second = worker.draw(asked('docx'))
    await whenSaid(1)
    await clock.advance(MINUTE_MS)
    await expect(first).rejects.toMatchObject({ code: 'WORK_ENDED', data: { problem: 'time' } })
    expect((await second).check.isOk).toBe(true)
  })

  test('a thread that dies gives what it did a code and a next step; the others go on', async () => {
    const { worker, threads, whenSaid, lost } = watchedWorker()
    const first = worker.draw(asked())
    const [second, third] = [worker.read(RESUME), worker.draw(asked())]
    await whenSaid(1)
    await threads[0]?.end()
    await expect(first).rejects.toMatchObject({
      code: 'WORK_ENDED',
      data: { problem: 'ended', reason: expect.stringContaining('Try it once more') },
    })
    expect((await second).status).toBe('ok')
    expect((await third).check.isOk).toBe(true)
    expect(lost).toEqual([expect.stringMatching(/^draw: ended with code/)])
  })

  test('a thread that is about to be gone is given nothing any more', async () => {
    const { worker, threads, ended, lost } = watchedWorker()
    await worker.read(RESUME)
    const ending = threads[0]?.end()
    expect((await worker.read(RESUME)).status).toBe('ok')
    await ending
    expect([threads.length, ended()]).toEqual([2, 1])
    expect(lost).toEqual([expect.stringMatching(/^at rest: ended with code/)])
  })

  test('a thread that fails between two pieces of work is told of, and the next has another', async () => {
    const { worker, threads, lost } = watchedWorker(() => startDocumentsThread(script('failing')))
    await worker.read(RESUME)
    await expect.poll(() => threads[0]?.isEnding()).toBe(true)
    expect((await worker.read(RESUME)).status).toBe('ok')
    await expect.poll(() => lost[0]).toMatch(/^at rest: Error: Left over/)
  })

  test('what the rest of the process takes is not held against the thread', async () => {
    const { worker, whenSaid } = watchedWorker()
    const drawing = worker.draw({ ...asked(), content: SAMPLES.long.content })
    await whenSaid(1)
    const taken = Array.from({ length: 1000 }, () => Buffer.alloc(1024 ** 2, 1))
    expect((await drawing).check.isOk).toBe(true)
    expect(taken).toHaveLength(1000)
  })

  test('a file that is larger than any résumé is not copied to the thread', async () => {
    const { worker, said } = watchedWorker()
    const large = { name: 'a/cv.pdf', bytes: new Uint8Array(RESUME_FILE_MAX_BYTES + 1) }
    expect(await worker.read(large)).toMatchObject({ status: 'unsupported', fileName: 'cv.pdf' })
    expect((await worker.read(large)).message).toContain('more than 20 MB')
    expect(said).toEqual([])
  })

  test.each(['hungry', 'unpacking'])('a thread that is %s ends, and nothing else does', async (name) => {
    const { worker, ended, lost } = watchedWorker(() => startDocumentsThread(script(name)))
    await expect(worker.draw(asked())).rejects.toMatchObject({ code: 'WORK_ENDED', data: { problem: 'memory' } })
    expect([ended(), lost.length]).toEqual([1, 1])
  })

  test('a file that needs too much memory is told to be none', async () => {
    const { worker } = watchedWorker(() => startDocumentsThread(script('hungry')))
    expect(await worker.read(RESUME)).toMatchObject({
      status: 'unsupported',
      fileName: 'cv.docx',
      message: expect.stringMatching(/more memory .* Save it/),
    })
  })

  test('a thread that cannot be started is a failure of each who asks, and hangs nobody', async () => {
    const { worker } = watchedWorker(() => startDocumentsThread(script('not-there')))
    for (const work of [worker.draw(asked()), worker.draw(asked())])
      await expect(work).rejects.toMatchObject({ code: 'WORK_ENDED', data: { problem: 'ended' } })
  })

  test('closing ends what runs and what waits, and what is asked later', async () => {
    const { worker, ended, whenSaid } = watchedWorker()
    const before = Promise.allSettled([worker.draw(asked()), worker.read(RESUME)])
    await whenSaid(1)
    await worker.close()
    const after = Promise.allSettled([worker.draw(asked())])
    const left = { status: 'rejected', reason: expect.objectContaining({ name: 'AbortError' }) }
    expect([...(await before), ...(await after)]).toMatchObject([left, left, left])
    expect(ended()).toBe(1)
  })
})
