import type { RoleFamily } from '#shared/facts.ts'
import { stripAccents } from '#main/infra/text/fold.ts'
import { titleScanner } from './level-lexicon.ts'
import { analystFamily, findSigns, isPlainWord, type Noun, type Sign } from './role-lexicon.ts'
import { familyOf, isDataFamily, isStrong } from './role-topics.ts'

/** A family and the stretch of the text that says so. */
export interface RoleReading {
  readonly family: RoleFamily
  readonly start: number
  readonly end: number
}

/** `unsure`: the words leave the family open; where the text does not say either, it is `otherwise`. */
export type RoleGuess =
  | ({ readonly isSure: true } & RoleReading)
  | { readonly isSure: false; readonly otherwise: RoleReading | null }

interface Part {
  readonly text: string
  readonly start: number
  readonly signs: readonly Sign[]
  /** In brackets, where a title says more of the same work; after a comma or dash it may name a team. */
  readonly isBracketed: boolean
}

/** A noun of work in its part of a title. */
interface Named {
  readonly sign: Sign
  readonly noun: Noun
  readonly part: Part
  readonly parts: readonly Part[]
}

const SEPARATOR = /\s[-–—]\s|[,;:()[\]|•·–—?!@]/gu
/** Ends of words that name a person by work; a title with such a word and none that is known is about other work. */
const PERSON =
  /(?:er|ers|erin|or|ors|ist|ista|istin|ant|ante|ian|eur|euse|ive|frau|mann|kraft|ero|era|are|arz|nik|ling|chef)$/u

/** The family that a title names: part by part the first noun of work with its topic, else the topics. Pure, linear. */
export function readRoleTitle(title: string): RoleGuess {
  const parts = partsOf(title)
  const guesses = parts.map((part) => readPart(part, parts)).filter((guess) => guess !== null)
  return guesses.find(({ isSure }) => isSure) ?? guesses[0] ?? readTopics(title, parts)
}

/** The family that a phrase names by a noun of work ("a senior data engineer with …"); null when it names none. Pure. */
export function readRolePhrase(phrase: string): RoleReading | null {
  const [part] = partsOf(phrase)
  const guess = part === undefined ? null : readPart(part, [part])
  return guess?.isSure === true ? guess : null
}

function partsOf(title: string): Part[] {
  const signs = findSigns(title)
  const parts: Part[] = []
  let start = 0
  const push = (end: number): void => {
    const own = signs.filter((sign) => sign.start >= start && sign.end <= end)
    const isBracketed = /[([]/.test(title.charAt(start - 1))
    if (end > start) parts.push({ text: title.slice(start, end), start, signs: own, isBracketed })
  }
  for (const { index, 0: separator } of title.matchAll(SEPARATOR)) {
    push(index)
    start = index + separator.length
  }
  push(title.length)
  return parts
}

function readPart(part: Part, parts: readonly Part[]): RoleGuess | null {
  const named = part.signs.filter(({ is }) => is === 'head' || is === 'noun')
  const first = named.find(({ noun }) => noun !== 'adviser') ?? named[0]
  if (first === undefined) return null
  const before = part.signs.filter(({ end }) => end <= first.start)
  const isTopical = first.is === 'head' || before.some(isStrong)
  const later = named.find(({ is, family, start }) => is === 'head' && family !== 'other' && start > first.start)
  const head = isTopical ? first : (later ?? first)
  if (head.family !== null) return sure(head.family, [head])
  return first.noun === null ? null : readNoun({ sign: first, noun: first.noun, part, parts })
}

function readNoun(named: Named): RoleGuess {
  const { sign, noun, part, parts } = named
  if (noun === 'analyst') return readAnalyst(named)
  const before = part.signs.filter(({ end }) => end <= sign.start).toReversed()
  const after = part.signs.filter(({ start }) => start >= sign.end)
  const others = parts.filter((other) => other !== part)
  const rest = others.flatMap((other) => other.signs)
  const bracketed = others.filter(({ isBracketed }) => isBracketed).flatMap((other) => other.signs)
  const fits = (topic: Sign): boolean => familyOf(noun, topic) !== null
  // "Angular Developer, Mobile" is of a mobile team, "Kotlin Developer (Android)" is not.
  const hasTool = part.signs.some(({ is }) => is === 'tool')
  for (const topics of [before, after, hasTool ? bracketed : rest]) {
    const found = readStrong(named, topics.filter(isStrong).filter(fits))
    if (found) return found
  }
  const all = [...before, ...after, ...rest].filter(fits)
  const tool = readTools(
    named,
    all.filter(({ is }) => is === 'tool'),
  )
  if (tool) return tool
  const topic = all.find(({ is }) => is === 'data') ?? all.find(isWeakTopic) ?? all.find(({ is }) => is !== 'data')
  const family = topic === undefined ? null : familyOf(noun, topic)
  if (topic === undefined || family === null) return readBareNoun(named)
  // A team of the platform writes services; who runs the platform is called by it.
  const isTeam = rest.includes(topic) && family === 'devops_sre'
  return sure(isTeam ? 'backend' : family, part.signs.includes(topic) ? [sign, topic] : [sign])
}

/** The nearest strong topic; one that yields only when it stands alone. Both ends of an application make it full stack. */
function readStrong({ sign, noun }: Named, topics: readonly Sign[]): RoleGuess | null {
  const [nearest] = topics
  if (nearest === undefined) return null
  const ends = (['frontend', 'backend'] as const).map((end) => topics.find(({ family }) => family === end))
  if (ends.every((end) => end !== undefined)) return sure('fullstack', [sign, ...topics])
  const isYielding = nearest.is === 'yielding'
  const chosen = isYielding ? (topics.find(({ is }) => is === 'strong') ?? nearest) : nearest
  return sure(familyOf(noun, chosen) ?? 'other', [sign, chosen])
}

function readTools({ sign }: Named, tools: readonly Sign[]): RoleGuess | null {
  const [front, back] = (['frontend', 'backend'] as const).map((end) => tools.find(({ family }) => family === end))
  if (front && back) return sure('fullstack', [sign, front, back])
  const tool = front ?? back ?? tools[0]
  return tool?.family ? sure(tool.family, [sign, tool]) : null
}

function readAnalyst({ sign, part, parts }: Named): RoleGuess {
  const rest = parts.filter((other) => other !== part).flatMap((other) => other.signs)
  const isData = (topic: Sign): boolean => topic.is === 'data' || (isStrong(topic) && isDataFamily(topic.family))
  const own = part.signs.find(isData)
  const field = own ? null : analystFamily(part.text)
  if (field) return sure(field, [sign])
  const data = own ?? rest.find(isData)
  if (data) return sure(data.family === 'data_scientist' ? data.family : 'data_analyst', [sign])
  const other = part.signs.find((topic) => topic.is === 'domain' || (isStrong(topic) && topic.family === 'other'))
  return other ? sure('other', [sign, other]) : unsure('other', sign)
}

/** A noun without a topic. Who develops, develops software; an engineer or scientist of something unknown may do any work. */
function readBareNoun({ sign, noun, part }: Named): RoleGuess {
  if (noun === 'developer') return sure('backend', [sign])
  if (noun === 'system') return sure('other', [sign])
  const around = part.text.slice(0, sign.start - part.start) + part.text.slice(sign.end - part.start)
  const words = stripAccents(around).match(/[\p{L}\p{N}.]+/gu) ?? []
  const isPlain = words.every((word) => word.length === 1 || isPlainWord(word))
  if (noun === 'engineer' && isPlain) return sure('backend', [sign])
  return unsure(noun === 'scientist' && isPlain ? 'research' : 'other', sign)
}

/** A title without a noun of work: the first strong topic of all, research before what is researched; else the first part that
 *  has a trade or a tool, else software as such. */
function readTopics(title: string, parts: readonly Part[]): RoleGuess {
  const all = parts.flatMap(({ signs }) => signs)
  const strong = all.filter(({ is }) => is === 'strong')
  const topic = strong.find(({ family }) => family === 'research') ?? strong[0] ?? all.find(isStrong)
  if (topic?.family) return sure(topic.family, [topic])
  const software = all.find((sign) => sign.is === 'weak' && !isWeakTopic(sign))
  const data = all.find(({ is }) => is === 'data')
  if (software && data) return sure('data_engineer', [data])
  const field = parts.find(({ signs }) => signs.some(({ is }) => is === 'domain' || is === 'tool' || is === 'weak'))
  const trade = field?.signs.find(({ is }) => is === 'domain') ?? field?.signs.find(({ is }) => is === 'tool')
  if (trade) return sure(trade.family ?? 'other', [trade])
  const person = unknownPerson(title, all)
  if (person) return { isSure: true, family: 'other', ...person }
  const weak = all.find(isWeakTopic) ?? software
  return weak?.family ? sure(weak.family, [weak]) : { isSure: false, otherwise: null }
}

/** A weak topic other than software as such. */
function isWeakTopic({ is, family }: Sign): boolean {
  return is === 'weak' && family !== 'backend'
}

/** A word that names a person by a work that is not known here, and by no level. */
function unknownPerson(title: string, signs: readonly Sign[]): { start: number; end: number } | null {
  const known = [...signs, ...titleScanner.scan(title)]
  for (const { index: start, 0: word } of title.matchAll(/\p{L}{4,}/gu)) {
    const [end, plain] = [start + word.length, stripAccents(word)]
    const isKnown = isPlainWord(plain) || known.some((sign) => sign.start < end && sign.end > start)
    if (!isKnown && PERSON.test(plain)) return { start, end }
  }
  return null
}

function sure(family: RoleFamily, signs: readonly Sign[]): RoleGuess {
  return { isSure: true, family, ...spanOf(signs) }
}

function unsure(otherwise: RoleFamily, sign: Sign): RoleGuess {
  return { isSure: false, otherwise: { family: otherwise, ...spanOf([sign]) } }
}

function spanOf(signs: readonly Sign[]): { start: number; end: number } {
  return { start: Math.min(...signs.map(({ start }) => start)), end: Math.max(...signs.map(({ end }) => end)) }
}
