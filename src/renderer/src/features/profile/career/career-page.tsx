import { Button, Skeleton } from '@mantine/core'
import { IconFileImport, IconFileText, IconFileTypePdf, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CareerView } from '#shared/career.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { HalfTypedProvider, storedHalfTyped } from '../../../ui/half-typed.ts'
import { notifyUndo } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { Hints } from '../hints.tsx'
import { ProfileTabs } from '../profile-tabs.tsx'
import { SavedState } from '../saved-state.tsx'
import { CareerForm } from './career-form.tsx'
import { hintTarget } from './career-words.ts'
import classes from './career.module.css'
import { Conflict } from './conflict.tsx'
import type { KeeperState } from './keeper/career-keeper.ts'
import { useCareer, useCareerKeeper } from './keeper/use-career.ts'
import { useExportCareer } from './use-export-career.ts'

/** What the user has done: the facts that résumés and letters rest on. Every change is stored as it is made. */
export function CareerPage() {
  const view = useCareer()
  if (view.data) return <Kept view={view.data} />
  return (
    <Page title="Profile">
      <title>Career · Career Copilot</title>
      <ProfileTabs />
      {view.error ? (
        <ProblemBlank {...describeProblem(view.error)} onRetry={() => void view.refetch()} />
      ) : (
        <output aria-label="Loading your career">
          <Skeleton height={160} radius="lg" mb="md" />
          <Skeleton height={240} radius="lg" />
        </output>
      )}
    </Page>
  )
}

function Kept({ view }: { readonly view: CareerView }) {
  const { keeper, kept } = useCareerKeeper(view)
  const [halfTyped] = useState(() => storedHalfTyped(localStorage, 'career-copilot-career-typed'))
  const [isWriting, setWriting] = useState(() => halfTyped.hasAny(''))
  const exportCareer = useExportCareer()
  const isEmpty = view.isEmpty && !isWriting && kept.state === 'idle'
  const takeTheirs = () => {
    const takeBack = keeper.resolve('theirs')
    notifyUndo('Taken from the other window', () => keeper.change(takeBack))
  }
  return (
    <Page
      title="Profile"
      actions={
        !isEmpty && (
          <>
            <CareerSaved state={kept.state} updatedAt={kept.updatedAt} onRetry={keeper.flush} />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileImport size={14} aria-hidden="true" />}
              renderRoot={(root) => <Link to="/profile/import" {...root} />}
            >
              Import
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileText size={14} aria-hidden="true" />}
              onClick={exportCareer}
            >
              Export
            </Button>
          </>
        )
      }
    >
      <title>Career · Career Copilot</title>
      <ProfileTabs />
      {isEmpty ? (
        <EmptyCareer onWrite={() => setWriting(true)} />
      ) : (
        <>
          <p className={classes.lead}>
            What you have done. Résumés and letters say nothing that does not stand here. It stays on this computer.
          </p>
          <Hints hints={view.hints} idOf={hintTarget} />
          {kept.conflicts.length > 0 && (
            <Conflict parts={kept.conflicts} onMine={() => keeper.resolve('mine')} onTheirs={takeTheirs} />
          )}
          <HalfTypedProvider value={halfTyped}>
            <CareerForm career={kept.career} onChange={keeper.change} />
          </HalfTypedProvider>
        </>
      )}
    </Page>
  )
}

function CareerSaved(props: {
  readonly state: KeeperState
  readonly updatedAt: number | null
  readonly onRetry: () => void
}) {
  if (props.state === 'failed') {
    return (
      <Button size="compact-xs" variant="light" color="red" onClick={props.onRetry}>
        Not saved: try again
      </Button>
    )
  }
  return <SavedState state={props.state === 'conflict' ? 'failed' : props.state} updatedAt={props.updatedAt} />
}

function EmptyCareer({ onWrite }: { readonly onWrite: () => void }) {
  return (
    <Blank
      icon={IconFileText}
      title="Your career is still empty"
      actions={
        <>
          <Button
            size="xs"
            leftSection={<IconFileTypePdf size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/profile/import" {...root} />}
          >
            Import a PDF or DOCX
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileImport size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/profile/import" {...root} />}
          >
            Import a JSON Resume
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden="true" />}
            onClick={onWrite}
          >
            Write it yourself
          </Button>
        </>
      }
    >
      What you have worked, learned and built: résumés and letters are made of it. Begin with a résumé that you have, or
      write. Files are read on this computer, and you confirm each thing that was read.
    </Blank>
  )
}
