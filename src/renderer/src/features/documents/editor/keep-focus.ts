import { flushSync } from 'react-dom'

/** Runs an edit that may move or remove what has the focus. The browser takes the focus from an element that is put elsewhere: it gets it
 *  back. When it is gone, the part of the page that held it has it. */
export function keepingFocus(edit: () => void): void {
  const before = document.activeElement
  const around = before?.closest<HTMLElement>('[data-keeps-focus]') ?? null
  flushSync(edit)
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const next = before instanceof HTMLElement && before.isConnected ? before : around
  next?.focus({ preventScroll: true })
}
