import names from '#resources/claim-names.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import { wordsOf } from './words.ts'
import { readTokens, spacedPhrase, type Token } from './tokens.ts'
import { valueOfWord } from '../figures/number-values.ts'

/** A post that somebody is said to hold. `topics`: what it is about ("data"), folded. */
export interface TitleSaid {
  readonly written: string
  readonly roles: readonly string[]
  readonly levels: readonly string[]
  readonly lowering: readonly string[]
  readonly topics: readonly string[]
  readonly start: number
  readonly end: number
}

const { titles } = words
interface RoleWord {
  readonly role: string
  readonly size: number
  readonly topic: string
}
const PHRASES = new Map<string, string>()
const ENDINGS: (readonly [string, string])[] = []
for (const [role, list] of Object.entries(titles.roles)) {
  for (const phrase of list) {
    if (phrase.startsWith('*')) ENDINGS.push([phrase.slice(1), role])
    PHRASES.set(spacedPhrase(phrase.replace(/^\*/, '')).trim(), role)
  }
}
ENDINGS.sort(([one], [other]) => other.length - one.length)
const levelOf = tableOf(titles.levels)
const loweringOf = tableOf(titles.lowering)
const SELF = new Set(titles.self)
const AFTER = new Set(titles.after)
const ARTICLES = new Set('a an the ein eine einer einem einen mein meine meiner my der die das his her'.split(' '))
const OTHERS = new Set(
  'with mit to the dem den our their for fur reported supported by their five mentored coached'.split(' '),
)
const STOPS = new Set(
  `${names.titleAdjectives} and und or oder of in at as als for fur bei mit with the der die das den dem a an ein eine since seit from von to zum zur turned one two after nach ehemals formerly previously i ich am bin is ist was war my mein meine worked work working became former formerly ehemaliger ehemalige years year jahre jahren experienced erfahrener erfahrene new neuer`.split(
    ' ',
  ),
)
const OPENERS = new Set(
  'ehemals fruhere fruherer fruher heutige heutiger heute einstige einstiger since seit more than mehr als over uber fast almost nearly years year jahre jahren months monate currently derzeit now jetzt before zuvor zuletzt previously formerly former ehemaliger ehemalige an a ein eine i am ich bin of experienced erfahrene erfahrener graduate'.split(
    ' ',
  ),
)
/** Certificates have a reader of their own. */
const CERTIFIED = new Set(words.certificates.words)
const TO = new Set(['to', 'zum', 'zur'])
const LONGEST = 3

function tableOf(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([key, list]) => list.map((word) => [word, key] as const)))
}

function roleAt(tokens: readonly Token[], at: number): RoleWord | null {
  for (let size = LONGEST; size > 0; size--) {
    const part = tokens.slice(at, at + size)
    if (part.length < size || part.some(({ is, text }) => is !== 'word' && text !== '-')) continue
    const role = PHRASES.get(part.map(({ plain }) => plain).join(' '))
    if (role !== undefined) return { role, size, topic: '' }
  }
  const plain = tokens[at]?.plain ?? ''
  const ending = ENDINGS.find(([end]) => plain.length > end.length + 2 && plain.endsWith(end))
  return ending ? { role: ending[1], size: 1, topic: plain.slice(0, plain.length - ending[0].length) } : null
}

/** A title as it stands in a résumé ("Senior Data Engineer"), read whole; null when no word of it names a post. Pure. */
export function readTitle(text: string): TitleSaid | null {
  const tokens = readTokens(text)
  const roles = rolesIn(tokens)
  if (roles.length === 0) return null
  const used = new Set(roles.flatMap(({ at, size }) => Array.from({ length: size }, (_, next) => at + next)))
  return titleOf(text, { tokens, roles, from: 0, to: tokens.length, used })
}

function rolesIn(tokens: readonly Token[]): (RoleWord & { readonly at: number })[] {
  const found: (RoleWord & { readonly at: number })[] = []
  for (let at = 0; at < tokens.length; at++) {
    const role = roleAt(tokens, at)
    if (!role) continue
    found.push({ ...role, at })
    at += role.size - 1
  }
  return found
}

interface Phrase {
  readonly tokens: readonly Token[]
  readonly roles: readonly (RoleWord & { readonly at: number })[]
  readonly from: number
  readonly to: number
  readonly used: ReadonlySet<number>
}

function titleOf(text: string, { tokens, roles, from, to, used }: Phrase): TitleSaid {
  const all = tokens.slice(from, to).filter(({ is }) => is === 'word')
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
  const found = (table: ReadonlyMap<string, string>) => [...new Set(all.flatMap(({ plain }) => table.get(plain) ?? []))]
  const topics = tokens
    .slice(from, to)
    .filter(
      ({ plain, is }, at) =>
        is === 'word' &&
        !used.has(from + at) &&
        !levelOf.has(plain) &&
        !loweringOf.has(plain) &&
        !STOPS.has(plain) &&
        !isManner(tokens, from + at) &&
        !CERTIFIED.has(plain),
    )
    .map(({ plain }) => plain)
  return {
    written: text.slice(start, end),
    roles: [...new Set(roles.map(({ role }) => role))],
    levels: found(levelOf),
    lowering: found(loweringOf),
    topics: [...topics, ...roles.map(({ topic }) => topic).filter((topic) => topic.length > 3)],
    start,
    end,
  }
}

/** The posts that a sentence says its author holds or held: "As Lead Engineer", "Data engineer with …", "Projektleiter bei …"; not those
 *  of others ("with engineers"). Pure. */
export function readTitles(text: string, tokens: readonly Token[]): TitleSaid[] {
  const found: TitleSaid[] = []
  for (const role of rolesIn(tokens)) {
    let from = role.at
    while (from > 0 && sizeOf(tokens.slice(from, role.at)) < LONGEST && isPartOfTitle(tokens[from - 1])) from -= 1
    const last = role.at + role.size
    const to =
      role.role === 'head' && tokens[last]?.is === 'word' && !AFTER.has(tokens[last]?.plain ?? '') ? last + 1 : last
    if (!isSelf(tokens, { from, to: last })) continue
    const used = new Set(Array.from({ length: role.size }, (_, next) => role.at + next))
    found.push(titleOf(text, { tokens, roles: [role], from, to, used }))
  }
  return found
}

/** Words with a hyphen between them are one: "Full-Stack". */
function sizeOf(tokens: readonly Token[]): number {
  return tokens.filter(({ is }, at) => is === 'word' && tokens[at - 1]?.text !== '-').length
}

/** "Cost-conscious", "kostenbewusster": how somebody works, and of no post. */
function isManner(tokens: readonly Token[], at: number): boolean {
  const [own, sign, next] = tokens.slice(at, at + 3)
  if (MANNER.test(own?.plain ?? '')) return true
  return sign?.text === '-' && sign.isGlued && MANNER.test(next?.plain ?? '')
}
const MANNER =
  /^(?:conscious|minded|driven|savvy|loving|aware|proven)$|\p{L}(?:bewusst|orientiert|getrieben|erprobt|freudig|stark|begeistert|erfahren)(?:e[rns]?)?$/u

function isPartOfTitle(token: Token | undefined): boolean {
  if (token?.is === 'sign') return token.text === '-'
  return (
    token?.is === 'word' &&
    !STOPS.has(token.plain) &&
    !OPENERS.has(token.plain) &&
    !SELF.has(token.plain) &&
    valueOfWord(token.plain) === null
  )
}

function isSelf(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  let before = from - 1
  while (before >= 0 && ARTICLES.has(tokens[before]?.plain ?? '')) before -= 1
  // "promoted to head of …"
  if (TO.has(tokens[before]?.plain ?? '') && SELF.has(tokens[before - 1]?.plain ?? '')) before -= 1
  const beforeWord = tokens[before]?.plain ?? ''
  const next = tokens[to]?.plain ?? '.'
  // "as well as", "three times as fast as its teacher"
  if (SELF.has(beforeWord)) return !(beforeWord === 'as' && isComparison(tokens, before))
  const opening = tokens.slice(0, from)
  const isOpening = opening.every(
    ({ plain, is }) => is !== 'word' || OPENERS.has(plain) || MONTHISH.test(plain) || valueOfWord(plain) !== null,
  )
  if (isOpening && (AFTER.has(next) || tokens[to - 1]?.plain === 'of' || /^\p{Lu}/u.test(tokens[to]?.text ?? '')))
    return true
  return (
    ['at', 'bei'].includes(next) &&
    !OTHERS.has(beforeWord) &&
    valueOfWord(beforeWord) === null &&
    tokens[before]?.is !== 'digits'
  )
}
function isComparison(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.plain === 'well' || tokens[at - 2]?.plain === 'as'
}

const MONTHISH = /^(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|de[cz])/

const OF_PEOPLE = new Set(['people', 'team', 'personal'])

/** "People manager": whoever leads people is one; a "team lead" only who leads more than those who learn. Pure. */
export function isLeaderOfPeople({ roles, levels, topics, written }: TitleSaid, leadsTeam: boolean): boolean {
  if (roles.includes('lead') && !leadsTeam) return false
  const about = topics.length === 0 ? wordsOf(written).slice(0, -1) : topics
  return (
    levels.every((level) => level === 'lead') &&
    roles.every((role) => role === 'manager' || role === 'lead') &&
    about.length > 0 &&
    about.every((topic) => OF_PEOPLE.has(topic))
  )
}

/** "Computer scientist": a degree's field makes one. Pure. */
export function isOfField({ roles, levels, topics }: TitleSaid, fields: ReadonlySet<string>): boolean {
  const field = roles.length === 1 && roles[0] === 'scientist' ? `${topics.join(' ')} science` : ''
  return levels.length === 0 && fields.has(field)
}

/** Whether a fact's post is the one that is claimed: nothing above it, and nothing left out that lowers it ("Junior", "Assistant"). Topics
 *  are left to `isTopic`. Pure. */
export function isSameTitle(said: TitleSaid, fact: TitleSaid, isTopic: (topic: string) => boolean): boolean {
  const factLevels = new Set([...fact.levels, ...fact.roles])
  return (
    said.levels.every((level) => factLevels.has(level)) &&
    said.roles.every((role) => fact.roles.includes(role) || (role === 'manager' && fact.roles.includes('head'))) &&
    fact.lowering.every((word) => said.lowering.includes(word) || said.roles.includes(word)) &&
    said.topics.every(
      (topic) => fact.topics.some((known) => alike(known, topic)) || isInitials(topic, fact) || isTopic(topic),
    )
  )
}

/** "ML engineer" of a "Machine Learning Engineer" */
function isInitials(topic: string, { topics }: TitleSaid): boolean {
  const initials = topics.map((known) => known.charAt(0)).join('')
  if (topic.length > 1 && initials.includes(topic)) return true
  // "ICU nurse" of an "Intensive Care Nurse": the last letter is of the unit.
  return topic.length > 2 && initials.length > 1 && topic.slice(0, -1) === initials
}

const SAME_LETTERS = 4
const SYNONYMS: Readonly<Record<string, string>> = words.titleSynonyms

/** "project" and "projekt", "data" and "daten". Pure. */
export function alike(one: string, other: string): boolean {
  if (one === other) return true
  const [a, b] = [SYNONYMS[one] ?? one.replace(/^daten/, 'data'), SYNONYMS[other] ?? other.replace(/^daten/, 'data')]
  return a.length >= SAME_LETTERS && b.length >= SAME_LETTERS && a.slice(0, SAME_LETTERS) === b.slice(0, SAME_LETTERS)
}
