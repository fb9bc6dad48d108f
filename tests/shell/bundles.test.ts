import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const out = join(import.meta.dirname, '..', '..', 'out')
const preload = readFileSync(join(out, 'preload', 'index.cjs'), 'utf8')

/** Specifiers of everything a built file loads, statically, lazily or by require. */
function loadedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const quoted = '["\'`]([^"\'`\\n]+)["\'`]'
  const forms = [
    `\\bfrom\\s*${quoted}`,
    `\\bimport\\s*${quoted}`,
    `\\bimport\\(\\s*${quoted}`,
    `\\brequire\\(\\s*${quoted}`,
  ]
  return forms.flatMap((form) => [...text.matchAll(new RegExp(form, 'g'))].map((match) => match[1] ?? ''))
}

function graphOf(entry: string): { files: Set<string>; outside: Set<string> } {
  const files = new Set<string>()
  const outside = new Set<string>()
  const queue = [join(out, 'main', entry)]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue
    files.add(file)
    for (const specifier of loadedBy(file)) {
      if (specifier.startsWith('./') || specifier.startsWith('../')) queue.push(resolve(dirname(file), specifier))
      else outside.add(specifier)
    }
  }
  return { files, outside }
}

test('the preload is a script that a sandbox can load, and shows the page exactly two names', () => {
  const shown = [...preload.matchAll(/exposeInMainWorld\([`'"](\w+)[`'"],\{([^}]*)\}/g)]
  expect(shown).toHaveLength(1)
  const names = shown[0]?.[2]?.split(',').map((pair) => pair.split(':')[0])
  expect([shown[0]?.[1], names]).toEqual(['careerCopilot', ['platform', 'requestPort']])
  expect(loadedBy(join(out, 'preload', 'index.cjs'))).toEqual(['electron'])
})

test('the preload hands over ports and nothing else of Electron or Node', () => {
  expect(preload.match(/ipcRenderer\.\w+/g)).toEqual(['ipcRenderer.postMessage'])
  expect(preload).not.toMatch(/process\.(?!platform)|executeJavaScript|webFrame|invoke|sendSync|eval/)
})

test('a port that the page asks for has one end in the main process and the other in the page', () => {
  const shown: Record<string, { requestPort: () => void }> = {}
  const sent: unknown[] = []
  class MessageChannel {
    readonly port1 = 'one end'
    readonly port2 = 'the other end'
  }
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: { requestPort: () => void }) => (shown[name] = api) },
    ipcRenderer: { postMessage: (...message: unknown[]) => sent.push(['main', ...message]) },
  }
  const window = {
    location: { origin: 'app://career-copilot' },
    postMessage: (...message: unknown[]) => sent.push(['page', ...message]),
  }
  runInNewContext(preload, { require: () => electron, window, MessageChannel, process: { platform: 'linux' } })
  expect(sent).toEqual([])
  shown['careerCopilot']?.requestPort()
  expect(JSON.parse(JSON.stringify(sent))).toEqual([
    ['main', 'career-copilot:connect', null, ['one end']],
    ['page', 'career-copilot:port', 'app://career-copilot', ['the other end']],
  ])
})

test('Electron is reached from the desktop entry alone: no other bundle loads it', () => {
  expect([...graphOf('index.js').outside]).toContain('electron')
  for (const entry of ['cli.js', 'serve.js']) {
    const { files, outside } = graphOf(entry)
    expect(files.size).toBeGreaterThan(1)
    expect([...outside].filter((specifier) => specifier.startsWith('electron'))).toEqual([])
  }
})

test('what draws documents is reached from its thread alone, and the thread reaches no database', () => {
  const drawing = (entry: string) =>
    [...graphOf(entry).files].filter((file) => /(react-pdf|noto-s|inter-)[^/]*$/.test(file))
  expect(drawing('documents-worker.js').length).toBeGreaterThan(3)
  for (const entry of ['index.js', 'cli.js', 'serve.js']) expect(drawing(entry)).toEqual([])
  const outside = [...graphOf('documents-worker.js').outside]
  expect(outside.filter((specifier) => /sqlite|electron|playwright|keyring/.test(specifier))).toEqual([])
})

test('every file of the main bundle belongs to one of its five entries', () => {
  const reached = new Set(
    ['index.js', 'cli.js', 'serve.js', 'keychain.js', 'documents-worker.js'].flatMap((entry) => [
      ...graphOf(entry).files,
    ]),
  )
  const built = readdirSync(join(out, 'main'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(built.filter((file) => !reached.has(file)).map((file) => relative(out, file))).toEqual([])
})
