import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { Notifier } from '../../../ports.ts'
import type { DesktopNotice, DesktopNotices } from '../ports.ts'

/** A system that says neither that it showed a message nor that it did not is given up so long after. */
const SILENCE_MS = 10_000
/** A message that nobody holds on to is collected, and its click with it. */
const HELD_MAX = 50

export interface DesktopNotifierParts {
  readonly notices: DesktopNotices
  readonly clock: Clock
  readonly log: Log
  readonly platform: NodeJS.Platform
}

export interface DesktopNotifier extends Notifier {
  /** Where a click leads from now on: there is no window yet when the core is made. */
  readonly leadTo: (open: (path: string | null) => void) => void
}

/** Messages on this desktop. */
export function createDesktopNotifier({ notices, clock, log, platform }: DesktopNotifierParts): DesktopNotifier {
  let held: readonly DesktopNotice[] = []
  let open: (path: string | null) => void = () => undefined
  return {
    leadTo: (next) => {
      open = next
    },
    show: async ({ title, body, path }) => {
      if (!notices.isSupported()) return false
      const notice = notices.create({ title, body: platform === 'linux' ? asMarkup(body) : body })
      held = [...held, notice].slice(-HELD_MAX)
      notice.onClick(() => open(path))
      const said = new AbortController()
      const answer = new Promise<boolean>((resolve) => {
        notice.onShown(() => resolve(true))
        notice.onFailed((problem) => {
          log.warn({ problem }, 'the system did not show a message')
          resolve(false)
        })
      })
      notice.show()
      const silence = clock.sleep(SILENCE_MS, said.signal).then(
        () => false,
        () => false,
      )
      return Promise.race([answer, silence]).finally(() => said.abort())
    },
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** On Linux a body may hold links and pictures, and what it says was written by strangers; a title is always plain. Source: freedesktop.org,
 *  Desktop Notifications Specification, markup. Pure. */
function asMarkup(text: string): string {
  return text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
}
