import { nativeTheme } from 'electron'
import type { Core } from '../../../core.ts'
import { type RunSummary, summariseRun } from '../life/run-summary.ts'

/** Gives the window's frame and menus the theme of the settings, now and whenever it changes. */
export async function followTheme({ client, events }: Core): Promise<void> {
  const apply = async () => {
    nativeTheme.themeSource = (await client.settings.get()).theme
  }
  await apply()
  events.listen((event) => {
    if (event.type === 'settings.changed') void apply()
  })
}

/** Tells how the newest run stands, now and whenever that changes. */
export async function followRuns({ client, events }: Core, tell: (summary: RunSummary) => void): Promise<void> {
  const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' })
  const formatTime = (at: number) => time.format(at)
  const [newest] = await client.discovery.runs({ limit: 1 })
  tell(summariseRun(newest ?? null, formatTime))
  events.listen((event) => {
    if (event.type === 'run.changed') tell(summariseRun(event.run, formatTime))
  })
}
