import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SponsorDetails, SponsorRegister } from '#shared/sponsors.ts'
import { REGISTER_FILE_MAX_BYTES } from '#shared/sponsors.ts'
import { foldForKey } from '#main/infra/text/fold.ts'
import { decodeText } from '../../../../infra/http/charset.ts'
import { REGISTERS } from '../registers.ts'
import { COLUMNS, type ColumnRole, findColumns, type FoundColumns, registerByColumns } from './columns.ts'
import { type FileFormat, formatOf } from './file-format.ts'
import type { FileContent, Grid } from './grid.ts'
import { FileProblem } from './register-refusal.ts'
import { isoDate, statedDay } from './written-date.ts'

/** An organisation of a register. `row` is its first data row in the file, from 1. */
export interface RegisterOrganisation {
  readonly row: number
  readonly name: string
  readonly town: string | null
  readonly details: SponsorDetails
}

export interface RegisterReading {
  readonly organisations: readonly RegisterOrganisation[]
  /** Data rows of the file. */
  readonly rows: number
  /** The day that the file names, as ISO date. */
  readonly publishedOn: string | null
}

export interface RegisterFile {
  readonly register: SponsorRegister
  readonly bytes: Uint8Array
  /** Its name or address: some say their day in it. */
  readonly fileName: string
}

/** Reads a register's file, in its own format or as CSV, HTML, XLSX or PDF with its columns, recognised by content. Several rows of one
 *  organisation become one. Lets the event loop have its turns. Throws FileProblem for what is no such file. */
export async function readRegister(file: RegisterFile): Promise<RegisterReading> {
  const { register, bytes, fileName } = file
  if (bytes.byteLength > REGISTER_FILE_MAX_BYTES) {
    throw new FileProblem('too_large', `The file has more than ${REGISTER_FILE_MAX_BYTES / 1024 / 1024} MB.`)
  }
  const content = await CONTENT[formatOf(bytes)](bytes)
  const tables = content.grids.flatMap((grid) => findColumns(grid, register) ?? [])
  if (tables.length === 0 || !hasOwn(tables, register)) refuseOther(content.grids, register)
  if (tables.length === 0) throw notThisRegister(register, content.grids)
  const beside = `${tables.map(({ above }) => above).join(' ')} ${content.beside}`
  const year = Number(/\b(20\d\d)\b/.exec(`${tables[0]?.above ?? ''} ${lastPart(fileName)}`)?.[1] ?? NaN)
  const { organisations, rows } = await organisationsOf(tables, { register, year: Number.isNaN(year) ? null : year })
  if (organisations.length === 0) throw notThisRegister(register, content.grids)
  return { organisations, rows, publishedOn: statedDay(beside) ?? isoDate(lastPart(fileName).replaceAll('_', ' ')) }
}

const CONTENT: Readonly<Record<FileFormat, (bytes: Uint8Array) => Promise<FileContent>>> = {
  csv: async (bytes) => (await import('./csv-grid.ts')).readCsv(decodeText(bytes, undefined)),
  html: async (bytes) => (await import('./html-grid.ts')).readHtml(decodeText(bytes, undefined)),
  xlsx: async (bytes) => (await import('./xlsx-grid.ts')).readXlsx(bytes),
  pdf: async (bytes) => (await import('./pdf-grid.ts')).readPdf(bytes),
}

function lastPart(fileName: string): string {
  return fileName.split(/[/\\]/).at(-1) ?? fileName
}

function hasOwn(tables: readonly FoundColumns[], register: SponsorRegister): boolean {
  return tables.some(({ roles }) => COLUMNS[register].own.some((role) => roles.includes(role)))
}

/** A name column alone is in every register: another one's other columns tell. */
function refuseOther(grids: readonly Grid[], register: SponsorRegister): void {
  for (const grid of grids) {
    const other = registerByColumns(grid)
    if (other === null || other === register) continue
    throw new FileProblem(
      'foreign',
      `The file has the columns of another register: ${REGISTERS[other].name}. Choose it there, or take the file of this one.`,
    )
  }
}

function notThisRegister(register: SponsorRegister, grids: readonly Grid[]): FileProblem {
  const { name, homepage } = REGISTERS[register]
  const found = grids.length === 0 ? 'has no table' : 'has no column with names of organisations'
  return new FileProblem(
    'foreign',
    `The file ${found}. Take the file of the ${name} from ${homepage}, or a CSV with its columns: ${COLUMNS[register].written}.`,
  )
}

interface About {
  readonly register: SponsorRegister
  readonly year: number | null
}

const ROWS_A_TURN = 1_000
/** The sums below a table, and headings that are repeated within it. */
const NO_NAME = /^(grand )?total$|^(employer|organi[sz]ation|company)( name)?$/i

async function organisationsOf(
  tables: readonly FoundColumns[],
  about: About,
): Promise<{ organisations: RegisterOrganisation[]; rows: number }> {
  const found = new Map<string, RegisterOrganisation>()
  let rows = 0
  for (const { roles, rows: table } of tables) {
    for (const cells of table) {
      const read = valuesOf(cells, roles)
      const name = read.get('name')?.[0] ?? ''
      if (NO_NAME.test(name)) continue
      rows += 1
      if (rows % ROWS_A_TURN === 0) await nextTurn()
      if (!/\p{L}|\d/u.test(name)) continue
      const town = read.get('town')?.[0] ?? null
      const details = detailsOf(read, about)
      const key = details.number ?? `${foldForKey(name)}|${foldForKey(town ?? '')}`
      const known = found.get(key)
      if (known === undefined) found.set(key, { row: rows, name, town, details })
      else found.set(key, { ...known, details: merged(known.details, details) })
    }
  }
  return { organisations: [...found.values()], rows }
}

type Values = ReadonlyMap<ColumnRole, readonly string[]>

function valuesOf(cells: readonly string[], roles: readonly (ColumnRole | null)[]): Values {
  const values = new Map<ColumnRole, string[]>()
  for (const [index, role] of roles.entries()) {
    const cell = cells[index] ?? ''
    if (role !== null && cell !== '') values.set(role, [...(values.get(role) ?? []), cell])
  }
  return values
}

function detailsOf(values: Values, { register, year }: About): SponsorDetails {
  const one = (role: ColumnRole): string | undefined => values.get(role)?.[0]
  const [county, route, rating] = [one('county'), one('route'), one('rating')]
  const number = one('number')?.replace(/\D/g, '')
  const [validFrom, validTo] = [isoDate(one('validFrom') ?? ''), isoDate(one('validTo') ?? '')]
  return {
    ...(number === undefined || number === '' ? {} : { number }),
    ...(county === undefined ? {} : { county }),
    ...(route === undefined && rating === undefined ? {} : { routes: [{ route: route ?? '', rating: rating ?? '' }] }),
    ...(register === 'ie' ? permitsOf(values, year) : {}),
    ...(validFrom === null ? {} : { validFrom }),
    ...(validTo === null ? {} : { validTo }),
  }
}

function permitsOf(values: Values, year: number | null): Pick<SponsorDetails, 'permits'> {
  const total = countOf(values.get('total')?.[0])
  const months = (values.get('month') ?? []).map(countOf).filter((count) => count !== null)
  if (total === null && months.length === 0) return {}
  return { permits: { year, total: total ?? months.reduce((sum, count) => sum + count, 0) } }
}

function countOf(cell: string | undefined): number | null {
  const number = Number((cell ?? '').replaceAll(',', ''))
  return cell === undefined || cell === '' || !Number.isInteger(number) || number < 0 ? null : number
}

/** Routes add up, and so do permits; of two certificates the later counts. */
function merged(known: SponsorDetails, more: SponsorDetails): SponsorDetails {
  const routes = [...(known.routes ?? []), ...(more.routes ?? [])]
  const isLater = (more.validTo ?? '') > (known.validTo ?? '')
  const permits =
    known.permits === undefined || more.permits === undefined
      ? (known.permits ?? more.permits)
      : { year: known.permits.year, total: known.permits.total + more.permits.total }
  return {
    ...known,
    ...(isLater ? more : {}),
    ...(routes.length === 0 ? {} : { routes: distinct(routes) }),
    ...(permits === undefined ? {} : { permits }),
  }
}

function distinct(routes: NonNullable<SponsorDetails['routes']>): NonNullable<SponsorDetails['routes']> {
  return routes.filter(
    ({ route, rating }, index) =>
      routes.findIndex((other) => other.route === route && other.rating === rating) === index,
  )
}
