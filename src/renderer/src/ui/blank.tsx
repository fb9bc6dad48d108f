import { Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './blank.module.css'

/** What a view says when it has nothing to show: an icon, a sentence, and what to do next. */
export function Blank(props: {
  readonly icon: Icon
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly isAlert?: boolean
}) {
  const { icon: ShownIcon } = props
  return (
    <div className={classes.blank} role={props.isAlert ? 'alert' : undefined}>
      <span className={classes.icon} data-alert={props.isAlert || undefined}>
        <ShownIcon size={22} stroke={1.6} aria-hidden="true" />
      </span>
      <Title order={2} fz="md">
        {props.title}
      </Title>
      {props.children && (
        <Text component="div" size="sm" c="dimmed" maw={380} ta="center">
          {props.children}
        </Text>
      )}
      {props.actions && <div className={classes.actions}>{props.actions}</div>}
    </div>
  )
}
