import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import places from './browser-places.json' with { type: 'json' }

export interface ThisSystem {
  /** As in process.platform. */
  readonly platform: string
  /** A variable of the system (PROGRAMFILES, HOME, PATH); null when it is not set. */
  readonly variable: (name: string) => string | null
}

/** Where a Chrome, Chromium, Edge or Brave may be on a system of this kind, the most wanted first. Empty for systems that are not in
 *  browser-places.json. Pure. */
export function browserPlaces({ platform, variable }: ThisSystem): readonly string[] {
  const table: Readonly<Record<string, readonly string[] | undefined>> = places.byPlatform
  const folders = (variable('PATH') ?? '').split(':').filter((folder) => posix.isAbsolute(folder))
  const found = (table[platform] ?? []).flatMap((place) => {
    const filled = filledIn(place, variable)
    if (filled === null) return []
    const isAbsolute = platform === 'win32' ? win32.isAbsolute(filled) : posix.isAbsolute(filled)
    return isAbsolute ? [filled] : folders.map((folder) => posix.join(folder, filled))
  })
  return [...new Set(found)]
}

/** The first browser of those places that is there; null when none is. */
export async function findBrowser(system: ThisSystem): Promise<string | null> {
  for (const place of browserPlaces(system)) {
    if (await isProgram(place)) return place
  }
  return null
}

/** Whether the path is a file that may be run. */
export async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    // Not there, or not for us: both are no.
    return false
  }
}

/** Null when a variable of the place is not set: there is no such place then. */
function filledIn(place: string, variable: ThisSystem['variable']): string | null {
  let isWhole = true
  const filled = place.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const value = variable(name)
    if (value === null || value === '') isWhole = false
    return value ?? ''
  })
  return isWhole ? filled : null
}
