import { useMediaQuery } from '@mantine/hooks'
import { useState, type KeyboardEvent } from 'react'
import type { Document } from '#shared/documents.ts'
import { PageFrame } from '../../../ui/page.tsx'
import { useFindings } from '../panels/use-findings.ts'
import { useRender } from '../preview/use-render.ts'
import { EditProvider, focusSoon } from './edit-context.ts'
import { EditorBar, EditorTools, type Pane } from './editor-bar.tsx'
import classes from './document-page.module.css'
import { useDocumentKeeper } from './keeper/use-document-keeper.ts'
import { SidePane } from './side-pane.tsx'
import { useEditorCommands } from './use-editor-commands.ts'
import { WriteSide } from './write-side.tsx'

/** The content on the left; its pages, claims and checks on the right. In a narrow window one of them at a time. */
export function Editor({ document }: { readonly document: Document }) {
  const { keeper, state } = useDocumentKeeper(document)
  const { working } = state
  const isWide = useMediaQuery('(min-width: 1080px)', true, { getInitialValueInEffect: false })
  const [chosen, setPane] = useState<Pane>(isWide ? 'preview' : 'write')
  const [said, setSaid] = useState('')
  const pane = isWide && chosen === 'write' ? 'preview' : chosen
  const render = useRender(working)
  const claims = useFindings({ content: working.content, job: document.job, keeper })
  useEditorCommands({ document, keeper, onPane: setPane })
  const show = (id: string) => {
    if (!isWide) setPane('write')
    requestAnimationFrame(() => reveal(id))
  }
  const isWriting = isWide || pane === 'write'
  return (
    <PageFrame
      title={document.name}
      actions={<EditorTools document={document} keeper={keeper} state={state} claims={claims} />}
    >
      <title>{`${document.name} · Career Copilot`}</title>
      <EditorBar
        document={document}
        pane={pane}
        isWide={isWide}
        openClaims={claims.findings?.length ?? null}
        isCheckOk={render.shown?.check.isOk ?? null}
        onPane={setPane}
      />
      <output className="cc-unseen" aria-live="polite" aria-label="What moved">
        {said}
      </output>
      <div className={classes.body} data-split={isWide || undefined}>
        {isWriting && (
          /* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- it scrolls, and its keys are those of the fields in it */
          <section
            className={classes.side}
            aria-label="Content"
            tabIndex={0}
            onKeyDown={(event) => {
              if (!document.isLocked) takeBackKeys(event, keeper)
            }}
          >
            <EditProvider
              value={{ findingsAt: claims.findingsAt, onConfirm: claims.confirm, onDrop: claims.drop, say: setSaid }}
            >
              <WriteSide document={document} keeper={keeper} state={state} />
            </EditProvider>
          </section>
        )}
        {(isWide || pane !== 'write') && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          <section className={classes.side} aria-label="Result" tabIndex={0}>
            <SidePane pane={pane} document={document} working={working} render={render} claims={claims} onShow={show} />
          </section>
        )}
      </div>
    </PageFrame>
  )
}

/** Undo goes through the whole document, also from within a field: the browser's own knows one field. */
function takeBackKeys(event: KeyboardEvent, keeper: { readonly undo: () => void; readonly redo: () => void }): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return
  const key = event.key.toLowerCase()
  const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)
  if (!isRedo && key !== 'z') return
  event.preventDefault()
  if (isRedo) keeper.redo()
  else keeper.undo()
}

/** Brings a part on screen and puts the focus where it is edited. */
function reveal(id: string): void {
  const field = ['text', 'title', 'label', 'up', 'down']
    .map((part) => document.getElementById(`${id}-${part}`))
    .find((element) => element !== null)
  field?.scrollIntoView({ block: 'center' })
  if (field) focusSoon(field.id)
}
