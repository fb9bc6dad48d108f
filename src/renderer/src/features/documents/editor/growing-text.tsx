import { Textarea } from '@mantine/core'
import type { ChangeEvent, KeyboardEvent } from 'react'
import classes from './growing-text.module.css'

/** A browser that can sizes the field itself; measuring it by script lays out the whole page twice for each letter. */
const IS_SIZED_BY_BROWSER = CSS.supports('field-sizing', 'content')

/** A field for a text of any length, as high as its words and at least `minRows` lines. */
export function GrowingText(props: {
  readonly id?: string
  readonly className?: string | undefined
  readonly label?: string
  readonly 'aria-label'?: string
  readonly minRows: number
  readonly maxLength: number
  readonly value: string
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void
}) {
  const { minRows, className, ...field } = props
  return (
    <Textarea
      {...field}
      className={className ?? ''}
      classNames={{ input: classes.growing ?? '' }}
      style={{ '--rows': minRows }}
      autosize={!IS_SIZED_BY_BROWSER}
      minRows={minRows}
    />
  )
}
