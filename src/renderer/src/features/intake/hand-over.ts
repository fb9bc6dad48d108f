import type { HistoryState } from '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A posting's address or text on its way to the screen that adds it. */
    readonly posting?: string
  }
}

/** The text that a navigation brought along; null when it brought none. */
export function handedOver(state: HistoryState): string | null {
  return typeof state.posting === 'string' && state.posting.trim() !== '' ? state.posting : null
}
