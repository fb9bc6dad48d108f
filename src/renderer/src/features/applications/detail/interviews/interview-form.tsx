import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { interviewFieldsSchema, type Interview } from '#shared/application-parts.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { ChoiceField } from '../form/choice-field.tsx'
import { DateField } from '../form/date-field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { Fields, PartForm } from '../form/part-form.tsx'
import { TimeField } from '../form/time-field.tsx'
import { usePartForm } from '../form/use-part-form.ts'
import { useSavePart } from '../form/use-save-part.ts'
import { INTERVIEW_WORDS, OUTCOME_WORDS } from '../part-words.ts'
import { problemData } from '../problem-data.ts'
import type { Here } from '../time/when-words.ts'
import {
  interviewDraftOf,
  interviewFieldsOf,
  interviewProblems,
  newInterview,
  type InterviewDraft,
} from './interview-draft.ts'
import classes from './interview-form.module.css'
import { readWritten, yourTimeWords } from './interview-times.ts'
import { ZoneField } from './zone-field.tsx'

/** A time means an instant only together with its zone. */
const WHEN = [['localStart', 'zone', 'isLater']] as const

/** A new interview, or one put right. Says at once what the time means where the user is, and when the clocks do not have it. */
export function InterviewForm(props: {
  readonly applicationId: number
  readonly interview: Interview | null
  readonly here: Here
  readonly onClose: () => void
}) {
  const { applicationId, interview, here } = props
  const { opened, save, isZoneUnknown } = useSaveInterview(applicationId, interview)
  const { draft, set, problems, frame } = usePartForm({
    initial: () => (opened ? interviewDraftOf(opened) : newInterview(here.now, here.zone)),
    problemsOf: (now) => ({
      ...interviewProblems(now),
      ...(readWritten(now, here.now).kind === 'skipped' ? { time: 'The clocks skip this time.' } : {}),
    }),
    save,
    onClose: props.onClose,
  })
  return (
    <PartForm label={interview ? 'Edit the interview' : 'New interview'} frame={frame}>
      <Fields>
        <ChoiceField label="Kind" value={draft.kind} words={INTERVIEW_WORDS} onChange={(kind) => set({ kind })} />
        <ChoiceField
          label="Outcome"
          value={draft.outcome}
          words={OUTCOME_WORDS}
          onChange={(outcome) => set({ outcome })}
        />
      </Fields>
      <Fields>
        <DateField
          label="Day"
          value={draft.day}
          zone={draft.zone}
          error={problems.day}
          onChange={(day) => set({ day })}
        />
        <TimeField label="Time" value={draft.time} error={problems.time} onChange={(time) => set({ time })} />
        <NumberField
          label="Minutes"
          value={draft.minutes}
          max={1440}
          placeholder="60"
          error={problems.minutes}
          onChange={(minutes) => set({ minutes })}
        />
      </Fields>
      <ZoneField
        value={draft.zone}
        at={here.now}
        userZone={here.zone}
        error={isZoneUnknown ? 'The app does not know this zone. Choose another one.' : problems.zone}
        onChange={(zone) => set({ zone })}
      />
      <TimeMeaning draft={draft} here={here} onChange={set} />
      <TextInput
        label="Place or link"
        placeholder="A room, an address, the link to the call"
        value={draft.place}
        error={problems.place}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      <TextInput
        label="People"
        placeholder="Who you will talk to"
        value={draft.people}
        error={problems.people}
        onChange={(event) => set({ people: event.currentTarget.value })}
      />
      <Textarea
        label="Preparation"
        autosize
        minRows={2}
        maxRows={12}
        value={draft.preparation}
        error={problems.preparation}
        onChange={(event) => set({ preparation: event.currentTarget.value })}
      />
      <Textarea
        label="How it went"
        autosize
        minRows={2}
        maxRows={12}
        value={draft.notes}
        error={problems.notes}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
    </PartForm>
  )
}

function useSaveInterview(applicationId: number, interview: Interview | null) {
  const api = useApi()
  const [isZoneUnknown, setZoneUnknown] = useState(false)
  const { opened, save } = useSavePart({
    applicationId,
    part: interview,
    store: {
      word: 'Interview',
      add: api.interviews.add.call,
      update: api.interviews.update.call,
      remove: api.interviews.remove.call,
      partsOf: ({ interviews }) => interviews,
      fieldsOf: (one) => interviewFieldsSchema.parse(one),
      groups: WHEN,
    },
    onProblem: (error) => {
      const isUnknown = problemData(error, 'ZONE_UNKNOWN') !== null
      setZoneUnknown(isUnknown)
      return isUnknown
    },
  })
  const fieldsOf = (draft: InterviewDraft) => interviewFieldsSchema.parse(interviewFieldsOf(draft))
  return {
    opened,
    isZoneUnknown,
    save: (typed: InterviewDraft) =>
      save({ begun: opened && fieldsOf(interviewDraftOf(opened)), typed: fieldsOf(typed) }),
  }
}

/** What the written time means, and the choices where that is not one thing. */
function TimeMeaning(props: {
  readonly draft: InterviewDraft
  readonly here: Here
  readonly onChange: (change: Partial<InterviewDraft>) => void
}) {
  const { draft, here, onChange } = props
  const read = readWritten(draft, here.now)
  return (
    <div className={classes.meaning} aria-live="polite">
      {read.kind === 'skipped' && (
        <p className={classes.skipped}>
          The clocks go forward there and skip {draft.time}. They go on at {read.next.slice(11)}.{' '}
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => onChange({ day: read.next.slice(0, 10), time: read.next.slice(11) })}
          >
            Use {read.next.slice(11)}
          </Button>
        </p>
      )}
      {read.kind === 'found' && (
        <>
          <Line>{yourTimeWords(read.at, draft.zone, here)}</Line>
          <Line>{read.isPast ? 'This is in the past: it is noted as having taken place' : null}</Line>
          {read.isRepeated && (
            <div className={classes.twice}>
              <span id="twice-words">The clocks show this time twice that day:</span>
              <SegmentedControl
                size="xs"
                aria-labelledby="twice-words"
                data={[
                  { value: 'first', label: 'the first' },
                  { value: 'later', label: 'the second' },
                ]}
                value={draft.isLater ? 'later' : 'first'}
                onChange={(value) => onChange({ isLater: value === 'later' })}
              />
            </div>
          )}
        </>
      )}
    </div>
  )
}

function Line({ children }: { readonly children: string | null }) {
  return children === null ? null : <p className={classes.line}>{children}.</p>
}
