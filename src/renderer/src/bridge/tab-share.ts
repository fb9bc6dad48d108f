import { z } from 'zod'
import { appEventSchema } from '#shared/events.ts'
import { readOnce, type Following } from './event-stream.ts'

/** What tabs say to each other. `streamId` names one opening of the stream, so that a tab knows whether it has been
 *  listening since then. 'hello' asks which stream is open. */
const tabMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('open'), streamId: z.string() }),
  z.object({ kind: z.literal('event'), streamId: z.string(), event: appEventSchema }),
])
type TabMessage = z.infer<typeof tabMessageSchema>

interface TabChannel {
  /** Reaches every other tab, never the one that speaks. */
  readonly post: (message: TabMessage) => void
  readonly close: () => void
}

/** The other tabs of this browser that show the same host. */
export interface Tabs {
  /** Waits until no other tab leads, then leads until `lead` settles or the tab goes away. Rejects when `signal` aborts
   *  the wait. */
  readonly lead: (lead: () => Promise<void>, signal: AbortSignal) => Promise<void>
  readonly join: (listeners: {
    readonly onMessage: (data: unknown) => void
    /** The tab was put to sleep by the browser and is back. */
    readonly onReturn: () => void
  }) => TabChannel
}

/** Follows one stream together with the other tabs, because a browser opens only six HTTP/1.1 connections to a host and
 *  every open stream keeps one: the leading tab reads the stream and passes each event on; the others listen and one of
 *  them leads next when it stops, be it closed or cut off. A tab is told `opened` once for every opening it hears of.
 *  A broken stream is no news to the other tabs: the next one finds out by itself whether the core still answers. */
export async function followWithTabs(options: Following & { readonly tabs: Tabs }): Promise<void> {
  const { tabs, read, sink, retry, signal } = options
  let ownId: string | null = null
  let heardId: string | null = null

  const opened = (streamId: string) => {
    if (streamId === heardId) return
    heardId = streamId
    sink.opened()
  }
  const onMessage = (data: unknown) => {
    const { success, data: message } = tabMessageSchema.safeParse(data)
    // A tab of another version may say what this one cannot read. To ask again is right whatever it was.
    if (!success) sink.opened()
    else if (message.kind === 'hello') {
      if (ownId !== null) channel.post({ kind: 'open', streamId: ownId })
    } else {
      opened(message.streamId)
      if (message.kind === 'event') sink.heard(message.event)
    }
  }
  const onReturn = () => {
    heardId = ownId
    channel.post({ kind: 'hello' })
  }
  const channel = tabs.join({ onMessage, onReturn })

  const lead = async () => {
    const streamId = crypto.randomUUID()
    await readOnce({
      read,
      signal,
      sink: {
        opened: () => {
          ownId = streamId
          channel.post({ kind: 'open', streamId })
          opened(streamId)
        },
        heard: (event) => {
          channel.post({ kind: 'event', streamId, event })
          sink.heard(event)
        },
        lost: () => {
          ownId = null
          heardId = null
          sink.lost()
        },
      },
    })
  }

  try {
    channel.post({ kind: 'hello' })
    while (!signal.aborted) {
      await turn({ tabs, lead, sink, signal })
      await retry.wait(signal)
    }
  } finally {
    channel.close()
  }
}

/** Waits for this tab's turn to lead and leads. A browser that refuses the wait counts as a lost connection. */
async function turn(options: Pick<Following, 'sink' | 'signal'> & { tabs: Tabs; lead: () => Promise<void> }) {
  const { tabs, lead, sink, signal } = options
  try {
    await tabs.lead(lead, signal)
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof Error)) throw error
    sink.lost()
  }
}
