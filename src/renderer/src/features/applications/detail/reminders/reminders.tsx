import { Checkbox } from '@mantine/core'
import { lazy } from 'react'
import type { Reminder } from '#shared/application-parts.ts'
import type { ApplicationDetail } from '#shared/applications.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { formatQuantity } from '../../../../ui/format.ts'
import { FormRoom, PartButtons, PartSection, type Panel } from '../part-section.tsx'
import parts from '../part-section.module.css'
import { REMINDER_WORDS } from '../part-words.ts'
import { dateWords, dueWords, type Here, momentWords } from '../time/when-words.ts'
import { useIsReadOnly } from '../read-only.tsx'
import { usePerform } from '../use-perform.ts'
import { PutOffMenu } from './put-off-menu.tsx'
import classes from './reminders.module.css'

const ReminderForm = lazy(async () => ({ default: (await import('./reminder-form.tsx')).ReminderForm }))

const ID = 'reminders'

/** What is to be done, the next on top; what is done lies folded below. */
export function Reminders(props: {
  readonly application: ApplicationDetail
  readonly here: Here
  readonly panel: Panel
}) {
  const { application, here, panel } = props
  const open = application.reminders.filter(({ doneAt }) => doneAt === null).toSorted((a, b) => a.dueAt - b.dueAt)
  const done = application.reminders.filter(({ doneAt }) => doneAt !== null).toSorted((a, b) => b.dueAt - a.dueAt)
  const form = (reminder: Reminder | null) => (
    <ReminderForm
      applicationId={application.id}
      reminder={reminder}
      followUpAt={application.followUpAt}
      closesAt={application.stage === 'saved' ? (application.snapshot?.facts?.closesAt ?? null) : null}
      here={here}
      onClose={panel.close}
    />
  )
  const item = (reminder: Reminder) => (
    <li key={reminder.id} className={panel.open === reminder.id ? undefined : parts.item}>
      {panel.open === reminder.id ? (
        <FormRoom>{form(reminder)}</FormRoom>
      ) : (
        <ReminderItem reminder={reminder} here={here} panel={panel} />
      )}
    </li>
  )
  return (
    <PartSection
      id={ID}
      title="Reminders"
      addWord="Set a reminder"
      panel={panel}
      newForm={form(null)}
      isEmpty={application.reminders.length === 0}
      empty="None set. A reminder tells you when to ask again or what ends when."
    >
      {open.length > 0 && (
        <ul className={parts.list} aria-label="Open reminders">
          {open.map(item)}
        </ul>
      )}
      {done.length > 0 && (
        <details className={classes.more}>
          <summary>{formatQuantity(done.length, ['reminder', 'reminders'])} done</summary>
          <ul className={parts.list} aria-label="Reminders that are done">
            {done.map(item)}
          </ul>
        </details>
      )}
    </PartSection>
  )
}

function ReminderItem(props: { readonly reminder: Reminder; readonly here: Here; readonly panel: Panel }) {
  const { reminder, here, panel } = props
  const { id, dueAt, doneAt, putOffs, note } = reminder
  const deeds = useReminderDeeds(reminder, here)
  const isReadOnly = useIsReadOnly()
  const word = REMINDER_WORDS[reminder.kind]
  const name = note === '' ? word : `${word}: ${note}`
  const isLate = doneAt === null && dueAt < here.now
  return (
    <div className={parts.top}>
      <div className={classes.check}>
        <Checkbox
          size="xs"
          checked={doneAt !== null}
          disabled={isReadOnly}
          aria-label={`Done: ${name}`}
          onChange={(event) => void deeds.setDone(event.currentTarget.checked)}
        />
        <div>
          <p className={`${parts.name} ${doneAt === null ? '' : classes.done}`}>{name}</p>
          <p className={isLate ? classes.late : parts.line}>
            {doneAt === null ? dueWords(dueAt, here) : `Done on ${dateWords(doneAt, here)}`}
          </p>
          {putOffs > 0 && <p className={parts.line}>Put off {formatQuantity(putOffs, ['time', 'times'])}</p>}
        </div>
      </div>
      <div className={parts.buttons}>
        {doneAt === null && !isReadOnly && (
          <PutOffMenu
            name={name}
            dueAt={dueAt}
            here={here}
            onChoose={(until) => void deeds.putOff(until)}
            onChooseDay={() => panel.edit(id)}
          />
        )}
        <PartButtons sectionId={ID} partId={id} name={name} panel={panel} onRemove={deeds.remove} />
      </div>
    </div>
  )
}

function useReminderDeeds({ id, dueAt }: Reminder, here: Here) {
  const api = useApi()
  const perform = usePerform()
  return {
    setDone: (isDone: boolean) =>
      perform({
        call: () => api.reminders.setDone.call({ id, isDone }),
        said: isDone ? 'Done' : 'Open again',
        undo: () => api.reminders.setDone.call({ id, isDone: !isDone }),
      }),
    putOff: (until: number) =>
      perform({
        call: () => api.reminders.putOff.call({ id, until }),
        said: `Put off to ${momentWords(until, here)}`,
        undo: ({ kind, note }) => api.reminders.update.call({ id, fields: { kind, dueAt, note } }),
      }),
    remove: () =>
      perform({
        call: () => api.reminders.remove.call({ id }),
        said: 'Reminder removed',
        undo: () => api.reminders.restore.call({ id }),
      }),
  }
}
