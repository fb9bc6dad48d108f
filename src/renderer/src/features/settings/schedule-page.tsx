import { Loader, Select, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Schedule } from '#shared/schedule.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatDateTime, formatIn } from '../../ui/format.ts'
import { Card, Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ScheduleLine, useSources } from '../discover/index.ts'
import classes from './schedule-page.module.css'
import rowClasses from './setting-row.module.css'
import { SettingsTabs } from './settings-tabs.tsx'
import { allowanceWords } from './source-words.ts'
import { useDraft } from './use-draft.ts'
import { useSaveSettings, useSettings } from './use-settings.ts'

const TYPING_MS = 300
const CUSTOM = 'custom'
const PRESETS = [
  ['0 */6 * * *', 'Every 6 hours'],
  ['0 */12 * * *', 'Every 12 hours'],
  ['0 7 * * *', 'Every day at 7:00'],
  ['0 7 * * 1-5', 'On workdays at 7:00'],
  ['0 7,13,19 * * *', 'At 7:00, 13:00 and 19:00'],
  ['0 8 * * 1', 'Mondays at 8:00'],
] as const

/** When discovery runs by itself. */
export function SchedulePage() {
  const settings = useSettings()
  return (
    <Page title="Settings">
      <title>Schedule · Career Copilot</title>
      <SettingsTabs />
      {settings.error && !settings.data && (
        <ProblemBlank {...describeProblem(settings.error)} onRetry={() => void settings.refetch()} />
      )}
      {!settings.error && !settings.data && (
        <output aria-label="Loading the schedule">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {settings.data && (
        <>
          <ScheduleLine isHere />
          <Section
            id="schedule-title"
            title="Schedule"
            aside="While the app is open. What was missed during sleep is made up for once."
          >
            <ScheduleCard settings={settings.data} />
          </Section>
          <Allowances />
        </>
      )}
    </Page>
  )
}

function ScheduleCard({ settings }: { readonly settings: Settings }) {
  const api = useApi()
  const { save, issues } = useSaveSettings()
  const cron = useDraft(settings.scheduleCron)
  const [typed] = useDebouncedValue(cron.draft, TYPING_MS)
  const zone = settings.scheduleZone
  const preview = useQuery({
    ...api.schedule.preview.queryOptions({ input: { cron: typed, zone } }),
    placeholderData: (before) => before,
  })
  const preset = PRESETS.find(([line]) => line === cron.draft.trim())?.[0] ?? CUSTOM
  const change = (scheduleCron: string) => {
    cron.set(scheduleCron)
    void save({ scheduleCron })
  }
  return (
    <Card>
      <div className={rowClasses.row}>
        <div className={rowClasses.words}>
          <span className={rowClasses.name} id="schedule-on">
            Run by itself
          </span>
          <p className={rowClasses.note}>Off means: only when you ask for it.</p>
        </div>
        <Switch
          aria-labelledby="schedule-on"
          checked={settings.isScheduleOn}
          onChange={(event) => void save({ isScheduleOn: event.currentTarget.checked })}
        />
      </div>
      <div className={rowClasses.field}>
        <div className={classes.fields}>
          <Select
            label="How often"
            data={[
              ...PRESETS.map(([value, label]) => ({ value, label })),
              { value: CUSTOM, label: 'As the line says' },
            ]}
            value={preset}
            allowDeselect={false}
            onChange={(line) => {
              if (line !== null && line !== CUSTOM) change(line)
            }}
          />
          <TextInput
            label="Cron line"
            placeholder="minute hour day month weekday"
            spellCheck={false}
            value={cron.draft}
            error={preview.data?.problem ?? issues.scheduleCron}
            onChange={(event) => cron.set(event.currentTarget.value)}
            onBlur={() => {
              if (cron.draft.trim() !== settings.scheduleCron) void save({ scheduleCron: cron.draft.trim() })
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void save({ scheduleCron: cron.draft.trim() })
            }}
          />
          <Select
            label="Time zone"
            searchable
            data={zones(zone)}
            value={zone}
            allowDeselect={false}
            error={issues.scheduleZone}
            nothingFoundMessage="No such zone"
            onChange={(scheduleZone) => {
              if (scheduleZone !== null) void save({ scheduleZone })
            }}
          />
        </div>
        {preview.data && preview.data.problem === null && <Preview schedule={preview.data} zone={zone} />}
      </div>
    </Card>
  )
}

function Preview({ schedule, zone }: { readonly schedule: Schedule; readonly zone: string }) {
  const now = useNow(30_000)
  return (
    <div className={classes.preview} aria-live="polite">
      <p className={classes.description}>{schedule.description}</p>
      <ol className={classes.times}>
        {schedule.nextAt.map((instant) => (
          <li key={instant}>
            <span>{formatDateTime(instant, undefined, zone)}</span>
            <span className={classes.in}>{formatIn(instant, now)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What the sources with an allowance get of it. */
function Allowances() {
  const sources = useSources()
  const limited = (sources.data ?? []).filter((source) => source.isEnabled && source.plan !== null)
  if (limited.length === 0) return null
  return (
    <Section
      id="allowances-title"
      title="Requests that have to last"
      aside="Sources that allow only so many; each run gets its share."
    >
      <Card>
        {limited.map((source) => (
          <div key={source.id} className={rowClasses.field}>
            <span className={rowClasses.name}>{source.name}</span>
            {allowanceWords(source).map((line) => (
              <p key={line} className={rowClasses.note}>
                {line}
              </p>
            ))}
          </div>
        ))}
      </Card>
    </Section>
  )
}

/** All zones that this computer knows, UTC and its own first. */
function zones(chosen: string): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set(['UTC', own, chosen, ...Intl.supportedValuesOf('timeZone')])]
}
