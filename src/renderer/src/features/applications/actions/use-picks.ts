import { useMemo, useState } from 'react'
import { APPLICATIONS_AT_ONCE_MAX, type ApplicationCard } from '#shared/applications.ts'
import { notify } from '../../../ui/notify.tsx'

const NONE: ReadonlyMap<number, ApplicationCard> = new Map()

/** The applications that were picked to do something with them together. Another filter starts with none picked. */
export function usePicks(resetKey: string) {
  const [cards, setCards] = useState(NONE)
  const [seenKey, setSeenKey] = useState(resetKey)
  if (seenKey !== resetKey) {
    setSeenKey(resetKey)
    setCards(NONE)
  }
  const ids = useMemo<ReadonlySet<number>>(() => new Set(cards.keys()), [cards])
  return {
    cards,
    ids,
    clear: () => setCards(NONE),
    toggle: (card: ApplicationCard) =>
      setCards((before) => {
        const after = new Map(before)
        if (!after.delete(card.id)) after.set(card.id, card)
        return after
      }),
    add: (more: readonly ApplicationCard[]) => {
      const after = new Map([...cards, ...more.map((card) => [card.id, card] as const)])
      if (after.size > APPLICATIONS_AT_ONCE_MAX) notify(`At most ${APPLICATIONS_AT_ONCE_MAX} are selected at once`)
      setCards(new Map([...after].slice(0, APPLICATIONS_AT_ONCE_MAX)))
    },
  }
}

export type Picks = ReturnType<typeof usePicks>
