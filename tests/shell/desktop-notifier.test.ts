import { describe, expect, test } from 'vitest'
import { createDesktopNotifier } from '#main/shell/electron/life/desktop-notifier.ts'
import { screenOf } from '#main/shell/electron/window/screens.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { silentLog } from '../support/silent-log.ts'
import { fakeNotices, type SystemAnswer } from './desktop-fakes.ts'

function bench(answer: SystemAnswer, platform: NodeJS.Platform = 'darwin') {
  const clock = createFakeClock()
  const { notices, shown } = fakeNotices(answer)
  const opened: (string | null)[] = []
  const notifier = createDesktopNotifier({ notices, clock, log: silentLog, platform })
  notifier.leadTo((path) => opened.push(path))
  return { clock, notifier, shown, opened }
}

const NOTICE = { title: 'Interview in an hour', body: 'Kranich', path: '/applications/7' }

describe('a message on the desktop', () => {
  test('is shown, and a click on it leads to its screen', async () => {
    const { notifier, shown, opened } = bench('shows')
    expect(await notifier.show(NOTICE)).toBe(true)
    expect(shown.map(({ text }) => text)).toEqual([{ title: 'Interview in an hour', body: 'Kranich' }])
    shown[0]?.click()
    expect(opened).toEqual(['/applications/7'])
  })

  test.each([
    ['linux', 'R&amp;D &lt;img src=http://a.example/&gt;'],
    ['darwin', 'R&D <img src=http://a.example/>'],
    ['win32', 'R&D <img src=http://a.example/>'],
  ] as const)('says what it says and is no markup on %s', async (platform, body) => {
    const { notifier, shown } = bench('shows', platform)
    await notifier.show({ title: 'R&D <Labs>', body: 'R&D <img src=http://a.example/>', path: null })
    expect(shown.map(({ text }) => text)).toEqual([{ title: 'R&D <Labs>', body }])
  })

  test.each(['fails', 'is_unsupported'] as const)('is not shown by a system that %s', async (answer) => {
    expect(await bench(answer).notifier.show(NOTICE)).toBe(false)
  })

  test('of which the system says nothing counts as not shown after a while', async () => {
    const { notifier, clock } = bench('says_nothing')
    const shown = notifier.show(NOTICE)
    await clock.advance(10_000)
    expect(await shown).toBe(false)
    expect(clock.pending()).toBe(0)
  })
})

test.each([
  ['/applications/7', '/applications/7'],
  ['/jobs?sort=match', '/jobs?sort=match'],
  [null, '/inbox'],
  ['//evil.example', '/inbox'],
  ['/\\evil.example', '/inbox'],
  ['https://evil.example', '/inbox'],
  ['javascript:alert(1)', '/inbox'],
  ['', '/inbox'],
])('a message that leads to %j opens the screen %s', (path, screen) => expect(screenOf(path)).toBe(screen))
