import { Select } from '@mantine/core'
import { useId } from 'react'
import { machineZone } from '#shared/local-time.ts'
import type { QuietHours } from '#shared/notifications.ts'
import type { Settings } from '#shared/settings.ts'
import { Card } from '../../../ui/page.tsx'
import { FigureRow } from '../figure-row.tsx'
import { useSaveSettings } from '../use-settings.ts'
import classes from './notifications.module.css'
import { SettingRow, SwitchRow, TimeField } from './rows.tsx'
import { zoneChoices } from './zones.ts'

const MACHINE = ''

/** When messages may come, and how many. */
export function WhenCard({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const { quietHours } = settings
  const quiet = (change: Partial<QuietHours>) => void save({ quietHours: { ...quietHours, ...change } })
  return (
    <Card>
      <SwitchRow
        name="Quiet hours"
        note={quietWords(quietHours)}
        isOn={quietHours.isOn}
        onChange={(isOn) => quiet({ isOn })}
      >
        <TimeField
          label="Quiet from"
          value={quietHours.from}
          isDisabled={!quietHours.isOn}
          onChange={(from) => quiet({ from })}
        />
        <span className={classes.to}>to</span>
        <TimeField
          label="Quiet until"
          value={quietHours.until}
          isDisabled={!quietHours.isOn}
          onChange={(until) => quiet({ until })}
        />
      </SwitchRow>
      <FigureRow
        name="Messages a day"
        note="What a channel carries at most. The rest is told in one digest. From 1 to 500."
        value={settings.notificationDailyCap}
        step={5}
        issue={issues.notificationDailyCap && 'From 1 to 500.'}
        onChange={(notificationDailyCap) => void save({ notificationDailyCap })}
      />
      <ZoneRow zone={settings.timeZone} issue={issues.timeZone} onChange={(timeZone) => void save({ timeZone })} />
    </Card>
  )
}

function quietWords({ isOn, from, until }: QuietHours): string {
  if (!isOn) return 'Messages come at any hour.'
  if (from === until) return 'From and until are the same time: no hour is quiet.'
  return 'What comes up then waits for the end. The inbox has it at once.'
}

function ZoneRow(props: {
  readonly zone: string | null
  readonly issue: string | undefined
  readonly onChange: (zone: string | null) => void
}) {
  const id = useId()
  const own = machineZone()
  return (
    <SettingRow
      name="Time zone"
      controlId={id}
      note={
        props.zone === null
          ? `As this machine: ${own}. Days, quiet hours and briefings go by it.`
          : 'Days, quiet hours and briefings go by it, wherever this machine is.'
      }
    >
      <Select
        className={classes.zone ?? ''}
        id={id}
        searchable
        data={[
          { value: MACHINE, label: `As this machine (${own})` },
          ...zoneChoices(props.zone).map((zone) => ({ value: zone, label: zone })),
        ]}
        value={props.zone ?? MACHINE}
        allowDeselect={false}
        maxDropdownHeight={260}
        error={props.issue}
        nothingFoundMessage="No such zone"
        onChange={(zone) => {
          if (zone !== null) props.onChange(zone === MACHINE ? null : zone)
        }}
      />
    </SettingRow>
  )
}
