import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APP_ID } from '#main/shell/electron/identity.ts'
import { wrongFuses } from '../../build/after-pack.ts'
import { wordFile } from '../support/resume-files.ts'
import { writeElectronStub } from './electron-stub.ts'

const root = join(import.meta.dirname, '..', '..')
const PACKAGING_MS = 240_000

const work = mkdtempSync(join(tmpdir(), 'career-copilot-package-'))
const packed = join(work, 'dist', 'linux-unpacked')
const asar = join(packed, 'resources', 'app.asar')
const system = `${process.platform}-${process.arch}`
const inPlaywright = (path: string) => `/node_modules/playwright-core/${path}`
let listing: readonly string[] = []

beforeAll(() => {
  if (process.platform !== 'linux') return
  const stub = writeElectronStub(join(work, 'electron'))
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const args = ['--config', 'build/electron-builder.yml', '--publish', 'never', '--dir', `-c.electronDist=${stub}`]
  execFileSync(process.execPath, [builder, ...args, `-c.directories.output=${join(work, 'dist')}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  listing = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
}, PACKAGING_MS)

afterAll(() => rmSync(work, { recursive: true, force: true }))

function isFolder(path: string): boolean {
  return listing.some((other) => other.startsWith(`${path}/`))
}

function textOf(path: string): string {
  return extractFile(asar, path.slice(1)).toString('utf8')
}

// The stand-in for Electron has the layout of Linux; on other systems tests/electron looks at the real package.
describe.runIf(process.platform === 'linux')('the package', () => {
  test('holds the three bundles and what starts them', () => {
    for (const path of [
      '/package.json',
      '/out/main/index.js',
      '/out/main/cli.js',
      '/out/main/documents-worker.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
    ]) {
      expect(listing).toContain(path)
    }
    const manifest = JSON.parse(textOf('/package.json')) as Record<string, unknown>
    expect(manifest['main']).toBe('out/main/index.js')
    expect(manifest).not.toHaveProperty('devDependencies')
    // Without it no package for Debian is made.
    expect(manifest['homepage']).toMatch(/^https:\/\//)
  })

  test('the start page and its scripts are in the package', () => {
    const page = textOf('/out/renderer/index.html')
    const loaded = [...page.matchAll(/(?:src|href)="\.?(\/assets\/[^"]+)"/g)].map(
      (match) => `/out/renderer${match[1] ?? ''}`,
    )
    expect(loaded.length).toBeGreaterThan(0)
    expect(listing).toEqual(expect.arrayContaining(loaded))
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
  })

  test('the migrations travel inside the main bundle', () => {
    const scripts = listing.filter((path) => /^\/out\/main\/.*\.js$/.test(path))
    expect(scripts.some((path) => textOf(path).includes('CREATE TABLE `job`'))).toBe(true)
  })

  test('the only native binaries are SQLite and the keychain for this system, and they lie outside the archive', () => {
    const sqlite = `/node_modules/better-sqlite3/prebuilds/${system}.node`
    const keyring = `/node_modules/@napi-rs/keyring-${system}-gnu/keyring.${system}-gnu.node`
    const binaries = listing.filter((path) => path.endsWith('.node'))
    expect(binaries.toSorted()).toEqual([keyring, sqlite])
    for (const path of binaries) expect(existsSync(join(`${asar}.unpacked`, path))).toBe(true)
  })

  test('the only packages are the two addons and Playwright, without their sources', () => {
    const packages = listing.filter((path) => /^\/node_modules\/(@[^/]+\/)?[^/@]+$/.test(path))
    expect(packages.toSorted()).toEqual([
      '/node_modules/@napi-rs/keyring',
      `/node_modules/@napi-rs/keyring-${system}-gnu`,
      '/node_modules/better-sqlite3',
      '/node_modules/playwright-core',
    ])
    expect(readdirSync(join(`${asar}.unpacked`, 'node_modules')).toSorted()).toEqual(['@napi-rs', 'better-sqlite3'])
    expect(listing.filter((path) => /\.(c|cc|cpp|h|gyp)$|\/deps\//.test(path))).toEqual([])
  })

  test('Playwright comes without its viewers, its tools and what installs browsers, and with its licences', () => {
    const own = listing.filter((path) => path.startsWith('/node_modules/playwright-core/') && !isFolder(path))
    expect(own.filter((path) => /\/(vite|tools|entry|types|bin)\/|cli\.js$|\.(html|css|ps1|sh)$/.test(path))).toEqual(
      [],
    )
    expect(own).toEqual(expect.arrayContaining(['LICENSE', 'NOTICE', 'ThirdPartyNotices.txt'].map(inPlaywright)))
  })

  test('nothing else is in the package: no sources, tests, maps, notes or settings of tools', () => {
    const allowed =
      /^\/(package\.json|out\/(main|preload|renderer)\/|node_modules\/(better-sqlite3|playwright-core|@napi-rs)\/|resources\/icons\/(tray|linux)\/)/
    const files = listing.filter((path) => !isFolder(path))
    expect(files.filter((path) => !allowed.test(path))).toEqual([])
    const unwanted = files.filter((path) => /\.(map|ts|tsx|md|test\.js|tsbuildinfo|db)$|fixtures/.test(path))
    // The licences of what is compiled into the keychain's addon go with it.
    expect(unwanted).toEqual([`/node_modules/@napi-rs/keyring-${system}-gnu/LICENSE.third-party.md`])
  })

  test('no file of the package names a folder of the machine that built it', () => {
    const texts = listing.filter((path) => !isFolder(path) && /\.(js|cjs|json|html|css)$/.test(path))
    expect(texts.filter((path) => textOf(path).includes(root))).toEqual([])
  })

  test('its program has its name and its fuses', async () => {
    expect(await wrongFuses(join(packed, 'career-copilot'))).toEqual([])
  })

  describe('what is packed runs by itself', () => {
    const app = join(work, 'app')
    const cli = (...args: string[]) =>
      execFileSync(process.execPath, [join(app, 'out', 'main', 'cli.js'), ...args, '--home', join(work, 'home')], {
        encoding: 'utf8',
        // A bus that nobody answers on: the addon is loaded, and no keyring of this machine is reached.
        env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' },
      })
    beforeAll(() => extractAll(asar, app))

    test('its command line opens a database in an empty folder', () => {
      expect(JSON.parse(cli('health', '--json'))).toBeTypeOf('object')
    })

    test('its helper loads the keychain’s addon', () => {
      expect(JSON.parse(cli('keys', 'list', '--json'))).toMatchObject({ store: { kind: 'file' } })
      const log = readFileSync(join(work, 'home', 'logs', 'career-copilot.log'), 'utf8')
      expect(log).toMatch(/DBus error/)
      expect(log).not.toMatch(/native binding|Cannot find/)
    })

    test('its thread reads a résumé', () => {
      const file = join(work, 'cv.docx')
      writeFileSync(file, wordFile(['Ada Byron', 'ada@example.com', 'Experience', '2019 – 2020 ACME']))
      expect(JSON.parse(cli('resume', 'import', file, '--json'))).toMatchObject({
        status: 'ok',
        email: 'ada@example.com',
      })
    })

    test('Playwright can be loaded', () => {
      const script = "import('playwright-core').then(({ chromium }) => process.stdout.write(chromium.name()))"
      const file = join(app, 'out', 'main', 'try-playwright.js')
      writeFileSync(file, script)
      expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('chromium')
    })
  })
})

test('packages and the running app give the system one name', () => {
  expect(readFileSync(join(root, 'build/electron-builder.yml'), 'utf8')).toContain(`appId: ${APP_ID}\n`)
})
