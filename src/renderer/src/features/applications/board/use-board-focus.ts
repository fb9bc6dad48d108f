import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cursorOf, neighbourOf, placeOf, type Lane } from './board-model.ts'
import { cardElementId } from './card.tsx'

/** Which of the cards that are shown has the keyboard. The focus follows a card into another column, goes to its neighbour when it leaves the board, and a
 *  card that is not drawn yet gets it as soon as it is. */
export function useBoardFocus(lanes: readonly Lane[]) {
  const [chosen, setChosen] = useState<number | null>(null)
  // Counts what was asked for, so that asking for the same card again draws anew.
  const [, setWishes] = useState(0)
  const wanted = useRef<number | null>(null)
  const before = useRef(lanes)
  const isThere = placeOf(lanes, chosen) !== null

  useEffect(() => {
    const last = before.current
    before.current = lanes
    if (chosen === null) return
    // A card that had the focus and is drawn elsewhere now, or not at all, leaves the page without one.
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (isThere && laneKeyOf(last, chosen) === laneKeyOf(lanes, chosen)) return
    const next = isThere ? chosen : neighbourOf(last, chosen)
    if (isLost || wanted.current === chosen) wanted.current = next
    setChosen(next)
    setWishes((count) => count + 1)
  }, [lanes, chosen, isThere])

  useLayoutEffect(() => {
    if (wanted.current === null) return
    const element = document.getElementById(cardElementId(wanted.current))
    if (!element) return
    wanted.current = null
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return {
    ...cursorOf(lanes, chosen),
    /** The card that has got the focus by itself. */
    noteFocus: setChosen,
    /** Gives a card the focus, at once or when it is drawn. */
    focus: (id: number) => {
      wanted.current = id
      setChosen(id)
      setWishes((count) => count + 1)
    },
  }
}

function laneKeyOf(lanes: readonly Lane[], id: number): string | null {
  const place = placeOf(lanes, id)
  return place ? (lanes[place.lane]?.key ?? null) : null
}
