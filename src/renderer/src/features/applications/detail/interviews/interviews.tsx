import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconCalendarDown,
  IconCalendarEvent,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconListCheck,
  IconX,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Interview, InterviewOutcome } from '#shared/application-parts.ts'
import type { ApplicationDetail } from '#shared/applications.ts'
import type { JobId } from '#shared/ids.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { notifyProblem } from '../../../../ui/notify.tsx'
import { OutsideLink, safeHref } from '../../../../ui/outside-link.tsx'
import { ToneBadge, type Tone } from '../../../../ui/tone-badge.tsx'
import { saveFile } from '../../../../ui/save-file.ts'
import { FormRoom, PartButtons, PartSection, type Panel } from '../part-section.tsx'
import classes from '../part-section.module.css'
import { INTERVIEW_WORDS, OUTCOME_WORDS } from '../part-words.ts'
import { type Here, momentWords } from '../time/when-words.ts'
import { usePerform } from '../use-perform.ts'
import { inOrder, yourTimeWords } from './interview-times.ts'
import { zoneLabel } from './zones.ts'

const InterviewForm = lazy(async () => ({ default: (await import('./interview-form.tsx')).InterviewForm }))

const PrepareDialog = lazy(async () => ({ default: (await import('./prepare-dialog.tsx')).PrepareDialog }))

const ID = 'interviews'

const LOOKS: Readonly<Record<InterviewOutcome, { readonly tone: Tone; readonly icon: Icon }>> = {
  planned: { tone: 'accent', icon: IconCalendarEvent },
  waiting: { tone: 'warn', icon: IconClock },
  passed: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconCircleX },
  cancelled: { tone: 'plain', icon: IconX },
}

/** Interviews, those to come first. */
export function Interviews(props: {
  readonly application: ApplicationDetail
  readonly here: Here
  readonly panel: Panel
}) {
  const { application, here, panel } = props
  const { coming, past } = inOrder(application.interviews, here.now)
  const form = (interview: Interview | null) => (
    <InterviewForm applicationId={application.id} interview={interview} here={here} onClose={panel.close} />
  )
  const item = (interview: Interview) => (
    <li key={interview.id} className={panel.open === interview.id ? undefined : classes.item}>
      {panel.open === interview.id ? (
        <FormRoom>{form(interview)}</FormRoom>
      ) : (
        <InterviewItem interview={interview} jobId={application.jobId} here={here} panel={panel} />
      )}
    </li>
  )
  return (
    <PartSection
      id={ID}
      title="Interviews"
      addWord="Add an interview"
      panel={panel}
      newForm={form(null)}
      isEmpty={application.interviews.length === 0}
      empty="None yet. Add one with its day and time zone: the board, the calendar and reminders know of it then."
    >
      {coming.length > 0 && (
        <ul className={classes.list} aria-label="Interviews to come">
          {coming.map(item)}
        </ul>
      )}
      {past.length > 0 && (
        <>
          {coming.length > 0 && <p className={classes.past}>Over</p>}
          <ul className={classes.list} aria-label="Interviews that are over">
            {past.map(item)}
          </ul>
        </>
      )}
    </PartSection>
  )
}

function InterviewItem(props: {
  readonly interview: Interview
  readonly jobId: JobId | null
  readonly here: Here
  readonly panel: Panel
}) {
  const { interview, jobId, here, panel } = props
  const [isPreparing, setPreparing] = useState(false)
  const api = useApi()
  const perform = usePerform()
  const { id, startsAt, zone, minutes, outcome, people, place } = interview
  const kind = INTERVIEW_WORDS[interview.kind]
  const there = momentWords(startsAt, { ...here, zone })
  const yours = yourTimeWords(startsAt, zone, here)
  const { tone, icon } = LOOKS[outcome]
  return (
    <>
      <div className={classes.top}>
        <div>
          <p className={classes.name}>{kind}</p>
          <p className={classes.line}>
            <time dateTime={new Date(startsAt).toISOString()}>{there}</time>
            {yours !== null && `, ${zoneLabel(zone, startsAt)}`} · {minutes} min
          </p>
          {yours !== null && <p className={classes.line}>{yours}.</p>}
          <div className={classes.badges}>
            <ToneBadge tone={tone} icon={icon}>
              {OUTCOME_WORDS[outcome]}
            </ToneBadge>
          </div>
        </div>
        <div className={classes.buttons}>
          {jobId !== null && (
            <Tooltip label="Prepare">
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={`Prepare ${kind}`}
                aria-haspopup="dialog"
                onClick={() => setPreparing(true)}
              >
                <IconListCheck size={15} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label="Save as a calendar file">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Save ${kind} as a calendar file`}
              onClick={() => void saveIcs()}
            >
              <IconCalendarDown size={15} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <PartButtons
            sectionId={ID}
            partId={id}
            name={`${kind}, ${there}`}
            panel={panel}
            onRemove={() =>
              perform({
                call: () => api.interviews.remove.call({ id }),
                said: 'Interview removed',
                undo: () => api.interviews.restore.call({ id }),
              })
            }
          />
        </div>
      </div>
      <dl className={classes.facts}>
        {place !== '' && (
          <>
            <dt>Where</dt>
            <dd>{safeHref(place) === null ? place : <OutsideLink href={place}>{place}</OutsideLink>}</dd>
          </>
        )}
        <Fact name="Who" value={people} />
        <Fact name="Preparation" value={interview.preparation} />
        <Fact name="How it went" value={interview.notes} />
      </dl>
      {isPreparing && jobId !== null && (
        <Suspense>
          <PrepareDialog jobId={jobId} onClose={() => setPreparing(false)} />
        </Suspense>
      )}
    </>
  )

  async function saveIcs() {
    try {
      const { fileName, text } = await api.interviews.ics.call({ id })
      saveFile(fileName, new Blob([text], { type: 'text/calendar;charset=utf-8' }))
    } catch (error) {
      notifyProblem(describeProblem(error))
    }
  }
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  if (value === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
