import { Title } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import classes from './import-page.module.css'

/** The name of a step with a sentence about it. A step that follows another takes the focus, so that reading goes on there. */
export function StepHead(props: { readonly title: string; readonly isFirst?: boolean; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const takesFocus = props.isFirst !== true
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <div className={classes.head}>
      <Title order={2} fz="lg" ref={heading} tabIndex={-1} className={classes.title ?? ''}>
        {props.title}
      </Title>
      <p className={classes.note}>{props.children}</p>
    </div>
  )
}
