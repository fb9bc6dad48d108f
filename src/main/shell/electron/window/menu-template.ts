import type { MenuItemConstructorOptions } from 'electron'
import { APP_NAME } from '../identity.ts'
import type { ScreenPath } from './screens.ts'

export interface MenuActions {
  readonly runNow: () => void
  readonly openScreen: (path: ScreenPath) => void
  readonly openProfileFolder: () => void
  readonly openLogFolder: () => void
  readonly showAbout: () => void
}

export interface MenuSituation {
  readonly platform: NodeJS.Platform
  readonly hasDevTools: boolean
  readonly actions: MenuActions
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** The application menu: macOS keeps About, Settings and Quit under the app's name, the others under File and Help. Pure. */
export function menuTemplate(situation: MenuSituation): MenuItemConstructorOptions[] {
  const isMac = situation.platform === 'darwin'
  return [
    ...(isMac ? [appMenu(situation)] : []),
    fileMenu(situation),
    { role: 'editMenu' },
    viewMenu(situation),
    windowMenu(isMac),
    helpMenu(situation),
  ]
}

function settingsItem({ actions }: MenuSituation): MenuItemConstructorOptions {
  return { label: 'Settings…', accelerator: 'CmdOrCtrl+,', click: () => actions.openScreen('/settings') }
}

function appMenu(situation: MenuSituation): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      SEPARATOR,
      settingsItem(situation),
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  }
}

function fileMenu(situation: MenuSituation): MenuItemConstructorOptions {
  const { platform, actions } = situation
  const run: MenuItemConstructorOptions = {
    label: 'Run Discovery Now',
    accelerator: 'CmdOrCtrl+Shift+D',
    click: () => {
      actions.openScreen('/discover')
      actions.runNow()
    },
  }
  const add: MenuItemConstructorOptions = {
    label: 'Add a Job…',
    accelerator: 'CmdOrCtrl+N',
    click: () => actions.openScreen('/add'),
  }
  if (platform === 'darwin') return { label: 'File', submenu: [add, run, SEPARATOR, { role: 'close' }] }
  return {
    label: 'File',
    submenu: [add, run, SEPARATOR, settingsItem(situation), SEPARATOR, { role: 'close' }, { role: 'quit' }],
  }
}

function viewMenu({ actions, hasDevTools }: MenuSituation): MenuItemConstructorOptions {
  const developer: MenuItemConstructorOptions[] = [SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }]
  return {
    label: 'View',
    submenu: [
      { label: 'Jobs', accelerator: 'CmdOrCtrl+1', click: () => actions.openScreen('/jobs') },
      { label: 'Discover', accelerator: 'CmdOrCtrl+2', click: () => actions.openScreen('/discover') },
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...(hasDevTools ? developer : []),
    ],
  }
}

function windowMenu(isMac: boolean): MenuItemConstructorOptions {
  if (isMac) return { role: 'windowMenu' }
  return { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }] }
}

function helpMenu({ platform, actions }: MenuSituation): MenuItemConstructorOptions {
  const about: MenuItemConstructorOptions = { label: `About ${APP_NAME}`, click: actions.showAbout }
  return {
    role: 'help',
    submenu: [
      { label: 'Open the Profile Folder', click: actions.openProfileFolder },
      { label: 'Open the Log Folder', click: actions.openLogFolder },
      ...(platform === 'darwin' ? [] : [SEPARATOR, about]),
    ],
  }
}
