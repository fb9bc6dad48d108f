import { nativeTheme } from 'electron'
import type { Core } from '../../../core.ts'

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
