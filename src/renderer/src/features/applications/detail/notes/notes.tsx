import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconGitMerge, IconLoader2 } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { ApplicationDetail } from '#shared/applications.ts'
import { Section } from '../../../../ui/page.tsx'
import { ToneBadge } from '../../../../ui/tone-badge.tsx'
import { useIsReadOnly } from '../read-only.tsx'
import { mergeNotes } from './merge-notes.ts'
import type { NotesKeeper, NotesState, Stored } from './notes-keeper.ts'
import classes from './notes.module.css'
import { useNotes } from './use-notes.ts'

const NotesPreview = lazy(async () => ({ default: (await import('./notes-preview.tsx')).NotesPreview }))

const NOTES_MAX = 200_000

/** What the user writes down, in Markdown, saved as it is typed. */
export function Notes({ application }: { readonly application: ApplicationDetail }) {
  const { keeper, state } = useNotes(application)
  const isReadOnly = useIsReadOnly()
  const [view, setView] = useState<'write' | 'read'>('write')
  return (
    <Section
      id="notes-title"
      title="Notes"
      actions={
        <div className={classes.actions}>
          <NotesStatus state={state} onRetry={keeper.flush} />
          <SegmentedControl
            size="xs"
            aria-label="How the notes are shown"
            data={[
              { value: 'write', label: 'Write' },
              { value: 'read', label: 'Preview' },
            ]}
            value={view}
            onChange={(value) => setView(value === 'read' ? 'read' : 'write')}
          />
        </div>
      }
    >
      {state.theirs !== null && <Conflict keeper={keeper} mine={state.text} theirs={state.theirs} />}
      {view === 'write' ? (
        <Textarea
          id="notes-text"
          aria-label="Notes"
          description="Markdown: **bold**, lists with -, links as [name](https://…)"
          inputWrapperOrder={['input', 'description']}
          placeholder="What to remember: who said what, what to ask, what you liked."
          autosize
          minRows={5}
          maxRows={24}
          maxLength={NOTES_MAX}
          readOnly={isReadOnly}
          value={state.text}
          onChange={(event) => keeper.type(event.currentTarget.value)}
          onBlur={keeper.flush}
        />
      ) : (
        <Suspense fallback={<output className={classes.preview}>Opening the preview…</output>}>
          <NotesPreview markdown={state.text} />
        </Suspense>
      )}
    </Section>
  )
}

/** Whether what is on screen is stored. */
function NotesStatus({ state, onRetry }: { readonly state: NotesState; readonly onRetry: () => void }) {
  const { status, reason, isKept } = state
  const where = isKept ? 'kept on this machine' : 'and not kept on this machine either: copy it before you leave'
  return (
    <div className={classes.status}>
      <output aria-live="polite" aria-label="State of the notes">
        {status === 'saved' && (
          <ToneBadge tone="good" icon={IconCheck}>
            Saved
          </ToneBadge>
        )}
        {(status === 'waiting' || status === 'saving') && (
          <ToneBadge tone="plain" icon={IconLoader2} isSpinning={status === 'saving'}>
            Saving…
          </ToneBadge>
        )}
        {status === 'failed' && (
          <span className={classes.failed}>
            <IconAlertTriangle size={14} aria-hidden="true" /> Not saved: {reason} Your text is {where}.
          </span>
        )}
        {status === 'conflict' && (
          <ToneBadge tone="warn" icon={IconGitMerge}>
            Not saved: choose a version
          </ToneBadge>
        )}
      </output>
      {status === 'failed' && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}

/** Both versions, and the three ways out. Nothing is saved until one is taken. */
function Conflict(props: { readonly keeper: NotesKeeper; readonly mine: string; readonly theirs: Stored }) {
  const { keeper, mine, theirs } = props
  const settle = (text: string) => {
    keeper.settle(text)
    document.getElementById('notes-text')?.focus()
  }
  return (
    <section className={classes.conflict} aria-labelledby="conflict-title">
      <p id="conflict-title" className={classes.conflictTitle}>
        The notes were changed elsewhere while you wrote here.
      </p>
      <div className={classes.versions}>
        <Version title="Yours, from this window" text={mine} />
        <Version title="Saved from elsewhere" text={theirs.notes} />
      </div>
      <div className={classes.actions}>
        <Button size="xs" onClick={() => settle(mergeNotes(mine, theirs.notes))}>
          Put both together
        </Button>
        <Button size="xs" variant="default" onClick={() => settle(mine)}>
          Keep yours
        </Button>
        <Button size="xs" variant="default" onClick={() => settle(theirs.notes)}>
          Take the other
        </Button>
      </div>
    </section>
  )
}

function Version({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <h3 className={classes.versionTitle}>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre className={classes.version} tabIndex={0} aria-label={title}>
        {text === '' ? '(empty)' : text}
      </pre>
    </div>
  )
}
