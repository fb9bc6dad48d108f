import type { Letter, NotificationType } from '#shared/notifications.ts'

/** Something the app has to tell. `key` names what it tells of: told once, it is never told again. */
export interface Telling {
  readonly type: NotificationType
  readonly key: string
  readonly title: string
  readonly body: string
  /** The screen it leads to, "/applications/7". */
  readonly path: string | null
  /** Of how many things it tells; 1 by default. */
  readonly count?: number
  /** The whole of it, for channels with room. What has one is never grouped with others. */
  readonly letter?: Letter
  /** Not worth a channel: it is there for who looks. */
  readonly isInboxOnly?: boolean
}

/** A message on its way through a channel. Every try of one has the same `key`. */
export interface Outgoing {
  readonly key: string
  readonly type: NotificationType | 'test'
  readonly title: string
  readonly body: string
  readonly path: string | null
  readonly count: number
  readonly letter: Letter | null
  /** UTC ms. */
  readonly createdAt: number
}
