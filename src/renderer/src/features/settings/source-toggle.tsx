import { Switch } from '@mantine/core'
import type { Source } from '#shared/discovery.ts'
import { inSentences } from '../../ui/format.ts'
import classes from './source-toggle.module.css'

/** A source with its switch: what it is, in a line, and where its jobs are. */
export function SourceToggle(props: {
  readonly source: Source
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  const { source } = props
  return (
    <Switch
      className={classes.toggle ?? ''}
      classNames={{ body: classes.body ?? '', labelWrapper: classes.words ?? '' }}
      labelPosition="left"
      checked={props.isOn}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
      label={<span className={classes.name}>{source.name}</span>}
      description={inSentences([source.summary, source.coverage])}
    />
  )
}
