import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { Document, DocumentContent, DocumentStyle } from '#shared/documents.ts'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import { useDocumentDeeds } from '../use-document.ts'
import classes from './document-page.module.css'
import type { DocumentKeeper, KeeperState } from './keeper/document-keeper.ts'
import { LetterForm } from './letter-form.tsx'
import { ResumeForm } from './resume/resume-form.tsx'
import { SaveProblem } from './saved-state.tsx'
import { SortArea } from './sorting/sort-area.tsx'
import { StyleBar } from './style-bar.tsx'

/** Looks and content, to be edited; of a locked one only to be read. */
export function WriteSide(props: {
  readonly document: Document
  readonly keeper: DocumentKeeper
  readonly state: KeeperState
}) {
  const { document, keeper, state } = props
  const { content, style } = state.working
  const deeds = useDocumentDeeds()
  const put = (next: DocumentContent, field?: string) =>
    keeper.edit((working) => ({ ...working, content: next }), field ?? null)
  const putStyle = useLatestCallback((patch: Partial<DocumentStyle>, field?: string) =>
    keeper.edit((working) => ({ ...working, style: { ...working.style, ...patch } }), field ?? null),
  )
  return (
    <>
      <SaveProblem state={state} onRetry={() => void keeper.flush()} />
      {state.theirs !== null && <Conflict keeper={keeper} />}
      {document.isLocked && (
        <div className={classes.locked}>
          <p>
            <IconLock size={14} aria-hidden="true" /> Locked: nothing in it changes.
          </p>
          <Button size="compact-xs" variant="default" onClick={() => void deeds.setLocked(document.id, false)}>
            Unlock
          </Button>
        </div>
      )}
      <fieldset disabled={document.isLocked} aria-label="Document" className={classes.document}>
        <StyleBar style={style} onChange={putStyle} />
        {!document.isLocked && (
          <p className={classes.hint}>
            Points take **bold**, *italic* and [words](https://…). Enter begins the next point, Backspace in an empty
            one removes it, Alt with ↑ or ↓ moves it. Drag anything by its grip to another place.
          </p>
        )}
        <SortArea
          content={content}
          onChange={(change) => keeper.edit((working) => ({ ...working, content: change(working.content) }))}
        >
          {content.kind === 'resume' ? (
            <ResumeForm content={content} onChange={put} />
          ) : (
            <LetterForm content={content} onChange={put} />
          )}
        </SortArea>
      </fieldset>
    </>
  )
}

/** Somebody else saved in between. Whatever is not chosen is one undo away. */
function Conflict({ keeper }: { readonly keeper: DocumentKeeper }) {
  return (
    <section className={classes.conflict} aria-label="Changed elsewhere">
      <p>
        This document was changed elsewhere while you edited it here. Undo brings back the one that you do not choose.
      </p>
      <div className={classes.ways}>
        <Button size="xs" onClick={() => keeper.settle('mine')}>
          Keep mine
        </Button>
        <Button size="xs" variant="default" onClick={() => keeper.settle('theirs')}>
          Take the other
        </Button>
      </div>
    </section>
  )
}
