import companyWords from '#resources/company-words.json' with { type: 'json' }
import countries from '#resources/countries.json' with { type: 'json' }
import legalForms from '#resources/legal-forms.json' with { type: 'json' }
import { nameWords } from '../../pipeline/company-key.ts'

/** What a word behind a company's name says: where this part of it is, that it is the group, what it does for the group, and so on. */
export type PartKind = 'country' | 'region' | 'group' | 'holding' | 'role' | 'branch' | 'hiring' | 'domain' | 'firm'

export interface NamePart {
  readonly kind: PartKind
  /** The same for words that say the same: the country's code, "group", the role itself. */
  readonly id: string
}

type Phrases = readonly (readonly string[])[]

/** The words that names are taken apart by, as keys. Joined ones have no blanks. */
export interface Lexicon {
  /** By their key. A country of a register wins over everything else that is written so. */
  readonly parts: ReadonlyMap<string, NamePart>
  /** What ends none of the parts is looked at no further; the same for legal forms. */
  readonly lastPartWords: ReadonlySet<string>
  readonly formEndings: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  readonly honours: Phrases
  readonly branchOf: Phrases
  readonly generic: ReadonlySet<string>
  readonly trades: ReadonlySet<string>
  readonly tradesOfLarge: ReadonlySet<string>
  readonly institutions: ReadonlySet<string>
  readonly universities: ReadonlySet<string>
  readonly firms: ReadonlySet<string>
  readonly sameWord: ReadonlyMap<string, string>
  readonly sameForm: ReadonlyMap<string, string>
  readonly formsByCountry: ReadonlyMap<string, ReadonlySet<string>>
}

export const BRANCH: NamePart = { kind: 'branch', id: 'branch' }

let built: Lexicon | null = null

/** Built when the first name is read: some 20 ms. */
export function lexicon(): Lexicon {
  built ??= build()
  return built
}

const { nameParts } = companyWords

function build(): Lexicon {
  const parts = new Map(partEntries())
  const sameForm = new Map(
    legalForms.same.flatMap(([first = '', ...others]) =>
      [first, ...others].map((form) => [joined(form), joined(first)] as const),
    ),
  )
  const forms = Object.entries(legalForms.trailing).map(([code, written]) => [code, written.map(joined)] as const)
  return {
    parts,
    lastPartWords: new Set([...parts.keys()].map((key) => key.split(' ').at(-1) ?? key)),
    formEndings: new Set(
      forms.flatMap(([, keys]) => keys.flatMap((form) => Array.from(form, (_letter, at) => form.slice(at)))),
    ),
    links: new Set(nameParts.links.map(phraseKey)),
    honours: byLength(nameParts.honours),
    branchOf: byLength(nameParts.branchOf),
    generic: joinedSet(nameParts.generic),
    trades: joinedSet(nameParts.trades),
    tradesOfLarge: joinedSet(nameParts.tradesOfLarge),
    institutions: joinedSet(nameParts.institutions),
    universities: joinedSet(nameParts.universities),
    firms: joinedSet(nameParts.firms),
    sameWord: new Map(
      companyWords.sameWords.flatMap((words) =>
        words.map((word) => [joined(word), joined(words.at(-1) ?? word)] as const),
      ),
    ),
    sameForm,
    formsByCountry: new Map(
      forms.map(([code, keys]) => [code, new Set(keys.map((form) => sameForm.get(form) ?? form))] as const),
    ),
  }
}

function partEntries(): [string, NamePart][] {
  const { firms, roles, regions, groups, holdings, branches, hiring, domains } = nameParts
  return [
    ...Object.entries(countries.countries).flatMap(([code, names]) =>
      partsOf(names, () => ({ kind: 'country', id: code })),
    ),
    ...partsOf(firms, () => ({ kind: 'firm', id: 'co' })),
    ...partsOf(roles, (key) => ({ kind: 'role', id: key })),
    ...partsOf(regions, (key) => ({ kind: 'region', id: key })),
    ...partsOf(groups, () => ({ kind: 'group', id: 'group' })),
    ...partsOf(holdings, () => ({ kind: 'holding', id: 'holding' })),
    ...partsOf([...branches, ...branchesIn(Object.values(nameParts.countries).flat())], () => BRANCH),
    ...partsOf(hiring, () => ({ kind: 'hiring', id: 'hiring' })),
    ...partsOf(domains, () => ({ kind: 'domain', id: 'com' })),
    ...Object.entries(nameParts.countries).flatMap(([code, names]) =>
      partsOf(names, (key) => ({ kind: 'country', id: code === 'elsewhere' ? key : code })),
    ),
  ]
}

/** "Sucursal em Portugal", "filial i Danmark". */
function branchesIn(countryNames: readonly string[]): string[] {
  return nameParts.branchesIn.flatMap((branch) => countryNames.map((name) => `${branch} ${name}`))
}

function partsOf(phrases: readonly string[], part: (key: string) => NamePart): [string, NamePart][] {
  return phrases.map((phrase) => {
    const key = phraseKey(phrase)
    return [key, part(key)]
  })
}

function byLength(phrases: readonly string[]): Phrases {
  return phrases.map((phrase) => phraseKey(phrase).split(' ')).toSorted((left, right) => right.length - left.length)
}

const joinedSet = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.map(joined))

function phraseKey(phrase: string): string {
  return nameWords(phrase)
    .map((word) => word.key)
    .join(' ')
}

function joined(phrase: string): string {
  return phraseKey(phrase).replaceAll(' ', '')
}
