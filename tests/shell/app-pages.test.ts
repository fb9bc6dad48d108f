import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAppResponder } from '#main/shell/electron/security/app-responder.ts'
import { APP_ORIGIN, ownPages, resolveAppUrl } from '#main/shell/electron/security/own-pages.ts'
import { CONTENT_SECURITY_POLICY } from '#main/transport/security-headers.ts'
import { tempDir } from '../support/profile.ts'

test.each([
  ['app://career-copilot/', '/'],
  ['app://career-copilot', '/'],
  ['app://career-copilot/assets/index-0WPcjTuj.js', '/assets/index-0WPcjTuj.js'],
  ['app://career-copilot/jobs?text=a..b#/../x', '/jobs'],
  ['app://career-copilot/a%20b.svg', '/a%20b.svg'],
  // The parser resolves plain and encoded dots before anybody sees them; what is left stays inside.
  ['app://career-copilot/../../etc/passwd', '/etc/passwd'],
  ['app://career-copilot/%2e%2e/%2E%2E/etc/passwd', '/etc/passwd'],
])('%s is the path %s of our own pages', (url, path) => {
  expect(resolveAppUrl(url)).toBe(path)
})

test.each([
  'app://career-copilot/..%2f..%2fetc/passwd',
  'app://career-copilot/..%5c..%5cwindows/win.ini',
  'app://career-copilot/%252e%252e%252fpackage.json',
  'app://career-copilot/%25252e%25252e%25252fpackage.json',
  'app://career-copilot/assets/..%2F..%2Fpackage.json',
  'app://career-copilot/C:/windows/win.ini',
  'app://career-copilot/index.html::$DATA',
  'app://career-copilot/index.html%00.js',
  'app://career-copilot/%ff',
  'app://career-copilot/%',
  'app://career-copilot.example/index.html',
  'app://example/index.html',
  'app://user@career-copilot/index.html',
  'app://career-copilot:80/index.html',
  'APP-EVIL://career-copilot/index.html',
  'https://career-copilot/index.html',
  'file:///etc/passwd',
  'career-copilot/index.html',
  '',
])('%s is no page of ours', (url) => {
  expect(resolveAppUrl(url)).toBeNull()
})

function rendererFolder(): string {
  const dir = join(tempDir(), 'renderer')
  mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>start</title>')
  writeFileSync(join(dir, 'assets', 'index-12345678.js'), 'export {}')
  writeFileSync(join(dir, '..', 'secret.json'), '{"key":1}')
  return dir
}

test('the built screens are served with their type, under the policy of the loopback host', async () => {
  const respond = createAppResponder(rendererFolder())
  const script = await respond(new Request(`${APP_ORIGIN}/assets/index-12345678.js`))
  expect(script.status).toBe(200)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await script.text()).toBe('export {}')
  expect(script.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
  expect(script.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a route of the app answers with the start page, so that a reload works anywhere', async () => {
  const respond = createAppResponder(rendererFolder())
  const page = await respond(new Request(`${APP_ORIGIN}/jobs?text=python`))
  expect(await page.text()).toContain('<title>start</title>')
})

test.each([`${APP_ORIGIN}/..%2fsecret.json`, `${APP_ORIGIN}/nowhere.js`, 'app://example/index.html'])(
  '%s answers 404, under the policy',
  async (url) => {
    const answer = await createAppResponder(rendererFolder())(new Request(url))
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('key')
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
  },
)

test('only reading is answered; HEAD has no body', async () => {
  const respond = createAppResponder(rendererFolder())
  expect((await respond(new Request(`${APP_ORIGIN}/`, { method: 'POST', body: 'x' }))).status).toBe(405)
  const head = await respond(new Request(`${APP_ORIGIN}/`, { method: 'HEAD' }))
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('the policy allows no inline script and no eval', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
  expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';")
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe-eval')
})

test('in development the server on this machine is ours, and app:// is not', () => {
  const pages = ownPages('http://localhost:5173')
  expect(pages.startUrl).toBe('http://localhost:5173/')
  expect(pages.isOwn('http://localhost:5173/jobs')).toBe(true)
  expect(pages.isOwn('http://localhost:5174/')).toBe(false)
  expect(pages.isOwn(`${APP_ORIGIN}/`)).toBe(false)
})

test.each(['https://example.com', 'http://localhost.example.com', 'file:///tmp/x.html', 'nonsense', null])(
  'a development server at %s is ignored',
  (url) => {
    expect(ownPages(url).startUrl).toBe(`${APP_ORIGIN}/`)
  },
)
