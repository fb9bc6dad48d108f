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
/** Rows looked at between two steps: a few milliseconds. */
const ROWS_A_STEP = 5_000
const LATITUDE_FIELD = 4

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

/** Degrees WGS 84. */
export interface Box {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** The whole cities that lie in one of the boxes, in steps of a few milliseconds. */
export function* rowsInBoxes(boxes: readonly Box[]): Generator<undefined, CityRow[]> {
  unpacked ??= brotliDecompressSync(Buffer.from(table.rows, 'base64'))
  const found: CityRow[] = []
  let seen = 0
  for (let at = 0, end = 0; at < unpacked.length; at = end + 1, seen += 1) {
    if (seen % ROWS_A_STEP === 0) yield
    end = endOfRow(unpacked, at)
    const latitudeAt = fieldOf(unpacked, { from: at, to: end, field: LATITUDE_FIELD })
    const latitude = numberAt(unpacked, latitudeAt)
    if (!boxes.some(({ south, north }) => latitude >= south && latitude <= north)) continue
    const longitude = numberAt(unpacked, fieldOf(unpacked, { from: latitudeAt, to: end, field: 1 }))
    if (!boxes.some((box) => isInBox(box, { latitude, longitude }))) continue
    const row = readRow(unpacked.toString('utf8', unpacked.indexOf(SEMICOLON, at) + 1, end))
    if (row.kind === 'whole') found.push(row)
  }
  return found
}

function isInBox(box: Box, { latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east
}

/** Where the n-th field after this one begins. */
function fieldOf(rows: Buffer, { from, to, field }: { from: number; to: number; field: number }): number {
  let at = from
  for (let left = field; left > 0 && at < to; at += 1) if (rows[at] === SEMICOLON) left -= 1
  return at
}

const DOT = 0x2e
const MINUS = 0x2d
const ZERO = 0x30

/** A number as the table writes them ("-97.85"), without a string for each of them. */
function numberAt(rows: Buffer, from: number): number {
  const isNegative = rows[from] === MINUS
  let [whole, scale, isAfterDot] = [0, 1, false]
  for (let at = isNegative ? from + 1 : from; at < rows.length; at += 1) {
    const sign = rows[at] ?? SEMICOLON
    if (sign === SEMICOLON || sign === NEW_LINE) break
    if (sign === DOT) isAfterDot = true
    else {
      whole = whole * 10 + sign - ZERO
      if (isAfterDot) scale *= 10
    }
  }
  return (isNegative ? -whole : whole) / scale
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
