import { Button, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Source } from '#shared/discovery.ts'
import { formatCount } from '../../ui/format.ts'
import { SourceStateBadge } from './source-state-badge.tsx'
import classes from './source-picker.module.css'

/** Which sources the next run reads. What cannot be read yet is only counted. */
export function SourcePicker(props: {
  readonly sources: readonly Source[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}) {
  const { chosen, sources } = props
  const ready = sources.filter((source) => source.isConfigured)
  const unready = sources.length - ready.length
  const toggle = (id: string) =>
    props.onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <div className={classes.frame}>
      <div className={classes.grid}>
        {ready.map((source) => (
          <div key={source.id} className={classes.row}>
            <Checkbox
              className={classes.box ?? ''}
              size="xs"
              classNames={{ label: classes.name ?? '' }}
              checked={chosen.includes(source.id)}
              onChange={() => toggle(source.id)}
              label={source.name}
              title={source.summary}
            />
            {source.lastRun && <SourceStateBadge state={source.lastRun.state} />}
          </div>
        ))}
      </div>
      <div className={classes.foot}>
        <Button size="compact-xs" variant="subtle" onClick={() => props.onChange(ready.map((source) => source.id))}>
          All
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => props.onChange([])}>
          None
        </Button>
        <span className={classes.note}>
          {formatCount(ready.filter((source) => chosen.includes(source.id)).length)} ticked
          {unready > 0 && (
            <>
              {' · '}
              <Link to="/settings/sources" className={classes.link}>
                {formatCount(unready)} more can be set up
              </Link>
            </>
          )}
        </span>
      </div>
    </div>
  )
}
