import { useSyncExternalStore } from 'react'

/** 'live' while events flow, 'lost' while we try again, 'unauthorised' when the host no longer knows this window. */
export type ConnectionState = 'connecting' | 'live' | 'lost' | 'unauthorised'

export interface Connection {
  readonly get: () => ConnectionState
  /** 'unauthorised' is final: only a new address helps, so nothing later overwrites it. */
  readonly set: (next: ConnectionState) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createConnection(): Connection {
  let state: ConnectionState = 'connecting'
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: (next) => {
      if (state === next || state === 'unauthorised') return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useConnectionState(connection: Connection): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.get)
}
