import type { IMPORT_ROW_STATES } from '#shared/application-transfer.ts'
import { canonicalUrl, companyKey } from '../../jobs/openings/openings.service.ts'
import type { RowReading } from './reading/read-row.ts'
import { comparedWords } from './reading/words.ts'

export type RowState = (typeof IMPORT_ROW_STATES)[number]

/** What tells one application from another: its title at its employer, and its address. */
export interface ApplicationKeys {
  readonly opening: string
  readonly address: string | null
}

const GENDER_MARK = /[([]?(?<![\p{L}\p{N}])[mwfdxhvk](?:\s*[/|,*]\s*[mwfdxhvk]){1,4}(?![\p{L}\p{N}])[)\]]?/giu

/** Signs behind a letter are part of a name: "C++" is not "C#". */
const NAME_SIGNS = /(?<=[\p{L}\p{N}])[+＋#＃♯]+/gu

/** Case, accents, signs that are no part of a name and "(m/f/d)" make no other title, legal forms no other employer, tracking no
 *  other address. Pure. */
export function keysOf(said: { title: string; company: string; url: string | null }): ApplicationKeys {
  const title = comparedWords(withSignsAsWords(said.title.replace(GENDER_MARK, ' ')))
  const company = companyKey(said.company)
  return {
    opening: `${title === '' ? said.title : title}\n${company === '' ? comparedWords(said.company) : company}`,
    address: said.url === null ? null : canonicalUrl(said.url),
  }
}

function withSignsAsWords(title: string): string {
  return title.replace(NAME_SIGNS, (signs) =>
    Array.from(signs, (sign) => (sign === '+' || sign === '＋' ? ' plus ' : ' sharp ')).join(''),
  )
}

/** Tells for one row after the other what it is beside those that exist and those that came before it. */
export function createRowJudge(
  existing: Iterable<ApplicationKeys>,
): (row: RowReading, keys: ApplicationKeys | null) => RowState {
  const known = createKeySet()
  const before = createKeySet()
  for (const keys of existing) known.add(keys)
  return (row, keys) => {
    if (row.application === null || keys === null) return 'bad'
    if (known.has(keys)) return 'known'
    if (before.has(keys)) return 'twice'
    before.add(keys)
    return 'new'
  }
}

function createKeySet() {
  const openings = new Set<string>()
  const addresses = new Set<string>()
  return {
    add: ({ opening, address }: ApplicationKeys) => {
      openings.add(opening)
      if (address !== null) addresses.add(address)
    },
    has: ({ opening, address }: ApplicationKeys) =>
      openings.has(opening) || (address !== null && addresses.has(address)),
  }
}
