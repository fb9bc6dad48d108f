import { Button, Skeleton } from '@mantine/core'
import { IconLoader2 } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { FitReport } from '#shared/documents.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { bytesOf } from '../../../ui/save-file.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import type { DrawnPage } from './pdf-pages.ts'
import classes from './preview.module.css'
import type { useRender } from './use-render.ts'

/** Drawn wider than shown, so that letters stay sharp when the pane grows. */
const DRAWN_WIDTH_PX = 800

/** The pages as the exported file has them. The last good ones stay while the next are made. */
export function Preview({
  render,
  isOnePage,
}: {
  readonly render: ReturnType<typeof useRender>
  readonly isOnePage: boolean
}) {
  const { shown, isBehind, error, retry } = render
  const { pages, problem } = usePages(shown?.base64)
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
        <span>This is the exported PDF.</span>
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
      {shown && isOnePage && <Fit fit={shown.fit} />}
      <div className={classes.pages}>
        {pages.length === 0 && error === null && problem === null && <Skeleton className={classes.waiting ?? ''} />}
        {pages.map((page) => (
          <Page key={page.number} page={page} name={`Page ${page.number} of ${pages.length}`} />
        ))}
      </div>
    </section>
  )
}

function usePages(base64: string | undefined) {
  const [drawn, setDrawn] = useState<{ readonly pages: readonly DrawnPage[]; readonly problem: string | null }>({
    pages: [],
    problem: null,
  })
  useEffect(() => {
    if (base64 === undefined) return undefined
    let isGone = false
    const show = async () => {
      const next = await draw(base64)
      if (!isGone) setDrawn(({ pages }) => ({ pages: next.pages ?? pages, problem: next.problem }))
    }
    void show()
    return () => {
      isGone = true
    }
  }, [base64])
  return drawn
}

interface Drawing {
  readonly pages: readonly DrawnPage[] | null
  /** Why the file cannot be drawn. */
  readonly problem: string | null
}

async function draw(base64: string): Promise<Drawing> {
  try {
    const { drawPages } = await import('./pdf-pages.ts')
    return { pages: await drawPages(bytesOf(base64), DRAWN_WIDTH_PX), problem: null }
  } catch (error) {
    return { pages: null, problem: error instanceof Error ? error.message : String(error) }
  }
}

function Page({ page, name }: { readonly page: DrawnPage; readonly name: string }) {
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    page.canvas.setAttribute('aria-hidden', 'true')
    room.current?.replaceChildren(page.canvas)
  }, [page])
  return (
    <section className={classes.page} aria-label={name}>
      <div ref={room} />
      <p className="cc-unseen">{page.text}</p>
    </section>
  )
}

/** What fitting on one page did. */
function Fit({ fit }: { readonly fit: FitReport }) {
  if (!fit.isFitted) {
    return (
      <output className={classes.notice}>
        It does not fit on one page, even smaller and without what could be left out. Turn parts off or shorten them.
      </output>
    )
  }
  if (fit.left.length === 0) return null
  return (
    <output className={classes.notice}>
      To fit on one page, {formatQuantity(fit.left.length, ['part is', 'parts are'])} left out:
      <ul>
        {fit.left.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </output>
  )
}
