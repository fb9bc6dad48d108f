import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempDir } from '../../../../tests/support/profile.ts'
import { browserPlaces, findBrowser, isProgram, type ThisSystem } from './find-browser.ts'

function system(platform: string, variables: Readonly<Record<string, string>>): ThisSystem {
  return { platform, variable: (name) => variables[name] ?? null }
}

describe('the places of browsers', () => {
  test('on Windows are in the folders that its variables name, and in no other', () => {
    const places = browserPlaces(
      system('win32', { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' }),
    )
    expect(places[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
    expect(places).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe')
    expect(places).toContain('C:\\Users\\ada\\AppData\\Local\\BraveSoftware\\Brave-Browser\\Application\\brave.exe')
    expect(places.every((place) => place.startsWith('C:\\') && !place.includes('$'))).toBe(true)
    expect(browserPlaces(system('win32', {}))).toEqual([])
  })

  test('on a Mac are the applications of the machine and of the user', () => {
    const places = browserPlaces(system('darwin', { HOME: '/Users/ada' }))
    expect(places.slice(0, 2)).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ])
    expect(browserPlaces(system('darwin', {})).some((place) => place.includes('Users'))).toBe(false)
  })

  test('on Linux are on the search path, folder by folder, and where packages put them', () => {
    const places = browserPlaces(system('linux', { PATH: '/usr/local/bin:relative:/usr/bin::' }))
    expect(places.slice(0, 4)).toEqual([
      '/usr/local/bin/google-chrome-stable',
      '/usr/bin/google-chrome-stable',
      '/usr/local/bin/google-chrome',
      '/usr/bin/google-chrome',
    ])
    expect(places.filter((place) => place === '/usr/bin/chromium')).toHaveLength(1)
    expect(places.at(-1)).toBe('/snap/bin/chromium')
    expect(browserPlaces(system('linux', {}))).toContain('/usr/bin/chromium')
  })

  test('on other systems are not known', () => {
    expect(browserPlaces(system('freebsd', { PATH: '/usr/bin' }))).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('the browser that is found', () => {
  test('is the most wanted one that may be run', async () => {
    const dir = tempDir()
    const put = (name: string, mode: number) => {
      writeFileSync(join(dir, name), '#!/bin/sh\n')
      chmodSync(join(dir, name), mode)
    }
    mkdirSync(join(dir, 'google-chrome-stable'))
    put('google-chrome', 0o644)
    put('microsoft-edge', 0o755)
    put('brave-browser', 0o755)
    const places = browserPlaces(system('linux', { PATH: dir })).filter((place) => place.startsWith(dir))
    const found = []
    for (const place of places) if (await isProgram(place)) found.push(place)
    expect(found).toEqual([join(dir, 'microsoft-edge'), join(dir, 'brave-browser')])
  })

  test('is none where there is none', async () => {
    expect(await findBrowser(system('freebsd', {}))).toBeNull()
    expect(await isProgram('/nowhere/chrome')).toBe(false)
  })
})
