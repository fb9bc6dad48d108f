import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Told } from './messages.ts'
import { createPageDrawer, type PageDrawer, type Pages, type StartThread } from './page-drawer.ts'

/** More pixels to one of the screen cost more than the eye sees. */
const PIXEL_RATIO_MOST = 2

/** The pages of a PDF, drawn as wide as is asked. Those of the last good file stay while the next is read. */
export function usePages(base64: string | undefined, widthPx: number): Pages & { readonly drawer: PageDrawer } {
  const [drawer] = useState(() => createPageDrawer(startThread))
  useEffect(() => drawer.close, [drawer])
  const ratio = Math.min(window.devicePixelRatio || 1, PIXEL_RATIO_MOST)
  useEffect(() => {
    if (base64 !== undefined) drawer.show(base64, widthPx * ratio)
  }, [drawer, base64, widthPx, ratio])
  return { ...useSyncExternalStore(drawer.subscribe, drawer.state), drawer }
}

const startThread: StartThread = ({ hear, fail }) => {
  const worker = new Worker(new URL('./draw-thread.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isTold(data)) hear(data)
  })
  worker.addEventListener('error', ({ message }) => fail(message || 'the thread that draws does not start'))
  return { ask: (message) => worker.postMessage(message, []), close: () => worker.terminate() }
}

/** pdf.js sends messages of its own from there. */
function isTold(data: unknown): data is Told {
  return typeof data === 'object' && data !== null && 'kind' in data
}
