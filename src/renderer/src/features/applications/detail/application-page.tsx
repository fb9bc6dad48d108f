import { Button, Skeleton } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { IconColumns3, IconGhost2, IconLayoutKanban } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ApplicationDetail } from '#shared/applications.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { useOwnColumns } from '../actions/use-own-columns.ts'
import { goals, type NamedSpot } from '../words/columns.ts'
import { STAGE_WORDS } from '../words/stage-words.ts'
import classes from './application-page.module.css'
import { Contacts } from './contacts/contacts.tsx'
import { Files } from './files/files.tsx'
import { Head } from './head/head.tsx'
import { focusMoveButton } from './head/move-menu.tsx'
import { Warnings } from './head/warnings.tsx'
import { Interviews } from './interviews/interviews.tsx'
import { Notes } from './notes/notes.tsx'
import { Offers } from './offers/offers.tsx'
import { usePanel } from './part-section.tsx'
import { Posting } from './posting/posting.tsx'
import { ReadOnly } from './read-only.tsx'
import { Reminders } from './reminders/reminders.tsx'
import { morningIn } from './time/suggested-times.ts'
import { momentWords } from './time/when-words.ts'
import { Timeline } from './timeline/timeline.tsx'
import { useApplicationCommands } from './use-application-commands.ts'
import { useApplication, useApplicationDeeds } from './use-application.ts'
import { useHere } from './use-here.ts'
import { usePerform } from './use-perform.ts'

const route = getRouteApi('/frame/applications/$id')

/** Everything about one application. */
export function ApplicationPage() {
  const id = Number(route.useParams().id)
  const isId = Number.isSafeInteger(id) && id > 0
  return (
    <PageFrame
      title="Application"
      actions={
        <>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconColumns3 size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/applications/offers" {...root} />}
          >
            Offers
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconLayoutKanban size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/applications" {...root} />}
          >
            All applications
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label="Application" tabIndex={0}>
        {isId ? <Loaded key={id} id={id} /> : <Missing />}
      </section>
    </PageFrame>
  )
}

function Loaded({ id }: { readonly id: number }) {
  const { data, error, refetch } = useApplication(id)
  if (data) return <Body application={data} />
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') return <Missing />
  if (error) return <ProblemBlank {...describeProblem(error)} onRetry={() => void refetch()} />
  return (
    <output className={classes.loading} aria-label="Loading the application">
      <Skeleton height={18} width="30%" />
      <Skeleton height={30} width="60%" />
      <Skeleton height={140} radius="lg" />
      <Skeleton height={220} radius="lg" />
    </output>
  )
}

function Missing() {
  return (
    <Blank
      icon={IconGhost2}
      title="This application is not here"
      actions={
        <Button size="xs" renderRoot={(root) => <Link to="/applications" {...root} />}>
          All applications
        </Button>
      }
    >
      It may have been removed for good, or the link is from another profile.
      <title>Not here · Career Copilot</title>
    </Blank>
  )
}

function Body({ application }: { readonly application: ApplicationDetail }) {
  const here = useHere()
  const deeds = useApplicationDeeds(application)
  const [isMoving, setMoving] = useState(false)
  const moveGoals = goals(application, useOwnColumns())
  const move = (to: NamedSpot) => void deeds.move(to)
  const panels = {
    details: usePanel('details'),
    interviews: usePanel('interviews'),
    contacts: usePanel('contacts'),
    offers: usePanel('offers'),
    files: usePanel('files'),
    reminders: usePanel('reminders'),
  }
  const followUp = useFollowUp(application, here)
  const keep = () => void deeds.takeSnapshot()
  const remove = () => void deeds.remove()
  useApplicationCommands({
    application,
    panels,
    onMenu: () => {
      focusMoveButton()
      setMoving(true)
    },
    goals: moveGoals,
    onMove: move,
    onKeep: keep,
    onRemove: remove,
  })
  return (
    <ReadOnly isReadOnly={application.isRemoved}>
      <div className={classes.page}>
        <title>{`${application.title} · ${application.company} · Career Copilot`}</title>
        <div className={classes.top}>
          <Head
            application={application}
            here={here}
            panel={panels.details}
            goals={moveGoals}
            isMoving={isMoving}
            onMenu={setMoving}
            onMove={move}
            onUpdate={(change) => deeds.update(change, 'Details changed')}
            onRemove={remove}
          />
          <Warnings
            application={application}
            here={here}
            onGhosted={() => move({ stage: 'ghosted', columnId: null, name: STAGE_WORDS.ghosted })}
            onRemind={panels.reminders.add}
            onFollowUp={followUp}
            onRestore={() => void deeds.restore()}
          />
        </div>
        <div className={classes.columns}>
          <div className={classes.main}>
            <Notes application={application} />
            <Interviews application={application} here={here} panel={panels.interviews} />
            <Offers application={application} here={here} panel={panels.offers} />
          </div>
          <div className={classes.side}>
            <Reminders application={application} here={here} panel={panels.reminders} />
            <Contacts application={application} panel={panels.contacts} />
            <Files application={application} here={here} panel={panels.files} />
            <Timeline timeline={application.timeline} here={here} />
          </div>
          <div className={classes.posting}>
            <Posting application={application} here={here} onKeep={keep} />
          </div>
        </div>
      </div>
    </ReadOnly>
  )
}

/** Sets the reminder that is suggested: then, or tomorrow morning when that is over. */
function useFollowUp({ id }: ApplicationDetail, here: ReturnType<typeof useHere>) {
  const api = useApi()
  const perform = usePerform()
  return (suggestedAt: number) => {
    const dueAt = suggestedAt > here.now ? suggestedAt : morningIn(1, here.now, here.zone)
    void perform({
      call: () => api.reminders.add.call({ applicationId: id, fields: { kind: 'follow_up', dueAt, note: '' } }),
      said: `You are reminded: ${momentWords(dueAt, here)}`,
      undo: (reminder) => api.reminders.remove.call({ id: reminder.id }),
    })
  }
}
