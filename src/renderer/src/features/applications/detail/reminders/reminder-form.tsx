import { Button, Textarea } from '@mantine/core'
import { reminderFieldsSchema, type Reminder } from '#shared/application-parts.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { ChoiceField } from '../form/choice-field.tsx'
import { DateField } from '../form/date-field.tsx'
import { problemsBy } from '../form/form-problems.ts'
import { Fields, PartForm } from '../form/part-form.tsx'
import { TimeField } from '../form/time-field.tsx'
import { usePartForm } from '../form/use-part-form.ts'
import { useSavePart } from '../form/use-save-part.ts'
import { REMINDER_WORDS } from '../part-words.ts'
import { reminderTimes } from '../time/suggested-times.ts'
import { fieldsOf, type Here, instantAt } from '../time/when-words.ts'
import classes from './reminders.module.css'

interface Draft {
  readonly kind: Reminder['kind']
  readonly day: string | null
  readonly time: string
  readonly note: string
}

const draftOf = ({ kind, dueAt, note }: Reminder, zone: string): Draft => ({ kind, note, ...fieldsOf(dueAt, zone) })

/** A new reminder, or one put right. Good times are one click away. */
export function ReminderForm(props: {
  readonly applicationId: number
  readonly reminder: Reminder | null
  readonly followUpAt: number | null
  readonly closesAt: number | null
  readonly here: Here
  readonly onClose: () => void
}) {
  const { applicationId, reminder, here } = props
  const { zone } = here
  const times = reminderTimes({ ...here, followUpAt: props.followUpAt, closesAt: props.closesAt })
  const fieldsOfDraft = ({ kind, day, time, note }: Draft) => ({
    kind,
    note,
    dueAt: instantAt({ day, time, zone }) ?? -1,
  })
  const api = useApi()
  const { opened, save } = useSavePart({
    applicationId,
    part: reminder,
    store: {
      word: 'Reminder',
      add: api.reminders.add.call,
      update: api.reminders.update.call,
      remove: api.reminders.remove.call,
      partsOf: ({ reminders }) => reminders,
      fieldsOf: ({ kind, dueAt, note }) => ({ kind, dueAt, note }),
    },
  })
  const { draft, set, problems, frame } = usePartForm({
    initial: (): Draft =>
      opened ? draftOf(opened, zone) : { kind: 'follow_up', note: '', ...fieldsOf(times[0]?.at ?? here.now, zone) },
    problemsOf: (typed) =>
      problemsBy(reminderFieldsSchema, fieldsOfDraft(typed), {
        dueAt: 'A reminder needs a day and a time.',
        note: 'At most 1,000 characters.',
      }),
    save: (typed) => save({ begun: opened && fieldsOfDraft(draftOf(opened, zone)), typed: fieldsOfDraft(typed) }),
    onClose: props.onClose,
  })
  return (
    <PartForm label={reminder ? 'Edit the reminder' : 'New reminder'} frame={frame}>
      <Fields>
        <ChoiceField label="Of what" value={draft.kind} words={REMINDER_WORDS} onChange={(kind) => set({ kind })} />
        <DateField label="Day" value={draft.day} zone={zone} error={problems.dueAt} onChange={(day) => set({ day })} />
        <TimeField label="Time" value={draft.time} onChange={(time) => set({ time })} />
      </Fields>
      <fieldset aria-label="Suggested times" className={classes.times}>
        {times.map(({ label, at }) => (
          <Button key={label} size="compact-xs" variant="default" onClick={() => set(fieldsOf(at, zone))}>
            {label}
          </Button>
        ))}
      </fieldset>
      <Textarea
        label="Note"
        autosize
        minRows={1}
        maxRows={6}
        value={draft.note}
        error={problems.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </PartForm>
  )
}
