import { useLayoutEffect, useRef } from 'react'
import { notesNodes } from './markdown.ts'
import classes from './notes.module.css'

/** Notes as they read. */
export function NotesPreview({ markdown }: { readonly markdown: string }) {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    box.current?.replaceChildren(notesNodes(markdown))
  }, [markdown])
  if (markdown.trim() === '') return <p className={classes.preview}>Nothing is written yet.</p>
  return <section ref={box} className={classes.preview} aria-label="Preview of the notes" />
}
