import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { iconPaths } from '#main/shell/electron/window/icon-paths.ts'

const root = join(import.meta.dirname, '..', '..')
const PNG = '89504e470d0a1a0a'

function pngSize(path: string): [number, number] {
  const png = readFileSync(path)
  expect(png.subarray(0, 8).toString('hex')).toBe(PNG)
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

test.each(['darwin', 'win32', 'linux'] as const)('the tray image on %s is there in both sharpnesses', (platform) => {
  const { tray, window } = iconPaths(root, platform)
  expect(pngSize(tray)).toEqual([16, 16])
  expect(pngSize(tray.replace('.png', '@2x.png'))).toEqual([32, 32])
  expect(pngSize(window)).toEqual([256, 256])
  // macOS colours only images whose name says that they are templates.
  expect(tray.includes('Template')).toBe(platform === 'darwin')
})

test('Windows gets an icon file whose last image is 256 pixels wide', () => {
  const ico = readFileSync(join(root, 'resources/icons/app.ico'))
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1])
  const last = 6 + 16 * (ico.readUInt16LE(4) - 1)
  const offset = ico.readUInt32LE(last + 12)
  expect(ico.subarray(offset, offset + 8).toString('hex')).toBe(PNG)
  expect([ico.readUInt32BE(offset + 16), offset + ico.readUInt32LE(last + 8)]).toEqual([256, ico.length])
})

test('macOS gets an icon file whose parts add up and reach 1024 pixels', () => {
  const icns = readFileSync(join(root, 'resources/icons/app.icns'))
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  const types: string[] = []
  let at = 8
  while (at < icns.length) {
    types.push(icns.toString('latin1', at, at + 4))
    at += icns.readUInt32BE(at + 4)
  }
  expect(at).toBe(icns.length)
  expect(types).toContain('ic10')
})
