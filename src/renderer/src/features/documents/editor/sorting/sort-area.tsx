import {
  DragDropContext,
  type BeforeCapture,
  type DragStart,
  type DragUpdate,
  type DropResult,
  type ResponderProvided,
} from '@hello-pangea/dnd'
import { useEffect, useRef, type ReactNode } from 'react'
import type { DocumentContent } from '#shared/documents.ts'
import { namesIn, sorted } from '../../model/sorting.ts'
import { keepingFocus } from '../keep-focus.ts'
import { foldList } from './folded-list.ts'
import { droppedWords, heldWords, HOW_TO_SORT, liftedWords } from './sort-words.ts'

/** Only what is held at the very edge scrolls: the pane is half a window, and what is lifted near its top shall not run away. */
const AUTO_SCROLL = { startFromPercentage: 0.1, maxScrollAtPercentage: 0.03 }

/** Within it the members of lists can be dragged to another place of their list. What is typed meanwhile, and the focus, stay. */
export function SortArea(props: {
  readonly content: DocumentContent
  readonly onChange: (change: (content: DocumentContent) => DocumentContent) => void
  readonly children: ReactNode
}) {
  const letGo = useRef<(() => void) | null>(null)
  const names = useRef<readonly string[]>([])
  useEffect(() => () => letGo.current?.(), [])

  const take = ({ draggableId }: BeforeCapture) => {
    letGo.current?.()
    const member = document.querySelector<HTMLElement>(`[data-rfd-draggable-id="${CSS.escape(draggableId)}"]`)
    const list = member?.closest<HTMLElement>('[data-rfd-droppable-id]')
    const unfold = member && list ? foldList(list, member) : () => undefined
    window.addEventListener('keydown', holdKeys, true)
    letGo.current = () => {
      letGo.current = null
      window.removeEventListener('keydown', holdKeys, true)
      unfold()
    }
  }
  const start = ({ source }: DragStart, { announce }: ResponderProvided) => {
    names.current = namesIn(props.content, source.droppableId)
    announce(liftedWords({ names: names.current, from: source.index }))
  }
  const update = ({ source, destination }: DragUpdate, { announce }: ResponderProvided) =>
    announce(heldWords({ names: names.current, from: source.index }, destination?.index ?? null))
  const end = ({ source, destination, draggableId }: DropResult, { announce }: ResponderProvided) => {
    announce(droppedWords({ names: names.current, from: source.index }, destination?.index ?? null))
    const list = source.droppableId
    keepingFocus(() => {
      if (destination === null || destination.index === source.index) return
      const move = { list, id: draggableId.slice(list.length + 1), to: destination.index }
      props.onChange((content) => sorted(content, move))
    })
    letGo.current?.()
  }
  return (
    <DragDropContext
      onBeforeCapture={take}
      onDragStart={start}
      onDragUpdate={update}
      onDragEnd={end}
      dragHandleUsageInstructions={HOW_TO_SORT}
      autoScrollerOptions={AUTO_SCROLL}
    >
      {props.children}
    </DragDropContext>
  )
}

/** While something is in the hand no key does anything else: undoing would pull the list away under it. */
function holdKeys(event: KeyboardEvent): void {
  event.stopPropagation()
  if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.preventDefault()
}
