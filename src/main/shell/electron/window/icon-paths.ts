import { join } from 'node:path'

/** Where the images lie, in the repository as in the package. macOS colours a "Template" image itself; each has a sharper
 *  "@2x" beside it that Electron finds by its name. Pure. */
export function iconPaths(appPath: string, platform: NodeJS.Platform): { tray: string; window: string } {
  const dir = join(appPath, 'resources', 'icons')
  return {
    tray: join(dir, 'tray', platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'),
    window: join(dir, 'linux', '256x256.png'),
  }
}
