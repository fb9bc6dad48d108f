import { installedPath } from '../../scripts/lib/find-electron.ts'

export interface ElectronHere {
  readonly path: string
  /** Why the desktop cannot be tested on this machine; null when it can. */
  readonly reason: string | null
}

/** Electron's program, if this machine has it and a display. Never downloads. */
export function electronHere(): ElectronHere {
  const path = installedPath()
  if (path === null) {
    return {
      path: '',
      reason: 'Electron’s program is not on this machine (npx --no-install install-electron fetches it)',
    }
  }
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  return { path, reason: hasDisplay ? null : 'there is no display (xvfb-run gives one)' }
}
