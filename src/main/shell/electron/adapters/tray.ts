import { Menu, type NativeImage, Tray } from 'electron'
import type { RunSummary } from '../life/run-summary.ts'
import { trayTemplate, type TraySituation } from '../window/tray-template.ts'

export interface TrayIcon {
  readonly update: (summary: RunSummary) => void
  readonly remove: () => void
}

export interface TrayOptions extends Omit<TraySituation, 'isRunning' | 'isKeptInTray'> {
  readonly image: NativeImage
  readonly isKeptInTray: () => boolean
}

export function createTray({ image, isKeptInTray, platform, actions }: TrayOptions): TrayIcon {
  const tray = new Tray(image)
  // On macOS a click opens the menu by itself.
  if (platform !== 'darwin') tray.on('click', actions.openWindow)
  return {
    update: ({ tooltip, isRunning }) => {
      tray.setToolTip(tooltip)
      const template = trayTemplate({ platform, isRunning, isKeptInTray: isKeptInTray(), actions })
      tray.setContextMenu(Menu.buildFromTemplate(template))
    },
    remove: () => tray.destroy(),
  }
}
