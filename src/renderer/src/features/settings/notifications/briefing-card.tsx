import { Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Settings } from '#shared/settings.ts'
import { Card } from '../../../ui/page.tsx'
import { useSaveSettings } from '../use-settings.ts'
import classes from './notifications.module.css'
import { SwitchRow, TimeField } from './rows.tsx'
import { weekdayNames } from './zones.ts'

/** Which briefings are written by themselves, and when. */
export function BriefingCard({ settings }: { readonly settings: Settings }) {
  const { save } = useSaveSettings()
  return (
    <Card>
      <SwitchRow
        name="Morning briefing"
        note={
          <>
            New jobs that fit, interviews, what is due.{' '}
            <Link to="/briefing/morning" className={classes.inText}>
              See today’s
            </Link>
          </>
        }
        isOn={settings.isDailyBriefingOn}
        onChange={(isDailyBriefingOn) => void save({ isDailyBriefingOn })}
      >
        <TimeField
          label="Time of the morning briefing"
          value={settings.dailyBriefingAt}
          isDisabled={!settings.isDailyBriefingOn}
          onChange={(dailyBriefingAt) => void save({ dailyBriefingAt })}
        />
      </SwitchRow>
      <SwitchRow
        name="Evening summary"
        note="What the day brought, what is open, what comes tomorrow."
        isOn={settings.isEveningSummaryOn}
        onChange={(isEveningSummaryOn) => void save({ isEveningSummaryOn })}
      >
        <TimeField
          label="Time of the evening summary"
          value={settings.eveningSummaryAt}
          isDisabled={!settings.isEveningSummaryOn}
          onChange={(eveningSummaryAt) => void save({ eveningSummaryAt })}
        />
      </SwitchRow>
      <SwitchRow
        name="Weekly summary"
        note="How far your applications came, and what the market did."
        isOn={settings.isWeeklySummaryOn}
        onChange={(isWeeklySummaryOn) => void save({ isWeeklySummaryOn })}
      >
        <Select
          size="xs"
          className={classes.day ?? ''}
          aria-label="Day of the weekly summary"
          disabled={!settings.isWeeklySummaryOn}
          data={weekdayNames('en').map((label, index) => ({ value: String(index + 1), label }))}
          value={String(settings.weeklySummaryDay)}
          allowDeselect={false}
          onChange={(day) => {
            if (day !== null) void save({ weeklySummaryDay: Number(day) })
          }}
        />
        <TimeField
          label="Time of the weekly summary"
          value={settings.weeklySummaryAt}
          isDisabled={!settings.isWeeklySummaryOn}
          onChange={(weeklySummaryAt) => void save({ weeklySummaryAt })}
        />
      </SwitchRow>
      <SwitchRow
        name="Achievements"
        note="A quiet note for a first interview, ten applications or a week in a row. Off: nothing is shown of them."
        isOn={settings.isAchievementsOn}
        onChange={(isAchievementsOn) => void save({ isAchievementsOn })}
      />
    </Card>
  )
}
