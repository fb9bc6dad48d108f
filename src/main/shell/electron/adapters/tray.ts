import { Menu, type NativeImage, Tray } from 'electron'
import type { TraySummary } from '../life/tray-summary.ts'
import { trayTemplate, type TraySituation } from '../window/tray-template.ts'

export interface TrayIcon {
  readonly update: (summary: TraySummary) => void
  readonly remove: () => void
}

export interface TrayOptions extends Omit<TraySituation, 'summary' | 'isKeptInTray'> {
  readonly image: NativeImage
  readonly isKeptInTray: () => boolean
}

export function createTray({ image, isKeptInTray, platform, actions }: TrayOptions): TrayIcon {
  const tray = new Tray(image)
  // On macOS a click opens the menu by itself.
  if (platform !== 'darwin') tray.on('click', actions.openWindow)
  return {
    update: (summary) => {
      tray.setToolTip(summary.tooltip)
      const template = trayTemplate({ platform, summary, isKeptInTray: isKeptInTray(), actions })
      tray.setContextMenu(Menu.buildFromTemplate(template))
    },
    remove: () => tray.destroy(),
  }
}
