import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The absolute path of an entry of ours that runs beside the app: among the built entries or, when run from source, in src/main. */
export function entryScript(name: 'keychain' | 'documents-worker'): string {
  const here = import.meta.dirname
  const places = [join(here, `${name}.js`), join(here, '..', `${name}.js`), join(here, '..', '..', `${name}.ts`)]
  const script = places.find((path) => existsSync(path))
  if (script === undefined) throw new Error(`There is no ${name} among ${places.join(', ')}`)
  return script
}
