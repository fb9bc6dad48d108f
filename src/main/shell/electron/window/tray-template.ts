import type { MenuItemConstructorOptions } from 'electron'
import { APP_NAME } from '../identity.ts'
import type { TraySummary } from '../life/tray-summary.ts'
import type { ScreenPath } from './screens.ts'

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

export interface TraySituation {
  readonly platform: NodeJS.Platform
  readonly summary: TraySummary
  readonly isKeptInTray: boolean
  readonly actions: {
    readonly runNow: () => void
    readonly pause: (length: 'hour' | 'until_tomorrow') => void
    readonly resume: () => void
    readonly setKeptInTray: (isKept: boolean) => void
    readonly openWindow: () => void
    readonly openScreen: (path: ScreenPath) => void
    readonly quit: () => void
  }
}

/** The tray's menu: what comes next, then what can be done. While a run goes on it says so instead of offering a second one. Pure. */
export function trayTemplate(situation: TraySituation): MenuItemConstructorOptions[] {
  const { platform, summary, isKeptInTray, actions } = situation
  const { nextInterview, matches } = summary
  const keep: MenuItemConstructorOptions = {
    label: 'Keep Running in the Tray',
    type: 'checkbox',
    checked: isKeptInTray,
    click: ({ checked }) => actions.setKeptInTray(checked),
  }
  return [
    nextInterview === null
      ? { label: 'No Interview Ahead', enabled: false }
      : {
          label: literal(nextInterview.label),
          click: () => actions.openScreen(`/applications/${nextInterview.applicationId}`),
        },
    matches.count === 0
      ? { label: matches.label, enabled: false }
      : { label: matches.label, click: () => actions.openScreen('/for-you') },
    { label: 'Today’s Briefing', click: () => actions.openScreen('/briefing') },
    SEPARATOR,
    { label: `Open ${APP_NAME}`, click: actions.openWindow },
    summary.isRunning
      ? { label: 'Discovery Is Running…', enabled: false }
      : { label: 'Run Discovery Now', click: actions.runNow },
    ...pausing(situation),
    { label: 'Add a Job…', click: () => actions.openScreen('/add') },
    SEPARATOR,
    // macOS apps outlive their window anyway.
    ...(platform === 'darwin' ? [] : [keep, SEPARATOR]),
    { label: 'Quit', click: actions.quit },
  ]
}

function pausing({ summary, actions }: TraySituation): MenuItemConstructorOptions[] {
  if (!summary.isScheduleOn) return []
  if (summary.paused !== null)
    return [{ label: summary.paused }, { label: 'Resume the Schedule', click: actions.resume }].map(quiet)
  return [
    {
      label: 'Pause the Schedule',
      submenu: [
        { label: 'For 1 Hour', click: () => actions.pause('hour') },
        { label: 'Until Tomorrow', click: () => actions.pause('until_tomorrow') },
      ],
    },
  ]
}

/** A line that only says something. */
function quiet(item: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return item.click === undefined ? { ...item, enabled: false } : item
}

/** In menus an ampersand underlines the letter after it. */
function literal(text: string): string {
  return text.replaceAll('&', '&&')
}
