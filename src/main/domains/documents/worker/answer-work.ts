import { type DrawnDocument, type WorkAnswer, workMessageSchema, type WorkRequest } from './messages.ts'

/** The thread's end of the line to the core. */
export interface WorkWire {
  readonly onMessage: (listen: (message: unknown) => void) => void
  /** `moved`: memory that goes over with it and is not copied. */
  readonly answer: (answer: WorkAnswer, moved: readonly ArrayBuffer[]) => void
}

/** Does what the core asks for. Runs in a thread of its own: drawing and reading hold the one that does it. */
export function answerWork(wire: WorkWire): void {
  const unwanted = new Map<number, AbortController>()
  wire.onMessage((said) => {
    const message = workMessageSchema.parse(said)
    if (message.kind === 'leave') unwanted.get(message.id)?.abort()
    else void answer(message)
  })

  async function answer(request: WorkRequest): Promise<void> {
    const { id } = request
    const leaving = new AbortController()
    unwanted.set(id, leaving)
    try {
      const { value, moved } = await resultOf(request, leaving.signal)
      wire.answer({ id, ok: true, value }, moved)
    } catch (error) {
      wire.answer({ id, ok: false, problem: describe(error) }, [])
    } finally {
      unwanted.delete(id)
    }
  }
}

interface Result {
  readonly value: unknown
  readonly moved: readonly ArrayBuffer[]
}

/** Each kind of work loads what it needs when it is first asked for. */
async function resultOf(request: WorkRequest, signal: AbortSignal): Promise<Result> {
  if (request.kind === 'read') {
    const { readResumeBytes } = await import('../import/read-resume-bytes.ts')
    const { name, bytes } = request
    const file = { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) }
    return { value: await readResumeBytes(file, signal), moved: [] }
  }
  const { renderDocument } = await import('../render/render-document.ts')
  const { content, style, format } = request
  const drawn: DrawnDocument = await renderDocument({ content, style, format, signal })
  return { value: drawn, moved: drawn.bytes.buffer instanceof ArrayBuffer ? [drawn.bytes.buffer] : [] }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
