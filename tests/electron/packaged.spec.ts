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

test('the packaged archive holds the two addons for this system, Playwright and no other package', () => {
  test.skip(made === null, 'nothing is packaged (npm run package -- --dir)')
  const listing = listPackage(made?.asar ?? '', { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  const system = `${process.platform}-${process.arch}`
  const keyring = `keyring-${system}${{ linux: '-gnu', win32: '-msvc' }[process.platform as string] ?? ''}`
  const binaries = listing.filter((path) => path.endsWith('.node'))
  expect(binaries.toSorted()).toEqual([
    `/node_modules/@napi-rs/${keyring}/${keyring.replace('-', '.')}.node`,
    `/node_modules/better-sqlite3/prebuilds/${system}.node`,
  ])
  const packages = listing.filter((path) => /^\/node_modules\/(@[^/]+\/)?[^/@]+$/.test(path))
  const expected = ['@napi-rs/keyring', `@napi-rs/${keyring}`, 'better-sqlite3', 'playwright-core']
  expect(packages.toSorted()).toEqual(expected.map((name) => `/node_modules/${name}`))
  expect(listing.filter((path) => /\.map$|^\/(src|tests|scripts)\//.test(path))).toEqual([])
})
