import brands from '#resources/brands.json' with { type: 'json' }
import { companyName, type CompanyName } from './company-name.ts'
import { compareNames } from './compare-names.ts'

/** An employer that is known by another name than its companies bear. */
export interface Brand {
  /** Its companies in the country, the one that most postings mean first. */
  readonly legalNames: readonly string[]
  /** The name is also a word, or somebody else's: where companies are listed, only they are meant, and a name that only begins with
   *  it is never meant. */
  readonly isWord: boolean
}

interface KnownBrand {
  readonly name: CompanyName
  readonly legal: ReadonlyMap<string, readonly string[]>
  readonly isWord: boolean
}

let index: ReadonlyMap<string, readonly KnownBrand[]> | null = null

/** The brand that a company's name is, also with its country or "Group" behind it ("Google Ireland"); null when it is none that is
 *  known. Pure. */
export function brandOf(company: CompanyName, countryCode: string): Brand | null {
  index ??= indexBrands()
  for (const brand of index.get(company.stem) ?? []) {
    const between = compareNames(brand.name, company, countryCode)
    if (between === null || between.missing.length > 0) continue
    if (between.added.some(({ kind }) => kind === 'role' || kind === 'firm')) continue
    return { legalNames: brand.legal.get(countryCode) ?? [], isWord: brand.isWord }
  }
  return null
}

function indexBrands(): ReadonlyMap<string, readonly KnownBrand[]> {
  const byStem = new Map<string, KnownBrand[]>()
  for (const { names, legal, ...rest } of brands.brands) {
    for (const written of names) {
      const name = companyName(written)
      const known = { name, legal: new Map(Object.entries(legal)), isWord: 'isWord' in rest }
      byStem.set(name.stem, [...(byStem.get(name.stem) ?? []), known])
    }
  }
  return byStem
}
