import type { RoleFamily } from '#shared/facts.ts'
import lexicon from '#resources/role-families.json' with { type: 'json' }
import { spellOutAll } from '../phrase-choices.ts'
import { type KindHit, scanKinds } from '../phrase-kinds.ts'

export type Noun = keyof typeof lexicon.nouns

/** From the strongest to the weakest: `head` names a work as it is, `noun` waits for a topic, the rest are topics. A `yielding` topic
 *  gives way to another strong one, `domain` is a trade, `data` is data as such. */
const SIGNS = ['head', 'noun', 'strong', 'yielding', 'tool', 'data', 'domain', 'weak'] as const
export type SignKind = (typeof SIGNS)[number]

/** A word or phrase that says something of the work. `family` is that of a head or topic, `noun` the kind of a noun. */
export interface Sign {
  readonly start: number
  readonly end: number
  readonly is: SignKind
  readonly family: RoleFamily | null
  readonly noun: Noun | null
}

type SignRow = Omit<Sign, 'start' | 'end'> & { readonly phrases: readonly string[] }

function rowsOf(is: SignKind, lists: Readonly<Partial<Record<RoleFamily, readonly string[]>>>): SignRow[] {
  return (Object.keys(lists) as RoleFamily[]).map((family) => ({
    is,
    family,
    noun: null,
    phrases: lists[family] ?? [],
  }))
}

const ROWS: readonly SignRow[] = [
  ...rowsOf('head', lexicon.heads),
  ...(Object.keys(lexicon.nouns) as Noun[]).map((noun) => ({
    is: 'noun' as const,
    family: null,
    noun,
    phrases: lexicon.nouns[noun],
  })),
  ...rowsOf('strong', lexicon.strong),
  ...rowsOf('yielding', lexicon.yielding),
  ...rowsOf('tool', lexicon.tools),
  { is: 'data', family: null, noun: null, phrases: lexicon.data },
  { is: 'domain', family: null, noun: null, phrases: lexicon.domain },
  ...rowsOf('weak', lexicon.weak),
]
const BLANK = String(ROWS.length)

const scanner = scanKinds(
  spellOutAll({
    ...Object.fromEntries(ROWS.map(({ phrases }, at) => [String(at), phrases] as const)),
    [BLANK]: lexicon.blank,
  }),
)
const analystScanner = scanKinds(spellOutAll(lexicon.analystOf))
const plain = new Set(lexicon.plain)
/** "Supporto ai clienti" is no AI: a short name counts only as it is written. */
const SHORT_NAME = 2

/** The signs of a text, in order, none inside another. Linear in its length. */
export function findSigns(text: string): Sign[] {
  const isSmall = text === text.toLowerCase()
  return scanner.scanLongest(text).flatMap(({ start, end, kinds }: KindHit<string>) => {
    const row = ROWS[Math.min(...kinds.map(Number))]
    const isWord =
      !isSmall && end - start <= SHORT_NAME && text.slice(start, end) === text.slice(start, end).toLowerCase()
    return row === undefined || isWord ? [] : [{ start, end, is: row.is, family: row.family, noun: row.noun }]
  })
}

/** Whether an analyst of this field reads data or does other work; null when the words do not say. */
export function analystFamily(field: string): RoleFamily | null {
  const kinds = new Set(analystScanner.scan(field).flatMap((hit) => hit.kinds))
  return kinds.has('data_analyst') ? 'data_analyst' : kinds.has('other') ? 'other' : null
}

/** Whether a word of a title says nothing about the field of work. */
export function isPlainWord(word: string): boolean {
  return plain.has(word)
}
