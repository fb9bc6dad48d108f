import { lazy, Suspense, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useLatestCallback } from '../ui/use-latest-callback.ts'
import { NOTHING_TYPED, type TypedAhead, typedAfter } from './typed-ahead.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

interface HostProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Loads the palette the first time it is asked for. What is typed until its field has the focus goes into the field, and nowhere else. */
export function PaletteHost({ isOpen, onClose }: HostProps) {
  const [wasAsked, setAsked] = useState(isOpen)
  if (isOpen && !wasAsked) setAsked(true)
  const takeTyped = useTypedAhead({ isOpen, onClose })
  if (!wasAsked) return null
  return (
    <Suspense>
      <Palette isOpen={isOpen} onClose={onClose} takeTyped={takeTyped} />
    </Suspense>
  )
}

/** Keeps keys from the page from the moment of opening until what they wrote is taken. */
function useTypedAhead({ isOpen, onClose }: HostProps): () => TypedAhead {
  const typed = useRef(NOTHING_TYPED)
  const stop = useRef<() => void>(() => undefined)
  const giveUp = useLatestCallback(onClose)
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    typed.current = NOTHING_TYPED
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const next = typedAfter(typed.current, event.key)
      if (next === null) giveUp()
      else typed.current = next
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    stop.current = () => window.removeEventListener('keydown', onKeyDown, { capture: true })
    return () => stop.current()
  }, [isOpen, giveUp])
  return useCallback(() => {
    stop.current()
    const taken = typed.current
    typed.current = NOTHING_TYPED
    return taken
  }, [])
}
