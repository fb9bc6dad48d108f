import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { expect, test } from '@playwright/test'
import { wrongFuses } from '../../build/after-pack.ts'
import { root } from '../../scripts/lib/build-if-needed.ts'

/** What `npm run package -- --dir` made of the real Electron on this system: the program and its archive. */
function packaged(): { program: string; asar: string } | null {
  const dist = join(root, 'dist')
  const folders = existsSync(dist) ? readdirSync(dist).map((name) => join(dist, name)) : []
  const candidates = folders.flatMap((folder) => [
    { program: join(folder, 'career-copilot'), asar: join(folder, 'resources', 'app.asar') },
    { program: join(folder, 'Career Copilot.exe'), asar: join(folder, 'resources', 'app.asar') },
    {
      program: join(folder, 'Career Copilot.app'),
      asar: join(folder, 'Career Copilot.app', 'Contents', 'Resources', 'app.asar'),
    },
  ])
  return candidates.find(({ program, asar }) => existsSync(program) && existsSync(asar)) ?? null
}

const made = packaged()
if (made === null && process.env['ELECTRON_REQUIRED'] === '1')
  throw new Error('Nothing is packaged: npm run package -- --dir')

test('the packaged program has its fuses', async () => {
  test.skip(made === null, 'nothing is packaged (npm run package -- --dir)')
  expect(await wrongFuses(made?.program ?? '')).toEqual([])
})

test('the packaged archive holds SQLite for this system and no other package', () => {
  test.skip(made === null, 'nothing is packaged (npm run package -- --dir)')
  const listing = listPackage(made?.asar ?? '', { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  const own = `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`
  expect(listing.filter((path) => path.endsWith('.node'))).toEqual([own])
  expect(listing.filter((path) => /^\/node_modules\/[^/]+$/.test(path))).toEqual(['/node_modules/better-sqlite3'])
  expect(listing.filter((path) => /\.map$|^\/(src|tests|scripts)\//.test(path))).toEqual([])
})
