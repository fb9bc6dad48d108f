import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './source-files.ts'

const MOST_LINES = 400
const MOST_ENTRY_LINES = 40
const ENTRIES = new Set(['src/main/index.ts', 'src/main/serve.ts', 'src/main/cli.ts'])

/** Files that have grown past what one can hold in mind. */
export function checkFileSizes(root: string): string[] {
  return sourceFiles(root, ['src', 'tests', 'scripts']).flatMap((path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1
    const most = ENTRIES.has(path) ? MOST_ENTRY_LINES : MOST_LINES
    return lines > most ? [`${path} has ${lines} lines; at most ${most}`] : []
  })
}
