import { useId, type ReactNode } from 'react'
import classes from './letter.module.css'

/** A part of a briefing under its heading. Nothing to tell is told in a sentence of its own. */
export function LetterSection(props: {
  readonly title: string
  readonly isEmpty?: boolean
  readonly empty?: string
  readonly action?: ReactNode
  readonly children?: ReactNode
}) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h2 id={id} className={classes.title}>
          {props.title}
        </h2>
        {props.action}
      </div>
      {props.isEmpty === true ? <p className={classes.sentence}>{props.empty}</p> : props.children}
    </section>
  )
}
