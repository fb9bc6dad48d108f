import type { Asked, Told } from './messages.ts'
import { openFile, type OpenFile } from './pdf-file.ts'

/** The thread in which the pages are read and drawn: it may take its time, typing goes on meanwhile. */
interface Thread {
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent<Asked>) => void) => void
  readonly postMessage: (told: Told, transfer: Transferable[]) => void
}
declare const self: Thread

let newest = 0
let open: OpenFile | null = null

// pdf.js listens here, too, as it would in a thread of its own. Its messages are marked as its own, and it leaves ours.
self.addEventListener('message', ({ data }) => {
  if (data.kind === 'open') void take(data.file, data.base64)
  else if (data.kind === 'draw') void draw(data)
})

async function take(file: number, base64: string): Promise<void> {
  newest = file
  const before = open
  open = null
  try {
    await before?.close()
    const next = await openFile(base64)
    const pages = file === newest ? await next.texts() : []
    if (file !== newest) return await next.close()
    open = next
    self.postMessage({ kind: 'opened', file, pages }, [])
  } catch (error) {
    fail(file, error)
  }
}

async function draw({ file, number, widthPx }: Extract<Asked, { kind: 'draw' }>): Promise<void> {
  if (file !== newest || open === null) return
  try {
    const picture = await open.draw({ number, widthPx, isWanted: () => file === newest })
    if (picture !== null) self.postMessage({ kind: 'drawn', file, number, widthPx, picture }, [picture])
  } catch (error) {
    fail(file, error)
  }
}

/** What goes wrong in a file that is no longer wanted is nobody's trouble. */
function fail(file: number, error: unknown): void {
  if (file !== newest) return
  self.postMessage({ kind: 'failed', file, reason: error instanceof Error ? error.message : String(error) }, [])
}
