import type { Tabs } from './tab-share.ts'

const NAME = 'career-copilot-events'

/** The tabs of this browser, found through a lock and a channel of the page's origin. Null in the desktop shell, where
 *  each window has a wire of its own, and where the browser has no locks. The lock of a tab that is closed or has crashed
 *  is freed by the browser, and Chrome does not put a tab to sleep while others wait for its lock. */
export function browserTabs(): Tabs | null {
  if (window.careerCopilot || !('locks' in navigator) || !('BroadcastChannel' in window)) return null
  return {
    lead: (lead, signal) => navigator.locks.request(NAME, { signal }, lead),
    join: ({ onMessage, onReturn }) => {
      const channel = new BroadcastChannel(NAME)
      const onPageShow = (event: PageTransitionEvent) => {
        if (event.persisted) onReturn()
      }
      channel.addEventListener('message', (event: MessageEvent<unknown>) => onMessage(event.data))
      window.addEventListener('pageshow', onPageShow)
      document.addEventListener('resume', onReturn)
      return {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target but its own origin
        post: (message) => channel.postMessage(message),
        close: () => {
          channel.close()
          window.removeEventListener('pageshow', onPageShow)
          document.removeEventListener('resume', onReturn)
        },
      }
    },
  }
}
