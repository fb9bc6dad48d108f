import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempDir } from '../../../../tests/support/profile.ts'
import { createBrowserProfile } from './browser-profile.ts'

test('a profile is a new folder for this user alone, and goes with all that is in it', async () => {
  const root = tempDir()
  const [one, two] = [await createBrowserProfile(root), await createBrowserProfile(root)]
  expect(one.dir).not.toBe(two.dir)
  const forOthers = process.platform === 'win32' ? 0 : statSync(one.dir).mode & 0o077
  expect(forOthers).toBe(0)
  mkdirSync(join(one.dir, 'Default'))
  writeFileSync(join(one.dir, 'Default', 'Cookies'), 'x')
  await one.remove()
  await one.remove()
  expect(readdirSync(root)).toEqual([two.dir.slice(root.length + 1)])
})

test('what a process that ended has left there goes, and nothing else', async () => {
  const root = tempDir()
  const ended = spawnSync(process.execPath, ['--eval', '']).pid
  const names = [
    `career-copilot-browser-${ended}-aB3`,
    `career-copilot-browser-${process.ppid}-aB3`,
    'career-copilot-browser-x',
    'other',
  ]
  for (const name of names) mkdirSync(join(root, name))
  await createBrowserProfile(root)
  expect(names.map((name) => existsSync(join(root, name)))).toEqual([false, true, true, true])
})
