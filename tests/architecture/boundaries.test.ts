import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkBoundaries } from '../../scripts/check/boundaries.ts'
import { checkBuiltGraphs } from '../../scripts/check/built-graphs.ts'
import { findCircles } from '../../scripts/check/circles.ts'
import { checkFileSizes } from '../../scripts/check/file-sizes.ts'
import { tempDir } from '../support/profile.ts'

/** The checks themselves are tested on small trees that break one rule each: a check that cannot fail protects nothing. */
function tree(files: Readonly<Record<string, string>>): string {
  const root = tempDir()
  for (const folder of ['src', 'tests', 'scripts']) mkdirSync(join(root, folder))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const breaches: [string, Record<string, string>, RegExp][] = [
  [
    'a domain that imports Electron',
    { 'src/main/domains/a/a.ts': "import { app } from 'electron'" },
    /only shell\/electron/,
  ],
  [
    'a type import of Electron',
    { 'src/main/infra/a.ts': "import type { App } from 'electron'" },
    /only shell\/electron/,
  ],
  [
    'an import type of Electron',
    { 'src/main/core.ts': "export type A = import('electron').App" },
    /only shell\/electron/,
  ],
  [
    'a late import of Electron',
    { 'src/main/shell/cli/a.ts': "export const a = () => import('electron')" },
    /only shell\/electron/,
  ],
  [
    'a domain that imports a transport',
    { 'src/main/domains/a/a.ts': "import '../../transport/http/h.ts'" },
    /imports src\/main\/transport/,
  ],
  [
    'infra that imports a domain',
    { 'src/main/infra/db/a.ts': "export { a } from '#main/domains/a/a.ts'" },
    /\(infra\) imports/,
  ],
  [
    'a part of the core outside its root',
    { 'src/main/shell/cli/a.ts': "import '../../core/a-part.ts'", 'src/main/core/a-part.ts': '' },
    /\(shell\) imports src\/main\/core\/a-part/,
  ],
  ['a domain inside another', { 'src/main/domains/a/a.ts': "import '../b/b.repo.ts'" }, /past its service/],
  [
    'letters from outside infra/mail',
    { 'src/main/domains/a/a.ts': "import { createTransport } from 'nodemailer'" },
    /only infra\/mail sends letters/,
  ],
  [
    'SQLite outside its driver',
    { 'src/main/domains/a/a.ts': "import S from 'better-sqlite3'" },
    /only infra\/db\/driver/,
  ],
  [
    'the keychain inside the app’s own process',
    { 'src/main/shell/headless/a.ts': "export const a = () => import('@napi-rs/keyring')" },
    /only the keychain's helper/,
  ],
  [
    'a socket outside infra/http',
    { 'src/main/domains/a/a.ts': "import { request } from 'node:https'" },
    /only infra\/http/,
  ],
  [
    'a browser driven outside infra/browser',
    { 'src/main/domains/a/a.ts': "export const a = () => import('playwright-core')" },
    /only infra\/browser/,
  ],
  [
    'a socket in infra/browser',
    { 'src/main/infra/browser/a.ts': "import { connect } from 'node:net'" },
    /only infra\/http/,
  ],
  [
    'fetch outside infra/http',
    { 'src/main/domains/a/a.ts': "export const a = () => fetch('https://x')" },
    /uses fetch/,
  ],
  [
    'the environment in a domain',
    { 'src/main/domains/a/a.ts': 'export const a = process.env.HOME' },
    /uses process.env/,
  ],
  ['Node in the contract', { 'src/shared/a.ts': "import 'node:fs'" }, /needs only zod/],
  ['the core in the contract', { 'src/shared/a.ts': "import '../main/core.ts'" }, /\(shared\) imports/],
  ['the core in the renderer', { 'src/renderer/src/a.ts': "import '#main/core.ts'" }, /\(renderer\) imports/],
  ['Node in the renderer', { 'src/renderer/src/a.ts': "import 'node:path'" }, /no Node in the renderer/],
  ['a sibling feature', { 'src/renderer/src/features/a/a.ts': "import '../b/inside.ts'" }, /sibling feature/],
  ['domain words in ui', { 'src/renderer/src/ui/a.ts': "import '../features/a/index.ts'" }, /\(renderer-ui\) imports/],
  ['a file in no room', { 'src/elsewhere/a.ts': "import './b.ts'" }, /in no room/],
  ['a circle', { 'src/shared/a.ts': "import './b.ts'", 'src/shared/b.ts': "import './a.ts'" }, /circle/],
]

describe('import boundaries', () => {
  test.each(breaches)('%s is found', (_name, files, problem) => {
    expect(checkBoundaries(tree(files)).join('\n')).toMatch(problem)
  })

  test('what the design allows is not complained about', () => {
    const files = {
      'src/shared/a.ts': "import { z } from 'zod'\nexport const a = z",
      'src/main/domains/a/a.service.ts': "import { a } from '#shared/a.ts'\nimport { db } from '../../infra/db/x.ts'",
      'src/main/domains/b/b.ts':
        "import '../a/a.service.ts'\nimport data from '#resources/d.json' with { type: 'json' }",
      'src/main/infra/db/x.ts': 'export const db = 1',
      'src/renderer/src/features/a/a.ts': "import { b } from '../b/index.ts'",
      'src/main/shell/electron/a.ts': "import { app } from 'electron'",
    }
    expect(checkBoundaries(tree(files))).toEqual([])
  })

  test('circles of any length are found, and each only once', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', []],
      ['e', ['f']],
      ['f', ['e']],
    ])
    expect(findCircles(graph).map((circle) => circle.toSorted())).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ])
  })
})

describe('file sizes', () => {
  test('a file of more than 400 lines, and an entry of more than 40, are found', () => {
    const long = 'export {}\n'.repeat(401)
    const files = { 'src/main/domains/a/a.ts': long, 'src/main/cli.ts': 'export {}\n'.repeat(41) }
    expect(checkFileSizes(tree(files)).join('\n')).toMatch(/cli\.ts has 41 lines[\s\S]*a\.ts has 401 lines/)
  })
})

describe('built graphs', () => {
  const entry = (text: string, chunk = 'export {}') => ({
    'out/main/cli.js': text,
    'out/main/serve.js': 'export {}',
    'out/main/keychain.js': "await import('@napi-rs/keyring')",
    'out/main/documents-worker.js': 'export {}',
    'out/main/chunks/c.js': chunk,
  })

  test.each([
    ["import 'electron'", 'export {}'],
    ["export * from './chunks/c.js'", "import { app } from 'electron'"],
    ["const a = await import('./chunks/c.js')", "const e = require('electron')"],
    ["const a = await import('electron')", 'export {}'],
  ])('Electron reached by %s (%s) is found', (text, chunk) => {
    expect(checkBuiltGraphs(tree(entry(text, chunk))).join('\n')).toMatch(/cli\.js loads electron/)
  })

  test('Node’s own modules, SQLite and Playwright are what a bundle may load; the keychain only its helper', () => {
    const allowed = "import 'node:fs'\nimport S from 'better-sqlite3'\nawait import('playwright-core')"
    expect(checkBuiltGraphs(tree(entry(allowed)))).toEqual([])
    expect(checkBuiltGraphs(tree(entry("import 'zod'"))).join('')).toMatch(/loads zod/)
    expect(checkBuiltGraphs(tree(entry("import '@napi-rs/keyring'"))).join('')).toMatch(/cli\.js loads @napi-rs/)
  })
})
