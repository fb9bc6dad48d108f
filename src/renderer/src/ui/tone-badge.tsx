import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './tone-badge.module.css'

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'plain'

/** A word with an icon on a tinted ground: the meaning is in word and icon, the colour only repeats it. */
export function ToneBadge(props: {
  readonly tone: Tone
  readonly icon?: Icon
  readonly title?: string
  readonly isSpinning?: boolean
  readonly children: ReactNode
}) {
  const { icon: ShownIcon } = props
  return (
    <span className={classes.badge} data-tone={props.tone} title={props.title}>
      {ShownIcon && (
        <ShownIcon size={13} stroke={2} aria-hidden="true" className={props.isSpinning ? classes.spin : undefined} />
      )}
      {props.children}
    </span>
  )
}
