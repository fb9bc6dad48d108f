import { EventPublisher } from '@orpc/server'
import type { AppEvent } from '#shared/events.ts'

const BUFFERED_EVENTS = 200

/** Tells every listener of this process what changed, after the commit. A listener that does not keep up loses the oldest events;
 *  every event only says "ask again", so nothing but time is lost. */
export interface EventBus {
  readonly publish: (event: AppEvent) => void
  readonly stream: (signal?: AbortSignal) => AsyncGenerator<AppEvent>
  readonly listen: (listener: (event: AppEvent) => void) => () => void
}

export function createEventBus(): EventBus {
  const publisher = new EventPublisher<{ event: AppEvent }>({ maxBufferedEvents: BUFFERED_EVENTS })
  return {
    publish: (event) => {
      publisher.publish('event', event)
    },
    stream: (signal) => publisher.subscribe('event', signal === undefined ? {} : { signal }),
    listen: (listener) => publisher.subscribe('event', listener),
  }
}
