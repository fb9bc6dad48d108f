import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFileText,
  IconHistory,
  IconLock,
  IconStar,
  type Icon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { Document } from '#shared/documents.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import { ExportMenu } from '../export/export-menu.tsx'
import { KIND_WORDS } from '../words.ts'
import classes from './document-page.module.css'
import { keepingFocus } from './keep-focus.ts'
import type { DocumentKeeper, KeeperState } from './keeper/document-keeper.ts'
import { SavedState } from './saved-state.tsx'

export type Pane = 'write' | 'preview' | 'claims' | 'check'

/** On top: whether it is stored, back and forth, and what to do with it. */
export const EditorTools = memo(function EditorTools(props: {
  readonly document: Document
  readonly keeper: DocumentKeeper
  readonly status: KeeperState['status']
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly openClaims: number
}) {
  const { document, keeper } = props
  return (
    <>
      <SavedState status={props.status} />
      <TakeBack
        word="Undo"
        keys="Ctrl Z"
        icon={IconArrowBackUp}
        isOff={!props.canUndo || document.isLocked}
        run={keeper.undo}
      />
      <TakeBack
        word="Redo"
        keys="Ctrl Shift Z"
        icon={IconArrowForwardUp}
        isOff={!props.canRedo || document.isLocked}
        run={keeper.redo}
      />
      <ExportMenu document={document} keeper={keeper} openClaims={props.openClaims} />
    </>
  )
})

function TakeBack(props: {
  readonly word: string
  readonly keys: string
  readonly icon: Icon
  readonly isOff: boolean
  readonly run: () => void
}) {
  const { word, isOff, icon: WayIcon } = props
  return (
    <Tooltip label={`${word} (${props.keys})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={word}
        // It keeps the focus when there is nothing more to take back.
        className={classes.takeBack ?? ''}
        aria-disabled={isOff}
        data-disabled={isOff}
        onClick={() => {
          if (!isOff) keepingFocus(props.run)
        }}
      >
        <WayIcon size={16} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
}

/** What it is, what is shown beside the content, and how many claims are open. */
export const EditorBar = memo(function EditorBar(props: {
  readonly document: Document
  readonly pane: Pane
  readonly isWide: boolean
  readonly openClaims: number | null
  readonly isCheckOk: boolean | null
  readonly onPane: (pane: Pane) => void
}) {
  const { document, openClaims } = props
  const panes: readonly { readonly value: Pane; readonly label: string }[] = [
    ...(props.isWide ? [] : [{ value: 'write' as const, label: 'Write' }]),
    { value: 'preview', label: 'Preview' },
    { value: 'claims', label: openClaims === null || openClaims === 0 ? 'Claims' : `Claims (${openClaims})` },
    { value: 'check', label: props.isCheckOk === false ? 'Check (!)' : 'Check' },
  ]
  return (
    <div className={classes.bar}>
      <div className={classes.about}>
        <ToneBadge tone="plain" icon={IconFileText}>
          {KIND_WORDS[document.kind]}
        </ToneBadge>
        {document.isMaster && (
          <ToneBadge tone="accent" icon={IconStar}>
            Master
          </ToneBadge>
        )}
        {document.isLocked && (
          <ToneBadge tone="plain" icon={IconLock}>
            Locked
          </ToneBadge>
        )}
        {document.job !== null && <JobWords job={document.job} />}
      </div>
      <div className={classes.ways}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconHistory size={14} aria-hidden="true" />}
          renderRoot={(root) => <Link to="/documents/$id/versions" params={{ id: String(document.id) }} {...root} />}
        >
          Versions
        </Button>
        <SegmentedControl
          size="xs"
          aria-label="What is shown"
          data={[...panes]}
          value={props.pane}
          onChange={(value) => {
            const chosen = panes.find((pane) => pane.value === value)
            if (chosen) props.onPane(chosen.value)
          }}
        />
      </div>
    </div>
  )
})

function JobWords({ job }: { readonly job: NonNullable<Document['job']> }) {
  const words = `${job.title} at ${job.company}`
  if (job.id === null) return <span>For {words}</span>
  return (
    <span>
      For{' '}
      <Link to="/jobs" search={{ openings: 'all', job: job.id }}>
        {words}
      </Link>
    </span>
  )
}
