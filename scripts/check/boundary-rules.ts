/** The design's import rules as a table: which zone a file is in, and which zones it may import. */

const ZONES: readonly [string, RegExp][] = [
  ['shared', /^src\/shared\//],
  ['preload', /^src\/preload\//],
  ['renderer-feature', /^src\/renderer\/src\/features\//],
  ['renderer-ui', /^src\/renderer\/src\/ui\//],
  ['renderer', /^src\/renderer\//],
  ['entry', /^src\/main\/(index|serve|cli|keychain|documents-worker)\.ts$/],
  ['shell-electron', /^src\/main\/shell\/electron\//],
  ['shell', /^src\/main\/shell\//],
  ['transport', /^src\/main\/transport\//],
  ['domains', /^src\/main\/domains\//],
  ['infra', /^src\/main\/infra\//],
  ['core', /^src\/main\/(core|ports|router|version)\.ts$/],
  ['core-part', /^src\/main\/(core|router)\//],
  ['data', /^(resources\/|package\.json$)/],
]

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  preload: ['preload', 'shared'],
  'renderer-ui': ['renderer-ui'],
  'renderer-feature': ['renderer-feature', 'renderer-ui', 'renderer', 'shared'],
  renderer: ['renderer', 'renderer-feature', 'renderer-ui', 'shared'],
  entry: ['shell', 'shell-electron', 'core'],
  'shell-electron': ['shell-electron', 'shell', 'transport', 'core', 'domains', 'infra', 'shared'],
  shell: ['shell', 'transport', 'core', 'domains', 'infra', 'shared'],
  transport: ['transport', 'core', 'shared'],
  domains: ['domains', 'infra', 'shared', 'data'],
  infra: ['infra', 'shared', 'data'],
  core: ['core', 'core-part', 'domains', 'infra', 'shared', 'data'],
  'core-part': ['core-part', 'core', 'domains', 'infra', 'shared', 'data'],
}

const SHARED_PACKAGES = /^(zod|@orpc\/contract)$/
const SQLITE = /^(better-sqlite3|drizzle-orm\/better-sqlite3|node:sqlite)$/
const KEYCHAIN = /^@napi-rs\/keyring$/
const SOCKETS = /^(got|undici|axios|node:(http|https|http2|net|tls|dgram)|(http|https|net|tls))$/
/** What drives a browser: it reaches the internet, too, and must not without the guard. */
const DRIVERS = /^(playwright|playwright-core|puppeteer|puppeteer-core)($|\/)/
/** The one other way out: SMTP is no HTTP, and has neither pages nor redirects to be guarded against (decision 0019). */
const MAIL = /^nodemailer($|\/)/
const MAY_OPEN_SOCKETS = /^src\/main\/(infra\/http|transport\/http)\//

/** What is wrong with `file` importing the project's own `target`. */
export function zoneRules(file: string, target: string): string[] {
  const from = zoneOf(file)
  const to = zoneOf(target)
  if (from === null) return [`${file} is in no room of the design`]
  if (to === null || !(MAY_IMPORT[from] ?? []).includes(to)) return [`${file} (${from}) imports ${target} (${to})`]
  if (from === 'domains') return domainRules(file, target)
  if (from === 'renderer-feature' && to === 'renderer-feature' && isSiblingsInside(file, target)) {
    return [`${file} reaches into the sibling feature ${target}`]
  }
  return []
}

/** A feature shows its face in index.ts; the rest of it is its own. */
function isSiblingsInside(file: string, target: string): boolean {
  return part(file, 4) !== part(target, 4) && part(target, 5) !== 'index.ts'
}

function domainRules(file: string, target: string): string[] {
  if (!target.startsWith('src/main/domains/') || part(file, 3) === part(target, 3)) return []
  return target.endsWith('.service.ts') ? [] : [`${file} reaches into another domain past its service: ${target}`]
}

/** What is wrong with `file` importing the package `specifier`. */
export function outsideRules(file: string, specifier: string): string[] {
  const problems: string[] = []
  const isElectron = /^electron(-store|-updater)?($|\/)/.test(specifier)
  if (isElectron && !/^src\/(main\/shell\/electron|preload)\//.test(file)) {
    problems.push(`${file} imports ${specifier}: only shell/electron and preload may`)
  }
  if (file.startsWith('src/shared/') && !SHARED_PACKAGES.test(specifier)) {
    problems.push(`${file} imports ${specifier}: the contract needs only zod and the contract builder`)
  }
  if (/^src\/(renderer|preload)\//.test(file) && specifier.startsWith('node:')) {
    problems.push(`${file} imports ${specifier}: there is no Node in the renderer`)
  }
  if (SQLITE.test(specifier) && file !== 'src/main/infra/db/driver.ts') {
    problems.push(`${file} imports ${specifier}: only infra/db/driver.ts may`)
  }
  if (KEYCHAIN.test(specifier) && file !== 'src/main/shell/headless/secret-store/keychain-helper.ts') {
    problems.push(`${file} imports ${specifier}: only the keychain's helper, which is a process of its own, may`)
  }
  if (DRIVERS.test(specifier) && !file.startsWith('src/main/infra/browser/')) {
    problems.push(`${file} imports ${specifier}: only infra/browser drives a browser`)
  }
  if (MAIL.test(specifier) && !file.startsWith('src/main/infra/mail/')) {
    problems.push(`${file} imports ${specifier}: only infra/mail sends letters`)
  }
  if (SOCKETS.test(specifier) && !MAY_OPEN_SOCKETS.test(file)) {
    problems.push(`${file} imports ${specifier}: only infra/http reaches the internet, only transport/http listens`)
  }
  return problems
}

function zoneOf(path: string): string | null {
  return ZONES.find(([, pattern]) => pattern.test(path))?.[0] ?? null
}

function part(path: string, index: number): string | undefined {
  return path.split('/')[index]
}
