import { expect, test } from 'vitest'
import {
  isPermitted,
  isTrustedSender,
  mayDownload,
  mayNavigate,
  mayRequest,
  type Permission,
} from '#main/shell/electron/security/guards.ts'
import { ownPages } from '#main/shell/electron/security/own-pages.ts'
import { webPreferences } from '#main/shell/electron/security/web-preferences.ts'

const pages = ownPages(null)
const devPages = ownPages('http://localhost:5173')

test.each([
  ['app://career-copilot/jobs', true],
  ['app://career-copilot.example/jobs', false],
  ['app://other/jobs', false],
  ['https://example.com/', false],
  ['http://127.0.0.1:5173/', false],
  ['file:///home/me/cv.pdf', false],
  ['data:text/html,<script>1</script>', false],
  ['blob:app://career-copilot/1', false],
  ['javascript:alert(1)', false],
  ['about:blank', false],
  ['', false],
])('the main frame may go to %s: %s', (url, isAllowed) => {
  expect(mayNavigate({ url, isMainFrame: true, pages })).toBe(isAllowed)
})

test('an embedded frame may go nowhere, not even to our own pages', () => {
  expect(mayNavigate({ url: 'app://career-copilot/jobs', isMainFrame: false, pages })).toBe(false)
})

test.each([
  ['app://career-copilot/assets/x.js', true],
  ['data:image/png;base64,AA', true],
  ['devtools://devtools/bundled/x.js', true],
  ['https://example.com/pixel.gif', false],
  ['http://127.0.0.1:8080/', false],
  ['ws://localhost:5173/', false],
  ['wss://example.com/', false],
  ['ftp://example.com/', false],
  ['file:///etc/passwd', false],
  ['nonsense', false],
])('a page may request %s: %s', (url, isAllowed) => {
  expect(mayRequest(url, pages)).toBe(isAllowed)
})

test('in development the server with the screens, and only that, is reached over http and ws', () => {
  expect(mayRequest('http://localhost:5173/src/main.tsx', devPages)).toBe(true)
  expect(mayRequest('ws://localhost:5173/?token=1', devPages)).toBe(true)
  expect(mayRequest('ws://localhost:9999/', devPages)).toBe(false)
  expect(mayRequest('https://example.com/', devPages)).toBe(false)
})

test.each([
  ['blob:app://career-copilot/5f0c', true],
  ['blob:app://career-copilot.evil/5f0c', false],
  ['blob:https://example.com/5f0c', false],
  ['blob:null/5f0c', false],
  ['https://example.com/setup.exe', false],
  ['app://career-copilot/assets/x.js', false],
  ['data:text/html,x', false],
  ['', false],
])('what a page made itself is saved, nothing else: %s %s', (url, isAllowed) => {
  expect(mayDownload(url, pages)).toBe(isAllowed)
})

const DENIED: readonly Permission[] = [
  'media',
  'display-capture',
  'geolocation',
  'notifications',
  'clipboard-read',
  'fullscreen',
  'openExternal',
  'usb',
  'hid',
  'serial',
  'midiSysex',
  'fileSystem',
  'local-fonts',
  'local-network-access',
  'window-management',
  'storage-access',
  'web-app-installation',
  'unknown',
]

test.each(DENIED)('%s is denied to our own page', (permission) => {
  expect(isPermitted({ permission, pageUrl: 'app://career-copilot/', pages })).toBe(false)
})

test('our page may write the clipboard; no other page may', () => {
  const permission = 'clipboard-sanitized-write'
  expect(isPermitted({ permission, pageUrl: 'app://career-copilot/jobs', pages })).toBe(true)
  expect(isPermitted({ permission, pageUrl: 'https://example.com/', pages })).toBe(false)
  expect(isPermitted({ permission, pageUrl: '', pages })).toBe(false)
})

const own = { url: 'app://career-copilot/jobs', parent: null }

test.each([
  ['the main frame of our window', { frame: own, isMainWindow: true }, true],
  ['a frame that is gone', { frame: null, isMainWindow: true }, false],
  ['an embedded frame with our address', { frame: { ...own, parent: own }, isMainWindow: true }, false],
  ['another window with our address', { frame: own, isMainWindow: false }, false],
  [
    'our window after it was led away',
    { frame: { url: 'https://example.com/', parent: null }, isMainWindow: true },
    false,
  ],
  [
    'a page that only looks like ours',
    { frame: { url: 'app://career-copilot.evil/', parent: null }, isMainWindow: true },
    false,
  ],
])('a port from %s is answered: %o %s', (_who, sender, isTrusted) => {
  expect(isTrustedSender(sender, pages)).toBe(isTrusted)
})

test('pages live in a sandbox, in a world of their own, without Node', () => {
  expect(webPreferences({ preloadPath: '/p', hasDevTools: false, platform: 'linux' })).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    devTools: false,
  })
})

test('the spelling checker is on only where it downloads nothing', () => {
  const isOn = (platform: NodeJS.Platform) =>
    webPreferences({ preloadPath: '/p', hasDevTools: false, platform }).spellcheck
  expect([isOn('darwin'), isOn('linux'), isOn('win32')]).toEqual([true, false, false])
})
