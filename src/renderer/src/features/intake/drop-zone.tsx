import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { notifyProblem } from '../../ui/notify.tsx'
import { textOfDrop } from './dropped.ts'
import classes from './drop-zone.module.css'

/** The whole window takes a dropped link, text or saved page, and leads to the screen that adds it. Drags inside the app that
 *  carry none of these are left alone. */
export function DropZone() {
  const navigate = useNavigate()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const take = async (data: DataTransfer) => {
      const posting = await textOfDrop(data)
      if (posting !== null) await navigate({ to: '/add', state: { posting } })
      else notifyProblem({ title: 'Nothing to read', message: 'Drop a link, a text, or a saved page (.html, .txt).' })
    }
    const isMeant = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? []
      return ['text/uri-list', 'Files', 'text/html', 'text/plain'].some((type) => types.includes(type))
    }
    const enter = (event: DragEvent) => {
      if (!isMeant(event)) return
      depth += 1
      setOver(true)
    }
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const over = (event: DragEvent) => {
      if (!isMeant(event) || isField(event.target)) return
      event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (!isMeant(event) || isField(event.target) || event.dataTransfer === null) return
      event.preventDefault()
      void take(event.dataTransfer)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [navigate])
  return isOver ? (
    <div className={classes.zone} aria-hidden="true">
      <span>Drop it to add a job</span>
    </div>
  ) : null
}

/** A field takes a drop itself. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
}
