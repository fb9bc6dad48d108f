import { SPONSOR_REGISTERS, type SponsorRegister } from '#shared/sponsors.ts'
import { foldForKey } from '#main/infra/text/fold.ts'
import type { Grid } from './grid.ts'

/** What a column of a register holds. 'month' are permits of one month. */
export type ColumnRole =
  | 'name'
  | 'town'
  | 'county'
  | 'rating'
  | 'route'
  | 'number'
  | 'total'
  | 'month'
  | 'validFrom'
  | 'validTo'

interface RegisterColumns {
  /** As the register heads them, for a person. */
  readonly written: string
  /** By their folded headings; 'name' first. */
  readonly headings: readonly (readonly [ColumnRole, RegExp])[]
  /** Columns that no other register has. */
  readonly own: readonly ColumnRole[]
  /** What its numbers look like, for a table without headings; null when it has none. */
  readonly number: RegExp | null
}

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*( \d{2,4})?$/

/** The registers' own columns, by headings in the languages in which they are published. */
export const COLUMNS: Readonly<Record<SponsorRegister, RegisterColumns>> = {
  uk: {
    written: 'Organisation Name, Town/City, County, Type & Rating, Route',
    headings: [
      ['name', /^(organi[sz]ation|sponsor|company|employer)( name)?$|^name( of (the )?(organi[sz]ation|sponsor))?$/],
      ['town', /^(town|city)( city| town)?$/],
      ['county', /^county$/],
      ['rating', /^(type|rating)( and)?( rating)?$|^type (and )?rating$/],
      ['route', /^(sub )?(route|tier)s?$/],
    ],
    own: ['route', 'rating'],
    number: null,
  },
  nl: {
    written: 'Organisation, KvK number',
    headings: [
      ['name', /organi[sz]ation|organisatie|company|employer|werkgever|bedrijf|naam|^name$|sponsor|referent/],
      ['number', /kvk|coc|chamber of commerce/],
    ],
    own: ['number'],
    number: /^\d{8}$/,
  },
  ie: {
    written: 'Employer Name, Jan … Dec, Grand Total',
    headings: [
      ['name', /^(employer|company|organi[sz]ation)( name)?$|^name( of (the )?employer)?$/],
      ['total', /^(grand )?total$/],
      ['month', MONTH],
    ],
    own: ['total', 'month'],
    number: null,
  },
  dk: {
    written: 'Company, CVR number',
    headings: [
      ['name', /company|companies|virksomhed|firma|organisation|^navn$|^name$|employer/],
      ['number', /cvr/],
    ],
    own: ['number'],
    number: /^(dk)?\s?(\d{8}|\d{2} \d{2} \d{2} \d{2})$/i,
  },
  pt: {
    written: 'NIF, Nome, De, Até',
    headings: [
      ['number', /^(nif|nipc|vat|tax)/],
      ['name', /nome|name|denomina|designa|empresa|entidade|firma|company/],
      ['validFrom', /^(de|from|desde|in[i]cio|data de inicio|valid from|start)\b/],
      ['validTo', /^(a|ate|to|fim|data de fim|valid (to|until)|until|end|validade)\b/],
    ],
    own: ['number'],
    number: /^\d{9}$/,
  },
}

/** Where the columns of a table are, and its rows below the headings. */
export interface FoundColumns {
  /** The role of each column, by its place; null for one that says nothing to us. */
  readonly roles: readonly (ColumnRole | null)[]
  readonly rows: Grid
  /** What stands above the headings. */
  readonly above: string
}

/** Titles stand above the headings of some files. */
const ROWS_LOOKED_AT = 25
const MAX_HEADING_CHARS = 60
const SAMPLE_ROWS = 200
const MOST = 0.8

/** The columns of a register's table by their headings, else by what its numbers look like; null for another table. Pure. */
export function findColumns(grid: Grid, register: SponsorRegister): FoundColumns | null {
  for (const [index, row] of grid.slice(0, ROWS_LOOKED_AT).entries()) {
    const roles = rolesIn(row, register)
    if (!roles.includes('name') || isTitle(row, grid.slice(index + 1))) continue
    if (roles.filter((role) => role !== null).length < 2 && !looksLikeHeadings(row)) continue
    return { roles, rows: grid.slice(index + 1), above: grid.slice(0, index).flat().join(' ') }
  }
  return byNumbers(grid, register)
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell !== '').length

/** "Companies certified for the Fast-track scheme" above a table of two columns. */
function isTitle(row: readonly string[], below: Grid): boolean {
  return filled(row) === 1 && below.some((other) => filled(other) > 1)
}

function looksLikeHeadings(row: readonly string[]): boolean {
  return row.every((cell) => cell.length < MAX_HEADING_CHARS && !/\d/.test(cell))
}

/** The register whose own columns a table has; null when it is none, or could be several. Pure. */
export function registerByColumns(grid: Grid): SponsorRegister | null {
  const found = SPONSOR_REGISTERS.filter((register) =>
    grid.slice(0, ROWS_LOOKED_AT).some((row) => {
      const roles = rolesIn(row, register)
      return roles.includes('name') && COLUMNS[register].own.some((role) => roles.includes(role))
    }),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

function rolesIn(row: readonly string[], register: SponsorRegister): (ColumnRole | null)[] {
  const taken = new Set<ColumnRole>()
  return row.map((cell) => {
    const heading = foldForKey(cell)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const role = COLUMNS[register].headings.find(([, pattern]) => pattern.test(heading))?.[0] ?? null
    if (heading.length > MAX_HEADING_CHARS || role === null || (taken.has(role) && role !== 'month')) return null
    taken.add(role)
    return role
  })
}

function byNumbers(grid: Grid, register: SponsorRegister): FoundColumns | null {
  const { number } = COLUMNS[register]
  const sample = grid.slice(0, SAMPLE_ROWS)
  const width = Math.max(0, ...sample.map((row) => row.length))
  if (number === null || sample.length === 0 || width < 2) return null
  const shares = Array.from({ length: width }, (_, column) => {
    const cells = sample.map((row) => row[column] ?? '')
    return {
      column,
      numbers: cells.filter((cell) => number.test(cell)).length / sample.length,
      names: cells.filter((cell) => /\p{L}{2}/u.test(cell)).length / sample.length,
    }
  })
  const numbers = shares.find((share) => share.numbers >= MOST)
  const names = shares.find((share) => share.names >= MOST && share.column !== numbers?.column)
  if (numbers === undefined || names === undefined) return null
  const roles = shares.map(({ column }): ColumnRole | null => {
    if (column === numbers.column) return 'number'
    return column === names.column ? 'name' : null
  })
  return { roles, rows: grid, above: '' }
}
