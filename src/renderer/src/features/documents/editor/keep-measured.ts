/** Has everything in a scroller laid out once for each width and font that it has, and then marks it (`data-measured`): from then on the
 *  style leaves out what is off screen, which keeps the height that it had. So places far away can be scrolled to. A ref. */
export function keepMeasured(scroller: HTMLElement | null): (() => void) | undefined {
  if (scroller === null) return undefined
  let widthPx = -1
  let frame = 0
  const measure = () => {
    delete scroller.dataset['measured']
    cancelAnimationFrame(frame)
    // The browser remembers heights at the end of a frame.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        scroller.dataset['measured'] = ''
      })
    })
  }
  const observer = new ResizeObserver(() => {
    if (scroller.clientWidth === widthPx) return
    widthPx = scroller.clientWidth
    measure()
  })
  observer.observe(scroller)
  document.fonts.addEventListener('loadingdone', measure)
  return () => {
    cancelAnimationFrame(frame)
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', measure)
  }
}
