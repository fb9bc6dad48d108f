import { memo, useEffect, useRef } from 'react'
import type { PageText } from './drawing/messages.ts'
import type { PageDrawer } from './drawing/page-drawer.ts'
import classes from './preview.module.css'

/** Pages are drawn when they come so near to what is seen of their pane. */
const NEAR = '50% 0px'

/** One page: its picture, and its words for who does not see it. */
export const Page = memo(function Page(props: {
  readonly page: PageText
  readonly drawer: PageDrawer
  readonly name: string
  /** Null: as wide as there is room. */
  readonly widthPx: number | null
}) {
  const { page, drawer, widthPx } = props
  const { number } = page
  const room = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = picture.current
    if (canvas === null || room.current === null) return undefined
    const place = drawer.place(number, (next) => {
      canvas.width = next.width
      canvas.height = next.height
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(next)
    })
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1)
        if (last) place.setNear(last.isIntersecting)
      },
      { scrollMargin: NEAR },
    )
    observer.observe(room.current)
    return () => {
      observer.disconnect()
      place.remove()
    }
  }, [drawer, number])
  return (
    <section
      className={classes.page}
      aria-label={props.name}
      data-sized={widthPx !== null || undefined}
      {...(widthPx === null ? {} : { style: { width: widthPx } })}
    >
      <div ref={room} className={classes.picture} style={{ aspectRatio: `${page.widthPt} / ${page.heightPt}` }}>
        <canvas ref={picture} aria-hidden="true" />
      </div>
      <p className="cc-unseen">{page.text}</p>
    </section>
  )
})
