import type { Document } from '#shared/documents.ts'
import { CheckPanel } from '../panels/check-panel.tsx'
import { ClaimsPanel } from '../panels/claims-panel.tsx'
import { MatchPanel } from '../panels/match-panel.tsx'
import type { useFindings } from '../panels/use-findings.ts'
import type { Zoom } from '../preview/paper.ts'
import { Preview } from '../preview/preview.tsx'
import type { useRender } from '../preview/use-render.ts'
import type { Pane } from './editor-bar.tsx'
import type { Working } from './keeper/document-drafts.ts'

/** What the document comes to: its pages, its open claims, or how the file reads. */
export function SidePane(props: {
  readonly pane: Pane
  readonly document: Document
  readonly working: Working
  readonly render: ReturnType<typeof useRender>
  readonly claims: ReturnType<typeof useFindings>
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly onShow: (id: string) => void
}) {
  const { pane, document, working, render, claims } = props
  if (pane === 'claims') return <ClaimsPanel claims={claims} isLocked={document.isLocked} onShow={props.onShow} />
  if (pane === 'check') {
    return (
      <>
        <CheckPanel check={render.shown?.check} />
        {working.content.kind === 'resume' && <MatchPanel working={working} document={document} />}
      </>
    )
  }
  return <Preview render={render} style={working.style} zoom={props.zoom} onZoom={props.onZoom} />
}
