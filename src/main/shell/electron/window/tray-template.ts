import type { MenuItemConstructorOptions } from 'electron'
import { APP_NAME } from '../identity.ts'

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

export interface TraySituation {
  readonly platform: NodeJS.Platform
  readonly isRunning: boolean
  readonly isKeptInTray: boolean
  readonly actions: {
    readonly runNow: () => void
    readonly setKeptInTray: (isKept: boolean) => void
    readonly openWindow: () => void
    readonly addJob: () => void
    readonly quit: () => void
  }
}

/** The tray's menu. While a run goes on it says so instead of offering a second one. Pure. */
export function trayTemplate({
  platform,
  isRunning,
  isKeptInTray,
  actions,
}: TraySituation): MenuItemConstructorOptions[] {
  const keep: MenuItemConstructorOptions = {
    label: 'Keep Running in the Tray',
    type: 'checkbox',
    checked: isKeptInTray,
    click: ({ checked }) => actions.setKeptInTray(checked),
  }
  return [
    { label: `Open ${APP_NAME}`, click: actions.openWindow },
    isRunning
      ? { label: 'Discovery Is Running…', enabled: false }
      : { label: 'Run Discovery Now', click: actions.runNow },
    { label: 'Add a Job…', click: actions.addJob },
    SEPARATOR,
    // macOS apps outlive their window anyway.
    ...(platform === 'darwin' ? [] : [keep, SEPARATOR]),
    { label: 'Quit', click: actions.quit },
  ]
}
