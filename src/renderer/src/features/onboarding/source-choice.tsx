import { Button, Loader } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import type { Settings } from '#shared/settings.ts'
import { describeProblem } from '../../bridge/problem.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useSources } from '../discover/index.ts'
import { CountriesField, RolesField, SourceToggle, useSettings, type SaveSettings } from '../settings/index.ts'
import classes from './welcome-page.module.css'

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
  if (sources.error) {
    return <ProblemBlank {...describeProblem(sources.error)} onRetry={() => void sources.refetch()} />
  }
  if (!settings || !sources.data) return <Loader size="sm" type="dots" />
  const wish: Wish = {
    enabledSources: changed.enabledSources ?? settings.enabledSources,
    targetRoles: changed.targetRoles ?? settings.targetRoles,
    targetCountries: changed.targetCountries ?? settings.targetCountries,
  }
  const ready = sources.data.filter((source) => source.isConfigured && !source.isOffline)
  const isNothingOn = !ready.some((source) => wish.enabledSources.includes(source.id))
  const toggle = (id: string, isOn: boolean) => {
    const others = wish.enabledSources.filter((other) => other !== id)
    setChanged({ ...changed, enabledSources: isOn ? [...others, id] : others })
  }
  return (
    <div className={classes.form}>
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
      <p className={classes.note}>Company boards and feeds can be added in Settings.</p>
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
