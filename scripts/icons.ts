import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { root } from './lib/build-if-needed.ts'

/** Draws every icon from the drawings in resources/icons. Run by hand after one of them has changed; what it writes is
 *  committed. Takes the browser from CHROMIUM_PATH, or Debian's. */

const dir = join(root, 'resources', 'icons')
/** Below this the ring of the large drawing is a smear. */
const SMALL_UNTIL = 48
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512]
const ICO_SIZES = [16, 24, 32, 48, 64, 256]
/** Apple's icon types that hold a PNG, by its width. */
const ICNS_TYPES: readonly [string, number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' })
try {
  const page = await browser.newPage()
  const app = (size: number) => draw(page, { file: size <= SMALL_UNTIL ? 'app-small.svg' : 'app.svg', size })
  const template = (size: number) => draw(page, { file: 'tray/template.svg', size })

  for (const size of LINUX_SIZES) write(`linux/${size}x${size}.png`, await app(size))
  write('app.ico', ico(await inTurn(ICO_SIZES, app)))
  write('app.icns', icns(await inTurn(ICNS_TYPES, async ([type, size]) => ({ type, png: await app(size) }))))
  for (const [scale, suffix] of [
    [1, ''],
    [2, '@2x'],
  ] as const) {
    write(`tray/tray${suffix}.png`, await app(16 * scale))
    write(`tray/trayTemplate${suffix}.png`, await template(16 * scale))
  }
} finally {
  await browser.close()
}

async function draw(page: Page, { file, size }: { file: string; size: number }): Promise<Buffer> {
  const svg = readFileSync(join(dir, file), 'utf8').replace('<svg ', `<svg width="${size}" height="${size}" `)
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}

/** One page draws them all, so they take turns. */
async function inTurn<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = []
  for (const item of items) results.push(await work(item))
  return results
}

function write(path: string, data: Buffer): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true })
  writeFileSync(join(dir, path), data)
}

/** ICO: a directory of 16 bytes an image, then the PNGs. 256 is written as 0. */
function ico(images: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach((png, index) => {
    const at = 6 + 16 * index
    head.writeUInt8(widthOf(png) % 256, at)
    head.writeUInt8(widthOf(png) % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...images])
}

/** ICNS: a head, then for each image its type, its length with this head, and the PNG. */
function icns(images: readonly { type: string; png: Buffer }[]): Buffer {
  const parts = images.flatMap(({ type, png }) => [chunkHead(type, png.length), png])
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([chunkHead('icns', length), ...parts])
}

function chunkHead(type: string, length: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(length + 8, 4)
  return head
}

/** A PNG says its width at byte 16. */
function widthOf(png: Buffer): number {
  return png.readUInt32BE(16)
}
