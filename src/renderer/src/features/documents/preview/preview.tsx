import { Button, Skeleton } from '@mantine/core'
import { IconLoader2 } from '@tabler/icons-react'
import { memo, useRef, useState } from 'react'
import type { DocumentStyle } from '#shared/documents.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import { usePages } from './drawing/use-pages.ts'
import { Fit } from './fit.tsx'
import { Page } from './page.tsx'
import { naturalWidthPx, paperWords, type Zoom } from './paper.ts'
import classes from './preview.module.css'
import type { useRender } from './use-render.ts'
import { ZoomBar } from './zoom-bar.tsx'

/** Drawn at least so wide, so that letters stay sharp when the pane grows. */
const DRAWN_WIDTH_PX = 800

/** The pages as the exported file has them. The last good ones stay while the next are made. */
export const Preview = memo(function Preview(props: {
  readonly render: ReturnType<typeof useRender>
  readonly style: DocumentStyle
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
}) {
  const { style, zoom, onZoom } = props
  const { shown, isBehind, error, retry } = props.render
  const [naturalPx, setNaturalPx] = useState(DRAWN_WIDTH_PX)
  const { pages, problem, drawer } = usePages(
    shown?.base64,
    Math.max(DRAWN_WIDTH_PX, zoom === 'fit' ? 0 : zoom * naturalPx),
  )
  const [first] = pages
  if (first && naturalWidthPx(first) !== naturalPx) setNaturalPx(naturalWidthPx(first))
  const room = useRef<HTMLDivElement>(null)
  return (
    <section className={classes.preview} aria-label="Preview" aria-busy={isBehind}>
      <div className={classes.line}>
        <output aria-label="State of the preview">
          {isBehind && error === null ? (
            <ToneBadge tone="plain" icon={IconLoader2} isSpinning>
              Making the pages
            </ToneBadge>
          ) : (
            shown && formatQuantity(shown.check.pages, ['page', 'pages'])
          )}
        </output>
        {first && <span className={classes.size}>{paperWords(first)}</span>}
        <ZoomBar
          zoom={zoom}
          shownNow={() => (room.current?.firstElementChild?.clientWidth ?? naturalPx) / naturalPx}
          onZoom={onZoom}
        />
      </div>
      {error !== null && (
        <div className={classes.notice} role="alert">
          The pages could not be made: {describeProblem(error).message} {shown && 'Below is how they were before. '}
          <Button size="compact-xs" variant="default" ml={6} onClick={retry}>
            Try again
          </Button>
        </div>
      )}
      {problem !== null && (
        <p className={classes.notice} role="alert">
          The pages could not be drawn here ({problem}). Export the PDF to look at it.
        </p>
      )}
      {shown && style.isOnePage && <Fit fit={shown.fit} chosenScale={style.scale} />}
      <div ref={room} className={classes.pages}>
        {pages.length === 0 && error === null && problem === null && (
          <Skeleton className={classes.waiting ?? ''} data-page={style.pageSize} />
        )}
        {pages.map((page) => (
          <Page
            key={page.number}
            page={page}
            drawer={drawer}
            name={`Page ${page.number} of ${pages.length}`}
            widthPx={zoom === 'fit' ? null : naturalWidthPx(page) * zoom}
          />
        ))}
      </div>
      <p className={classes.foot}>This is the PDF as it is exported.</p>
    </section>
  )
})
