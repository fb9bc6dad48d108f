import { useMediaQuery, useWindowEvent } from '@mantine/hooks'
import { useMemo, useState, type ReactNode } from 'react'
import type { Document } from '#shared/documents.ts'
import { HalfTypedProvider, NOTHING_TYPED, storedHalfTyped } from '../../../ui/half-typed.ts'
import { PageFrame } from '../../../ui/page.tsx'
import { useFindings } from '../panels/use-findings.ts'
import type { Zoom } from '../preview/paper.ts'
import { useRender } from '../preview/use-render.ts'
import { EditProvider, FindingsProvider, focusSoon } from './edit-context.ts'
import { EditorBar, EditorTools, type Pane } from './editor-bar.tsx'
import classes from './document-page.module.css'
import { keepingFocus } from './keep-focus.ts'
import { keepMeasured } from './keep-measured.ts'
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
  const [zoom, setZoom] = useState<Zoom>('fit')
  const pane = isWide && chosen === 'write' ? 'preview' : chosen
  const render = useRender(working)
  const claims = useFindings({ content: working.content, job: document.job, keeper })
  useEditorCommands({ document, keeper, onPane: setPane })
  useWindowEvent('keydown', (event) => {
    if (!document.isLocked) takeBackKeys(event, keeper)
  })
  const show = (id: string) => {
    if (!isWide) setPane('write')
    requestAnimationFrame(() => reveal(id))
  }
  const isWriting = isWide || pane === 'write'
  return (
    <PageFrame
      title={document.name}
      actions={
        <EditorTools
          document={document}
          keeper={keeper}
          status={state.status}
          canUndo={state.canUndo}
          canRedo={state.canRedo}
          openClaims={claims.findings?.length ?? 0}
        />
      }
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
      <EditScope document={document} claims={claims}>
        <div className={classes.body} data-split={isWide || undefined}>
          {isWriting && (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            <section ref={keepMeasured} className={classes.side} aria-label="Content" tabIndex={0} data-keeps-focus>
              <WriteSide document={document} keeper={keeper} state={state} />
            </section>
          )}
          {(isWide || pane !== 'write') && (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            <section className={classes.side} data-result aria-label="Result" tabIndex={0} data-keeps-focus>
              <SidePane
                pane={pane}
                document={document}
                working={working}
                render={render}
                claims={claims}
                zoom={zoom}
                onZoom={setZoom}
                onShow={show}
              />
            </section>
          )}
        </div>
      </EditScope>
    </PageFrame>
  )
}

/** What the parts of the editor share; the same while typing goes on, so that they are not drawn anew for it. */
function EditScope(props: {
  readonly document: Document
  readonly claims: ReturnType<typeof useFindings>
  readonly children: ReactNode
}) {
  const { id, isLocked } = props.document
  const { findingsAt, confirm, drop } = props.claims
  const [said, setSaid] = useState('')
  const edit = useMemo(() => ({ isLocked, say: setSaid }), [isLocked])
  const findings = useMemo(() => ({ findingsAt, onConfirm: confirm, onDrop: drop }), [findingsAt, confirm, drop])
  const halfTyped = useMemo(
    () => (isLocked ? NOTHING_TYPED : storedHalfTyped(localStorage, `career-copilot-document-${id}-typed`)),
    [id, isLocked],
  )
  return (
    <>
      <output className="cc-unseen" aria-live="polite" aria-label="What moved">
        {said}
      </output>
      <EditProvider value={edit}>
        <FindingsProvider value={findings}>
          <HalfTypedProvider value={halfTyped}>{props.children}</HalfTypedProvider>
        </FindingsProvider>
      </EditProvider>
    </>
  )
}

/** Undo goes through the whole document, also from within a field: the browser's own knows one field. */
function takeBackKeys(event: KeyboardEvent, keeper: { readonly undo: () => void; readonly redo: () => void }): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
  if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return
  const key = event.key.toLowerCase()
  const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)
  if (!isRedo && key !== 'z') return
  event.preventDefault()
  keepingFocus(isRedo ? keeper.redo : keeper.undo)
}

/** Brings a part on screen and puts the focus where it is edited. */
function reveal(id: string): void {
  const field = ['text', 'title', 'label', 'up', 'down']
    .map((part) => document.getElementById(`${id}-${part}`))
    .find((element) => element !== null)
  field?.scrollIntoView({ block: 'center' })
  if (field) focusSoon(field.id)
}
