/** Shows only the heads of a list's members while one of them is dragged, so that the next ones are near. The member in the hand stays
 *  where it is on screen, now and when the function that this answers with unfolds the list again. Meanwhile everything in the scroller
 *  is laid out, on screen or not: where the hand may lead is measured. */
export function foldList(list: HTMLElement, member: HTMLElement): () => void {
  const scroller = scrollerOf(list)
  if (scroller === null) return () => undefined
  const { style } = scroller
  const anchor = style.overflowAnchor
  // The browser would scroll, too.
  style.overflowAnchor = 'none'
  const topBefore = topOf(member)
  scroller.dataset['inHand'] = ''
  list.dataset['sorting'] = ''
  // The short list may leave too little above or below to scroll the member back under the hand.
  const wanted = scroller.scrollTop + topOf(member) - topBefore
  list.style.marginTop = `${Math.max(0, -wanted)}px`
  // For a moment the member is out of the list and leaves no gap yet: what is spare keeps the list from being scrolled then.
  const below = scroller.scrollHeight - scroller.clientHeight - scroller.clientHeight / 2
  list.style.paddingBottom = `${Math.max(0, wanted - below)}px`
  scroller.scrollTop += topOf(member) - topBefore
  return () => {
    const topHeld = topOf(member)
    delete list.dataset['sorting']
    delete scroller.dataset['inHand']
    list.style.removeProperty('margin-top')
    list.style.removeProperty('padding-bottom')
    scroller.scrollTop += topOf(member) - topHeld
    style.overflowAnchor = anchor
  }
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around
  }
  return null
}
