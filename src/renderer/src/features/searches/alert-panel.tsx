import { NumberInput, Switch } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useId, useState } from 'react'
import type { SavedSearch } from '#shared/searches.ts'
import { DryRun } from './dry-run.tsx'
import classes from './searches-page.module.css'
import { useSearchActions } from './use-searches.ts'

const LEAST_MAX = 1000
const TYPING_MS = 400

/** When a search speaks up, and what that would have meant for the last days. */
export function AlertPanel({ search }: { readonly search: SavedSearch }) {
  const { update } = useSearchActions()
  const figureId = useId()
  const [least, setLeast] = useState(search.alert?.least ?? 1)
  const isOn = search.alert !== null
  const store = (alert: SavedSearch['alert']) => update.mutate({ id: search.id, alert })
  const storeSoon = useDebouncedCallback(store, TYPING_MS)
  return (
    <section className={classes.panel} aria-label={`Alert of ${search.name}`}>
      <div className={classes.rule}>
        <Switch
          label="Tell me about new jobs"
          checked={isOn}
          onChange={(event) => {
            storeSoon.cancel()
            store(event.currentTarget.checked ? { least } : null)
          }}
        />
        <div className={classes.least}>
          <label htmlFor={figureId}>once there are at least</label>
          <NumberInput
            id={figureId}
            className={classes.figure ?? ''}
            size="xs"
            min={1}
            max={LEAST_MAX}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            value={least}
            onChange={(value) => {
              if (typeof value !== 'number') return
              setLeast(value)
              if (isOn) storeSoon({ least: value })
            }}
          />
        </div>
      </div>
      <DryRun filter={search.filter} least={least} />
    </section>
  )
}
