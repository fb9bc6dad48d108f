import type { Outgoing } from '../message.ts'
import { type Channel, cutAtWord, failedForGood, failedForNow, oneLine } from './channel.ts'

/** Shows a message on the desktop; false when the system did not show it. */
export type ShowNotice = (notice: { title: string; body: string; path: string | null }) => Promise<boolean>

const TITLE_CHARS = 120
const BODY_CHARS = 250

/** Shows messages on the desktop. `show` is null in a process without one. */
export function createOsChannel(show: ShowNotice | null): Channel {
  const problem = 'Only the desktop app shows messages on the desktop; this one runs without it.'
  return {
    id: 'os',
    problem: () => (show === null ? problem : null),
    send: async (message) => {
      if (show === null) return failedForGood(problem)
      const isShown = await show(noticeOf(message))
      return isShown
        ? { kind: 'sent' }
        : failedForNow('The system did not show it. Allow messages of Career Copilot in the system’s settings.')
    },
  }
}

function noticeOf({ title, body, path }: Outgoing) {
  return { title: oneLine(title, TITLE_CHARS), body: cutAtWord(body.trim(), BODY_CHARS), path }
}
