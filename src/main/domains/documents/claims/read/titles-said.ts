import names from '#resources/claim-names.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
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
const LEAST_ENDING = 7
const PHRASES = new Map<string, string>()
const ENDINGS: (readonly [string, string])[] = []
for (const [role, list] of Object.entries(titles.roles)) {
  for (const phrase of list) {
    const word = phrase.replace(/^\*/, '')
    // "Datenanalyst": a German word for a post may begin with what it is about.
    if (word !== phrase || (word.length >= LEAST_ENDING && !word.includes(' '))) ENDINGS.push([word, role])
    PHRASES.set(spacedPhrase(word).trim(), role)
  }
}
ENDINGS.sort(([one], [other]) => other.length - one.length)
/** "Begleitung", "Halbleiter" */
const NO_ROLES: readonly string[] = titles.notRoles
const levelOf = tableOf(titles.levels)
const loweringOf = tableOf(titles.lowering)
const SELF = new Set(titles.self)
const AFTER = new Set(titles.after)
const ARTICLES = new Set('a an the ein eine einer einem einen mein meine meiner my der die das his her'.split(' '))
const OTHERS = new Set(
  'with mit to the dem den our their for fur reported supported by their five mentored coached'.split(' '),
)
const STOPS = new Set(
  `${names.titleAdjectives} and und or oder of in at as als for fur bei mit with the der die das den dem a an ein eine since seit from von to zum zur turned one two after nach ehemals formerly previously i ich am bin is ist was war my mein meine worked work working became former formerly ehemaliger ehemalige years year jahre jahren experienced erfahrener erfahrene new neuer it`.split(
    ' ',
  ),
)
const OPENERS = new Set(
  'ehemals fruhere fruherer fruher heutige heutiger heute einstige einstiger since seit more than mehr als over uber fast almost nearly years year jahre jahren months monate currently derzeit now jetzt before zuvor zuletzt previously formerly former ehemaliger ehemalige davor vorher danach anschliessend spater later then that an a ein eine i am ich bin of experienced erfahrene erfahrener graduate'.split(
    ' ',
  ),
)
/** How somebody is called who has no such post: "aspiring", "angehender". */
const DESCRIBING = new Set(names.titleAdjectives.split(' '))
const TIMES = new Set(
  'davor zuvor vorher heute danach anschliessend spater now previously formerly before later then'.split(' '),
)
/** "OSCP-certified" */
const CERTIFYING = /^(?:\p{Lu}{2,6}|[CcZz]ertifi\p{L}+)$/u
/** Certificates have a reader of their own. */
const CERTIFIED = new Set(words.certificates.words)
/** "Developer and team lead with …" */
const AND = new Set(['and', 'und', '&', 'sowie', 'a', 'an'])
const TO = new Set(['to', 'zum', 'zur'])
const LONGEST = 3

function tableOf(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([key, list]) => list.map((word) => [word, key] as const)))
}

function roleAt(tokens: readonly Token[], at: number): RoleWord | null {
  return knownRoleAt(tokens, at) ?? otherRoleAt(tokens, at)
}

function knownRoleAt(tokens: readonly Token[], at: number): RoleWord | null {
  for (let size = LONGEST; size > 0; size--) {
    const part = tokens.slice(at, at + size)
    if (part.length < size || part.some(({ is, text }) => is !== 'word' && text !== '-')) continue
    const role = PHRASES.get(part.map(({ plain }) => plain).join(' '))
    if (role !== undefined) return { role, size, topic: '' }
  }
  const plain = tokens[at]?.plain ?? ''
  if (NO_ROLES.some((end) => plain.endsWith(end))) return null
  const ending = ENDINGS.find(([end]) => plain.length > end.length + 2 && plain.endsWith(end))
  return ending ? { role: ending[1], size: 1, topic: plain.slice(0, plain.length - ending[0].length) } : null
}

/** "leitende Disponentin", "chief dispatcher", "Chefdisponentin": whoever it is, the word before it says how high. */
function otherRoleAt(tokens: readonly Token[], at: number): RoleWord | null {
  const [before, own] = [tokens[at - 1], tokens[at]]
  if (!own || own.is !== 'word' || !PERSON.test(own.plain)) return null
  const isHigh = RANKS.has(levelOf.get(before?.plain ?? '') ?? '') || /^chef.{5}/.test(own.plain)
  if (!isHigh || [1, 2, 3].some((next) => knownRoleAt(tokens, at + next) !== null)) return null
  return { role: 'other', size: 1, topic: own.plain }
}
const RANKS = new Set(['senior', 'lead', 'principal', 'chief', 'distinguished'])
const PERSON = /.{3}(?:[eo]r|ist|[ae]nt|eur|erin|orin|istin|[ae]ntin|eurin|i[ck]ian|frau|mann|kraft)$/

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
    lowering: [...new Set([...found(loweringOf), ...roles.flatMap(({ topic }) => loweringOf.get(topic) ?? [])])],
    topics: [
      ...topics,
      ...roles.map(({ topic }) => topic).filter((topic) => topic.length > 3 && !DESCRIBING.has(topic)),
    ],
    start,
    end,
  }
}

/** The posts that a sentence says its author holds or held: "As Lead Engineer", "Data engineer with …", "Projektleiter bei …"; not those
 *  of others ("with engineers"). Pure. */
export function readTitles(text: string, tokens: readonly Token[]): TitleSaid[] {
  const found: TitleSaid[] = []
  let end = 0
  for (const role of rolesIn(tokens)) {
    let from = role.at
    while (from > 0 && sizeOf(tokens.slice(from, role.at)) < LONGEST && isPartOfTitle(tokens[from - 1])) from -= 1
    const last = role.at + role.size
    const to =
      role.role === 'head' && tokens[last]?.is === 'word' && !AFTER.has(tokens[last]?.plain ?? '') ? last + 1 : last
    // "Hands-on engineer"
    if (tokens[from]?.text === '-') from = Math.min(from + 2, role.at)
    const isNext = from > end && end > 0 && tokens.slice(end, from).every(({ plain }) => AND.has(plain))
    if (!isSelf(tokens, { from, to: last }) && !(isNext && AFTER.has(tokens[last]?.plain ?? '.'))) continue
    end = to
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
  /^(?:obsessed|centric|centred|centered|conscious|minded|driven|savvy|loving|aware|proven|geprufte[nrs]?)$|\p{L}(?:bewusst|orientiert|getrieben|erprobt|freudig|stark|begeistert|erfahren)(?:e[rns]?)?$/u

function isPartOfTitle(token: Token | undefined): boolean {
  if (token?.is === 'sign') return token.text === '-'
  return (
    token?.is === 'word' &&
    !STOPS.has(token.plain) &&
    !/^[cz]ertifi/.test(token.plain) &&
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
  if (isOfAuthor(tokens, before)) return true
  // "as well as", "three times as fast as its teacher"
  if (SELF.has(beforeWord)) return !(beforeWord === 'as' && isComparison(tokens, before))
  const isOpening = openingOf(tokens, from).every(
    ({ plain, is, text }) =>
      is !== 'word' ||
      OPENERS.has(plain) ||
      DESCRIBING.has(plain) ||
      CERTIFYING.test(text) ||
      MONTHISH.test(plain) ||
      valueOfWord(plain) !== null,
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

/** What stands before a title in its sentence, or in its clause where that begins with a time: ", davor Teamleiter bei". */
function openingOf(tokens: readonly Token[], from: number): readonly Token[] {
  const comma = tokens.findLastIndex(({ text }, at) => at < from && (text === ',' || text === ';'))
  const isTimed = comma !== -1 && TIMES.has(tokens[comma + 1]?.plain ?? '') && comma + 1 < from
  return tokens.slice(isTimed ? comma + 1 : 0, from)
}

/** "Dort war ich …", "I was the …": what the author is said to be. */
function isOfAuthor(tokens: readonly Token[], at: number): boolean {
  const [one, own] = [tokens[at - 1]?.plain ?? '', tokens[at]?.plain ?? '']
  if (AUTHORS.has(own)) return BEING.has(one)
  return BEING.has(own) && tokens.slice(Math.max(0, at - 2), at).some(({ plain }) => AUTHORS.has(plain))
}
const AUTHORS = new Set(['ich', 'i'])
const BEING = new Set(['bin', 'war', 'wurde', 'was', 'am', 'been', 'became'])

function isComparison(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.plain === 'well' || tokens[at - 2]?.plain === 'as'
}

const MONTHISH = /^(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|de[cz])/
