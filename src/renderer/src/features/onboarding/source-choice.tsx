import { Button, Collapse, Loader, UnstyledButton } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import type { Settings } from '#shared/settings.ts'
import { describeProblem } from '../../bridge/problem.ts'
import { formatQuantity } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useSources } from '../discover/index.ts'
import { CountriesField, RolesField, SourceToggle, useSettings, type SaveSettings } from '../settings/index.ts'
import classes from './welcome-page.module.css'

/** Enough names to show what kind of sources these are. */
const NAMED = 4

export type Wish = Pick<Settings, 'enabledSources' | 'targetRoles' | 'targetCountries'>

/** Three questions: where to look, for which roles, in which countries. Sources that need setting up come later. */
export function SourceChoice(props: {
  readonly issues: SaveSettings['issues']
  readonly isBusy: boolean
  readonly onStart: (wish: Wish) => void
}) {
  const settings = useSettings().data
  const sources = useSources()
  const [changed, setChanged] = useState<Partial<Wish>>({})
  const [isChoosing, setChoosing] = useState(false)
  if (sources.error) {
    return <ProblemBlank {...describeProblem(sources.error)} onRetry={() => void sources.refetch()} />
  }
  if (!settings || !sources.data) return <Loader size="sm" type="dots" />
  const wish: Wish = {
    enabledSources: changed.enabledSources ?? settings.enabledSources,
    targetRoles: changed.targetRoles ?? settings.targetRoles,
    targetCountries: changed.targetCountries ?? settings.targetCountries,
  }
  const ready = sources.data.filter((source) => source.isConfigured && !source.isOffline && !source.isOptIn)
  const on = ready.filter((source) => wish.enabledSources.includes(source.id))
  const isNothingOn = on.length === 0
  const toggle = (id: string, isOn: boolean) => {
    const others = wish.enabledSources.filter((other) => other !== id)
    setChanged({ ...changed, enabledSources: isOn ? [...others, id] : others })
  }
  return (
    <div className={classes.form}>
      <div className={classes.sources}>
        <p className={classes.sourcesHead}>
          <strong>{formatQuantity(on.length, ['source', 'sources'])}</strong> without a key, among them{' '}
          {new Intl.ListFormat('en').format(on.slice(0, NAMED).map((source) => source.name))}
          {on.length > NAMED ? ' and more' : ''}.{' '}
          <UnstyledButton
            className={classes.choose ?? ''}
            aria-expanded={isChoosing}
            aria-controls="source-choice"
            onClick={() => setChoosing(!isChoosing)}
          >
            {isChoosing ? 'Close the list' : 'Choose among them'}
          </UnstyledButton>
        </p>
        <Collapse expanded={isChoosing} id="source-choice" transitionDuration={120}>
          {isChoosing && (
            <Card>
              {ready.map((source) => (
                <div key={source.id} className={classes.source}>
                  <SourceToggle
                    source={source}
                    isOn={wish.enabledSources.includes(source.id)}
                    onChange={(isOn) => toggle(source.id, isOn)}
                  />
                </div>
              ))}
            </Card>
          )}
        </Collapse>
      </div>
      <p className={classes.note}>Keys, feeds, employers and the schedule can be set later.</p>
      <RolesField
        value={wish.targetRoles}
        issue={props.issues.targetRoles}
        onChange={(targetRoles) => setChanged({ ...changed, targetRoles })}
      />
      <CountriesField
        value={wish.targetCountries}
        issue={props.issues.targetCountries}
        onChange={(targetCountries) => setChanged({ ...changed, targetCountries })}
      />
      <Button
        leftSection={<IconPlayerPlay size={15} aria-hidden="true" />}
        loading={props.isBusy}
        disabled={isNothingOn}
        onClick={() => props.onStart(wish)}
      >
        Start discovery
      </Button>
      {isNothingOn && <p className={classes.note}>Switch at least one source on.</p>}
    </div>
  )
}
