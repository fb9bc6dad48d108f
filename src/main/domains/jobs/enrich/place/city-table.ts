import { promisify } from 'node:util'
import { brotliDecompress, brotliDecompressSync } from 'node:zlib'
import table from '#resources/cities.json' with { type: 'json' }

/** A row of the bundled table. `people` is rounded to two digits; degrees are WGS 84. A `district` carries the name, division and
 *  point of its city, a `short` name is the first part of a longer one ("Neuilly" for "Neuilly-sur-Seine"). */
export interface CityRow {
  readonly name: string
  readonly countryCode: string
  readonly region: string
  readonly people: number
  readonly latitude: number
  readonly longitude: number
  readonly kind: 'whole' | 'short' | 'district'
}

const NEW_LINE = 0x0a
const SEMICOLON = 0x3b

let unpacked: Buffer | null = null

/** Unpacks the table beside the event loop, for those who can wait; others unpack it at their first question. */
export async function unpackCities(): Promise<void> {
  unpacked ??= await promisify(brotliDecompress)(Buffer.from(table.rows, 'base64'))
}

/** The places known under a folded name, the most people first. The table is unpacked on first use and searched where it lies: no
 *  object is made but for what is found. */
export function findRows(key: string): CityRow[] {
  unpacked ??= brotliDecompressSync(Buffer.from(table.rows, 'base64'))
  const sought = Buffer.from(`${key};`)
  const rows: CityRow[] = []
  let at = firstRow(unpacked, sought)
  while (startsAt(unpacked, { at, sought })) {
    const end = endOfRow(unpacked, at)
    rows.push(readRow(unpacked.toString('utf8', at + sought.length, end)))
    at = end + 1
  }
  return rows
}

function endOfRow(rows: Buffer, at: number): number {
  const end = rows.indexOf(NEW_LINE, at)
  return end === -1 ? rows.length : end
}

function startsAt(rows: Buffer, { at, sought }: { at: number; sought: Buffer }): boolean {
  const end = at + sought.length
  return end <= rows.length && rows.compare(sought, 0, sought.length, at, end) === 0
}

/** Where the first row with this key or a later one begins. Rows are in the order of their keys' bytes. */
function firstRow(rows: Buffer, sought: Buffer): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = middle === 0 ? 0 : rows.lastIndexOf(NEW_LINE, middle - 1) + 1
    if (isBefore(rows, { at: start, sought })) low = endOfRow(rows, middle) + 1
    else high = start
  }
  return low
}

/** Keys are compared without the sign that ends them: it sorts after a space. */
function isBefore(rows: Buffer, { at, sought }: { at: number; sought: Buffer }): boolean {
  const end = rows.indexOf(SEMICOLON, at)
  return rows.compare(sought, 0, sought.length - 1, at, end === -1 ? rows.length : end) < 0
}

function readRow(written: string): CityRow {
  const [name = '', countryCode = '', region = '', latitude = '', longitude = '', people = '', kind] =
    written.split(';')
  return {
    name,
    countryCode,
    region,
    people: Number(people),
    latitude: Number(latitude),
    longitude: Number(longitude),
    kind: kind === 'd' ? 'district' : kind === 's' ? 'short' : 'whole',
  }
}
