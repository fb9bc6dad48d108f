import { replaceEqualDeep } from '@tanstack/react-query'
import type { Asked, PageText, Told } from './messages.ts'
import { nextPage, type Place } from './next-page.ts'

/** What the newest file that could be read has on its pages, and why a newer one could not be. */
export interface Pages {
  readonly pages: readonly PageText[]
  readonly problem: string | null
}

/** The thread that draws, seen from here. */
export interface DrawThread {
  readonly ask: (message: Asked) => void
  readonly close: () => void
}

export type StartThread = (ears: {
  readonly hear: (told: Told) => void
  /** The thread itself does not work. */
  readonly fail: (reason: string) => void
}) => DrawThread

export interface PageDrawer {
  readonly state: () => Pages
  readonly subscribe: (listener: () => void) => () => void
  /** The file whose pages are wanted from now on, and how wide, in pixels of the screen. */
  readonly show: (base64: string, widthPx: number) => void
  /** Where a page is shown, and how a picture is put there. Answers with how to say whether that is near the screen, and that it is gone. */
  readonly place: (
    number: number,
    put: (picture: ImageBitmap) => void,
  ) => { readonly setNear: (isNear: boolean) => void; readonly remove: () => void }
  readonly close: () => void
}

/** Pages out of sight are drawn when nothing newer came for so long. */
export const CALM_MS = 1500

interface Shown extends Place {
  readonly put: (picture: ImageBitmap) => void
  isNear: boolean
  drawn: Place['drawn']
}

/** Has the pages of files drawn in a thread, one after the other, those near the screen first. A page keeps its picture until the next
 *  one is done, and of a file that a newer one took the place of nothing more is drawn. */
export function createPageDrawer(start: StartThread): PageDrawer {
  const listeners = new Set<() => void>()
  const places = new Set<Shown>()
  let thread: DrawThread | null = null
  let state: Pages = { pages: [], problem: null }
  let wanted = { file: 0, base64: '', widthPx: 0 }
  /** The one that the thread has read. */
  let opened = 0
  let isDrawing = false
  let isCalm = false
  let calming: ReturnType<typeof setTimeout> | undefined

  const set = (next: Pages) => {
    state = next
    for (const listener of listeners) listener()
  }
  const drawNext = () => {
    const { file, widthPx } = wanted
    if (thread === null || opened !== file || isDrawing) return
    const number = nextPage([...places], { file, widthPx, isCalm })
    if (number === null) return
    isDrawing = true
    thread.ask({ kind: 'draw', file, number, widthPx })
  }
  const calmDown = () => {
    isCalm = false
    clearTimeout(calming)
    calming = setTimeout(() => {
      isCalm = true
      drawNext()
    }, CALM_MS)
  }
  const put = ({ file, number, widthPx, picture }: Extract<Told, { kind: 'drawn' }>) => {
    for (const place of places) {
      if (place.number !== number) continue
      place.put(picture)
      place.drawn = { file, widthPx }
    }
  }
  const hear = (told: Told) => {
    if (told.file !== wanted.file) return told.kind === 'drawn' ? told.picture.close() : undefined
    if (told.kind === 'failed') {
      opened = 0
      return set({ ...state, problem: told.reason })
    }
    if (told.kind === 'opened') {
      opened = told.file
      // A page whose words are the same stays the same object: it is not laid out anew.
      set({ pages: replaceEqualDeep(state.pages, told.pages), problem: null })
    } else {
      isDrawing = false
      put(told)
    }
    drawNext()
  }
  const fail = (reason: string) => set({ ...state, problem: reason })

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show: (base64, widthPx) => {
      const isNew = base64 !== wanted.base64
      wanted = { file: isNew ? wanted.file + 1 : wanted.file, base64, widthPx }
      calmDown()
      if (!isNew) return drawNext()
      isDrawing = false
      thread ??= start({ hear, fail })
      thread.ask({ kind: 'open', file: wanted.file, base64 })
    },
    place: (number, put) => {
      const place: Shown = { number, put, isNear: false, drawn: null }
      places.add(place)
      return {
        setNear: (isNear) => {
          place.isNear = isNear
          drawNext()
        },
        remove: () => places.delete(place),
      }
    },
    close: () => {
      clearTimeout(calming)
      thread?.close()
      thread = null
    },
  }
}
