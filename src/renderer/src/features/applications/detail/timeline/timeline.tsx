import {
  IconArchive,
  IconArrowBackUp,
  IconArrowRight,
  IconBell,
  IconCalendarEvent,
  IconCamera,
  IconFile,
  IconPencil,
  IconPlus,
  IconTrophy,
  IconUser,
  type Icon,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '@mantine/core'
import type { ApplicationEvent, ApplicationEventData } from '#shared/applications.ts'
import { formatQuantity } from '../../../../ui/format.ts'
import { Section } from '../../../../ui/page.tsx'
import { clockWords, dateWords, type Here } from '../time/when-words.ts'
import { daysOf } from './timeline-days.ts'
import { sentenceOf } from './timeline-sentences.ts'
import classes from './timeline.module.css'

const ICONS: Readonly<Record<ApplicationEventData['type'], Icon>> = {
  created: IconPlus,
  moved: IconArrowRight,
  changed: IconPencil,
  contact: IconUser,
  interview: IconCalendarEvent,
  offer: IconTrophy,
  file: IconFile,
  reminder: IconBell,
  snapshot: IconCamera,
  removed: IconArchive,
  restored: IconArrowBackUp,
}

const SHOWN_FIRST = 40

/** Everything that happened, the latest on top. What was taken back is struck, with the day it was. */
export function Timeline({ timeline, here }: { readonly timeline: readonly ApplicationEvent[]; readonly here: Here }) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? timeline : timeline.slice(0, SHOWN_FIRST)
  const hidden = timeline.length - shown.length
  return (
    <Section id="timeline-title" title="Timeline" aside={formatQuantity(timeline.length, ['event', 'events'])}>
      {daysOf(shown, here).map(({ day, title, events }) => (
        <section key={day} className={classes.day} aria-label={title}>
          <h3 className={classes.title}>{title}</h3>
          <ol className={classes.list}>
            {events.map((event) => (
              <EventLine key={event.id} event={event} here={here} />
            ))}
          </ol>
        </section>
      ))}
      {hidden > 0 && (
        <Button size="xs" variant="subtle" onClick={() => setWhole(true)}>
          Show {formatQuantity(hidden, ['earlier event', 'earlier events'])}
        </Button>
      )}
    </Section>
  )
}

function EventLine({ event, here }: { readonly event: ApplicationEvent; readonly here: Here }) {
  const EventIcon = ICONS[event.data.type]
  const sentence = sentenceOf(event, here)
  return (
    <li className={classes.event}>
      <span className={classes.icon}>
        <EventIcon size={13} aria-hidden="true" />
      </span>
      <span className={classes.words}>
        {event.undoneAt === null ? (
          sentence
        ) : (
          <>
            <s>{sentence}</s> <span className={classes.undone}>taken back on {dateWords(event.undoneAt, here)}</span>
          </>
        )}
      </span>
      <time className={classes.time} dateTime={new Date(event.at).toISOString()}>
        {clockWords(event.at, here.zone, here.locale)}
      </time>
    </li>
  )
}
