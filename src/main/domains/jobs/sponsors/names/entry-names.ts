import { remember } from '#main/infra/text/remember.ts'
import { companyName, type CompanyName, namesIn, type NameRole } from './company-name.ts'
import { isGeneric } from './name-parts.ts'

/** One of the names under which an organisation stands in a register. 'also': what stands in brackets, or before them. 'short': what
 *  stands before a description. 'bare': the name without the initials before it. */
export interface EntryName {
  readonly name: CompanyName
  readonly role: NameRole | 'also' | 'short' | 'bare'
}

/** Portuguese names carry a description: "Acme - Consultoria em Software, Lda". */
const DESCRIBED = new Set(['PT'])
const SHORT_NAME = /^(.{3,60}?)(?:\s+[-–—]\s*|\s*[–—]\s+|,\s+)(?=.{6})/u
const BRACKETED = /\(([^()]{2,150})\)/g
/** The same few: "UK", "Holdings", a town. */
const bracketName = remember(companyName)
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.]{1,7}$/u
const INITIALS_MAX = 3
const BARE_MIN_CHARS = 5

/** All names of one entry, its own first. Those that name nobody are left out. Pure. */
export function entryNames(entry: string, countryCode: string): readonly EntryName[] {
  const names: EntryName[] = []
  const add = (name: CompanyName, role: EntryName['role']) => {
    if (name.stem !== '' && names.every((known) => known.name.stem !== name.stem)) names.push({ name, role })
  }
  for (const { text, role } of namesIn(entry)) {
    add(companyName(text), role)
    if (text.includes('(')) for (const other of aroundBrackets(text)) add(companyName(other), 'also')
  }
  const short = DESCRIBED.has(countryCode) ? SHORT_NAME.exec(entry)?.[1] : undefined
  if (short !== undefined) add(companyName(short), 'short')
  const bare = names[0] === undefined ? null : withoutInitials(names[0].name)
  if (bare !== null) add(bare, 'bare')
  return names
}

/** "Centrum Wiskunde & Informatica (CWI)" has two names more; a single word in brackets ("Derby") is none, and a part of the company
 *  ("UK") changes nothing. */
function aroundBrackets(text: string): readonly string[] {
  const inside = Array.from(text.matchAll(BRACKETED), ([, words = '']) => ({
    words: words.trim(),
    name: bracketName(words),
  }))
  const said = inside.filter(({ name }) => !isGeneric(name.stem))
  if (said.length === 0) return []
  const names = said.filter(
    ({ words, name }) => name.parts.length === 0 && (words.includes(' ') || ACRONYM.test(words)),
  )
  return [text.replace(BRACKETED, ' '), ...names.map(({ words }) => words)]
}

/** "H. Lundbeck" is known as Lundbeck. */
function withoutInitials(name: CompanyName): CompanyName | null {
  const initials = name.core.findIndex((word) => word.length > 1)
  if (initials < 1 || initials > INITIALS_MAX) return null
  const core = name.core.slice(initials)
  const stem = core.join('')
  return stem.length < BARE_MIN_CHARS ? null : { ...name, core, stem, whole: '' }
}
