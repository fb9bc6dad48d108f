import { app, Menu } from 'electron'
import { APP_NAME } from '../identity.ts'
import { type MenuActions, type MenuSituation, menuTemplate } from '../window/menu-template.ts'

export interface MenuOptions extends Omit<MenuSituation, 'actions'> {
  readonly version: string
  readonly actions: Omit<MenuActions, 'showAbout'>
}

export function installMenu({ version, actions, ...situation }: MenuOptions): void {
  app.setAboutPanelOptions({ applicationName: APP_NAME, applicationVersion: version })
  const template = menuTemplate({ ...situation, actions: { ...actions, showAbout: () => app.showAboutPanel() } })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
