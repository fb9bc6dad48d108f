import { useEffect, useState } from 'react'
import { useLatestCallback } from './use-latest-callback.ts'

/** While mounted, the whole window takes a dropped file, before anything else that would; true while one is over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useLatestCallback(onFile)
  useEffect(() => {
    let depth = 0
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const change = (by: 1 | -1) => {
      depth = Math.max(0, depth + by)
      setOver(depth > 0)
    }
    const listen = (react: (event: DragEvent) => void) => (event: DragEvent) => {
      if (!hasFile(event)) return
      event.stopPropagation()
      react(event)
    }
    const listeners = {
      dragenter: listen(() => change(1)),
      dragleave: listen(() => change(-1)),
      dragover: listen((event) => event.preventDefault()),
      drop: listen((event) => {
        event.preventDefault()
        depth = 0
        setOver(false)
        const file = event.dataTransfer?.files[0]
        if (file !== undefined) take(file)
      }),
    }
    const abort = new AbortController()
    for (const [name, listener] of Object.entries(listeners)) {
      // The capturing phase comes before the window's own place for dropped postings.
      window.addEventListener(name as keyof typeof listeners, listener, { capture: true, signal: abort.signal })
    }
    return () => abort.abort()
  }, [take])
  return isOver
}
