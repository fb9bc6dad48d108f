import { interviewFieldsSchema, type Interview } from '#shared/application-parts.ts'
import { localDayOf, startOfDay } from '#shared/local-time.ts'
import type { z } from 'zod'
import { problemsBy, type Problems } from '../form/form-problems.ts'

type Fields = z.infer<typeof interviewFieldsSchema>

/** An interview while it is typed. */
export interface InterviewDraft extends Omit<Fields, 'localStart' | 'minutes'> {
  readonly day: string | null
  readonly time: string
  readonly minutes: number | null
}

export type InterviewField = 'day' | 'time' | 'zone' | 'minutes' | 'place' | 'people' | 'preparation' | 'notes'

/** A new one is tomorrow at ten, where the user is. */
export function newInterview(now: number, zone: string): InterviewDraft {
  return {
    kind: 'video',
    day: localDayOf(startOfDay(now, { zone, days: 1 }), zone),
    time: '10:00',
    zone,
    isLater: false,
    minutes: 60,
    place: '',
    people: '',
    preparation: '',
    notes: '',
    outcome: 'planned',
  }
}

export function interviewDraftOf({ localStart, ...rest }: Interview): InterviewDraft {
  return { ...rest, day: localStart.slice(0, 10), time: localStart.slice(11) }
}

/** As the core takes it. Pure. */
export function interviewFieldsOf({
  day,
  time,
  minutes,
  ...rest
}: InterviewDraft): z.input<typeof interviewFieldsSchema> {
  const { kind, zone, isLater, place, people, preparation, notes, outcome } = rest
  return {
    kind,
    zone,
    isLater,
    place,
    people,
    preparation,
    notes,
    outcome,
    localStart: `${day ?? ''}T${time}`,
    minutes: minutes ?? 60,
  }
}

/** What is wrong, field by field. Whether its zone has the time is another question. Pure. */
export function interviewProblems(draft: InterviewDraft): Problems<InterviewField> {
  const found = problemsBy(interviewFieldsSchema, interviewFieldsOf(draft), {
    zone: 'Choose a time zone.',
    minutes: 'From 5 minutes to 24 hours.',
    place: 'At most 2,000 characters.',
    people: 'At most 1,000 characters.',
    preparation: 'At most 50,000 characters.',
    notes: 'At most 50,000 characters.',
  })
  return {
    ...found,
    ...(draft.day === null ? { day: 'An interview needs a day.' } : {}),
    ...(/^\d{2}:\d{2}$/.test(draft.time) ? {} : { time: 'An interview needs a time.' }),
    ...(draft.minutes === null ? { minutes: 'From 5 minutes to 24 hours.' } : {}),
  }
}
