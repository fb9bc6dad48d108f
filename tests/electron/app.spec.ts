import { expect, type ElectronApplication } from '@playwright/test'
import { cli, startAgain, test } from './desktop.ts'

/** Replaces what would leave the app by something that writes it down. */
async function recordOutside(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell, dialog }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    shell.openExternal = (url) => {
      seen.push(`open ${url}`)
      return Promise.resolve()
    }
    Object.assign(dialog, {
      showMessageBox: (options: { detail: string }) => {
        seen.push(`ask ${options.detail}`)
        return Promise.resolve({ response: 1, checkboxChecked: false })
      },
    })
  })
  return () => app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
}

async function clickMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    items.find((item) => item.label === wanted)?.click()
  }, label)
}

test('the window shows the jobs from app://, over a port, in a page without Node', async ({ desktop: { page } }) => {
  expect(new URL(page.url()).protocol).toBe('app:')
  await expect(page).toHaveTitle(/Jobs · Career Copilot/)
  const world = await page.evaluate(`({
    names: Object.keys(window.careerCopilot).toSorted(),
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  })`)
  expect(world).toEqual({ names: ['platform', 'requestPort'], node: [] })
})

test('the window has the guards that it was given', async ({ desktop: { app } }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return (contents as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})

test('a page cannot leave the app, and opens only secure links, outside', async ({ desktop: { app, page } }) => {
  const seen = await recordOutside(app)
  await page.evaluate(`
    window.location.assign('https://example.com/')
    window.open('https://example.com/job')
    window.open('http://example.com/job')
    window.open('file:///etc/passwd')
  `)
  await expect.poll(async () => (await seen()).length).toBe(3)
  const [opened, ...asked] = await seen()
  expect(opened).toBe('open https://example.com/job')
  expect(asked.map((text) => text.includes('http://example.com/job') || text.includes('file:///etc/passwd'))).toEqual([
    true,
    true,
  ])
  expect(new URL(page.url()).host).toBe('career-copilot')
  expect(app.windows()).toHaveLength(1)
})

test('scripts in the page run from files only, and nothing is fetched from elsewhere', async ({
  desktop: { page },
}) => {
  const outcome = await page.evaluate(`(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.hasRunInline = true'
    document.body.append(script)
    const tried = async (work) => work().then(() => 'done', () => 'refused')
    return {
      hasRunInline: 'hasRunInline' in window,
      evaluated: await tried(async () => new Function('return 1')()),
      fetched: await tried(() => fetch('http://127.0.0.1:9/')),
    }
  })()`)
  expect(outcome).toEqual({ hasRunInline: false, evaluated: 'refused', fetched: 'refused' })
})

test('a page is denied what it asks of the system, and may write the clipboard', async ({ desktop: { page } }) => {
  const granted = await page.evaluate(`(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'clipboard-write']
    const states = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    return names.filter((_name, index) => states[index].state === 'granted')
  })()`)
  expect(granted).toEqual(['clipboard-write'])
})

/** Is gone when the page is loaded anew. */
const MARK = 'window.isSamePage = true'

test('menus lead to screens without loading the page anew', async ({ desktop: { app, page } }) => {
  await page.evaluate(MARK)
  await clickMenu(app, 'Settings…')
  await expect(page).toHaveTitle(/Settings/)
  expect(await page.evaluate(`'isSamePage' in window`)).toBe(true)
})

test('a page whose process dies is loaded again', async ({ desktop: { app, page } }) => {
  await page.evaluate(MARK)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  const isBack = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return false
      return (await contents.executeJavaScript('!("isSamePage" in window) && document.title !== ""')) as boolean
    })
  await expect.poll(isBack, { timeout: 20_000 }).toBe(true)
})

test('a second start ends at once and leaves the first window', async ({ desktop: { app, page, home } }) => {
  expect(startAgain(home)).toBe(0)
  expect(app.windows()).toHaveLength(1)
  await expect(page).toHaveTitle(/Career Copilot/)
})

test('quitting ends the process with 0 and leaves a sound profile', async ({ desktop: { app, home } }) => {
  const child = app.process()
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => undefined)
  expect(await exited).toBe(0)
  expect(JSON.parse(cli(['health', '--json', '--home', home]))).toHaveProperty('state')
})
