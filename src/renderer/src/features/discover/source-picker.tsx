import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Source } from '#shared/discovery.ts'
import { Card } from '../../ui/page.tsx'
import { SourceStateBadge } from './source-state-badge.tsx'
import classes from './source-picker.module.css'

/** Which sources the next run reads. */
export function SourcePicker(props: {
  readonly sources: readonly Source[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}) {
  const { chosen } = props
  const toggle = (id: string) =>
    props.onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <Card>
      {props.sources.map((source) => (
        <div key={source.id} className={classes.row}>
          <Checkbox
            className={classes.box ?? ''}
            size="xs"
            classNames={{ label: classes.name ?? '' }}
            checked={chosen.includes(source.id)}
            disabled={!source.isConfigured}
            onChange={() => toggle(source.id)}
            label={source.name}
            description={source.summary}
          />
          {source.isConfigured ? (
            source.lastRun && <SourceStateBadge state={source.lastRun.state} />
          ) : (
            <Link to="/settings" className={classes.link}>
              Set up first
            </Link>
          )}
        </div>
      ))}
    </Card>
  )
}
