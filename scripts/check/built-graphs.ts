import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

/** Modules a built entry may load from outside its bundle. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'cli.js': ['better-sqlite3', 'playwright-core'],
  'serve.js': ['better-sqlite3', 'playwright-core'],
  'keychain.js': ['@napi-rs/keyring'],
  'documents-worker.js': [],
}

/** Follows what the built command line, host, helper and thread load, statically or not: none may ever reach Electron. */
export function checkBuiltGraphs(root: string): string[] {
  return Object.entries(ALLOWED).flatMap(([entry, allowed]) => {
    const start = join(root, 'out', 'main', entry)
    if (!existsSync(start)) return [`out/main/${entry} was not built`]
    const outside = reach(start)
    return [...outside]
      .filter((specifier) => !specifier.startsWith('node:') && !allowed.includes(specifier))
      .map((specifier) => `out/main/${entry} loads ${specifier}`)
  })
}

function reach(start: string): Set<string> {
  const seen = new Set<string>()
  const outside = new Set<string>()
  const queue = [start]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const specifier of specifiersOf(file)) {
      if (specifier.startsWith('.')) queue.push(resolve(dirname(file), specifier))
      else outside.add(isBuiltin(specifier) ? `node:${specifier.replace(/^node:/, '')}` : specifier)
    }
  }
  return outside
}

function isBuiltin(specifier: string): boolean {
  return process.getBuiltinModule(specifier) !== undefined
}

function specifiersOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const { module } = parseSync(file, text)
  const fixed = module.staticImports.map((entry) => entry.moduleRequest.value)
  const reexports = module.staticExports.flatMap((group) =>
    group.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
  )
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = text.slice(moduleRequest.start, moduleRequest.end)
    return /^[`'"]/.test(literal) ? [literal.slice(1, -1)] : []
  })
  const required = [...text.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1] ?? '')
  return [...fixed, ...reexports, ...dynamic, ...required]
}
