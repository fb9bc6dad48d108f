import type { Need } from '#shared/facts.ts'
import { isAfterWithout, isRightBefore } from './beside.ts'
import { carryNeeds, isWelcomeAfterAll } from './carried-need.ts'
import { hasWord, type CueKind } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { areListedTogether, countListed } from './lists.ts'
import { statementOf, type Reading } from './reading.ts'
import { countBelow, type Span } from './spans.ts'

const REACH = 220
const AFTER_REACH = 120
/** What ends the part of a sentence that a word such as "must" or "ideally" rules. */
const PART_END = /[;\n]|\s[–—-]\s/u
const STEP_END = /,\s|[.!?:]\s|\)\s*\S/

/** Whether the mention's skill must be there or may be: by what its clause says ("… is a plus", "ideally …"), else by the heading or
 *  label over it; null when nothing tells. What may be there under "nice to have" is no must because a sentence there says so. */
function readNeed(reading: Reading, at: number): Need | null {
  const mention = reading.mentions[at]
  if (!mention) return null
  const { topic } = statementOf(reading, mention)
  const listed = topic === 'required' || topic === 'preferred' ? topic : null
  const said = readSaid(reading, at)
  if (said === null) return listed
  return said === 'required' && listed === 'preferred' ? 'preferred' : said
}

/** The needs of all mentions: what each sentence says, and what a paragraph that asks for something goes on to say to "you": "You write
 *  Python that survives a review" after "You have three years of SQL". */
export function readNeeds(reading: Reading): (Need | null)[] {
  const needs = reading.mentions.map((_, at) => readNeed(reading, at))
  let asking = -1
  const asked = needs.map((need, at) => {
    const mention = reading.mentions[at]
    if (need === 'required' && mention) asking = statementOf(reading, mention).lineStart
    return need === null && mention && isAskedToo(reading, { mention, asking }) ? 'required' : need
  })
  return carryNeeds(reading, asked)
}

const POLISH_YOU = /\p{L}{2}[aeiy]sz(?!\p{L})/u

function isAskedToo({ text, ...reading }: Reading, { mention, asking }: { mention: Mention; asking: number }): boolean {
  const { start, end, lineStart, topic, isTitle } = statementOf({ text, ...reading }, mention)
  if (topic !== null || isTitle || lineStart !== asking) return false
  const said = text.slice(start, end)
  return (hasWord('yous', said) || POLISH_YOU.test(said)) && !saysWhatWillBe(said)
}

/** What the sentence says of the mention: what is said right of it counts most, what is said of the whole sentence least. */
function readSaid(reading: Reading, at: number): Need | null {
  const mention = reading.mentions[at]
  if (!mention) return null
  if (isWelcomeAfterAll(reading, mention)) return 'preferred'
  const after = saidAfter(reading, at)
  if (after !== null) return after
  if (isWelcomeInClause(reading, at)) return 'preferred'
  const before = saidInCondition(reading, mention) ?? saidInAnswer(reading, mention) ?? saidBefore(reading, at)
  if (before !== null) return before
  // "Without SQL nothing goes": what is not wanted was left out before.
  const isMust = isWithout(reading, at) || isSaidInClause(reading, { mention, kind: 'requiredAnywhere' })
  return isMust || isKnowledge(reading, at) ? 'required' : null
}

/** "Ohne Python und SQL …" */
function isWithout({ text, mentions }: Reading, at: number): boolean {
  const [previous, mention] = [mentions[at - 1], mentions[at]]
  if (!mention) return false
  if (isAfterWithout(text, mention)) return true
  return !!previous && isAfterWithout(text, previous) && areListedTogether(text, { one: previous, other: mention })
}

/** "It helps if you know …": said of all that stands between the same semicolons, but not of what was asked for before it ("you know
 *  Python, and it helps if you know Rust") or after a turn ("it helps if you know Rust, but you must know Python"). */
function isWelcomeInClause(reading: Reading, at: number): boolean {
  const { text, mentions, cues } = reading
  const mention = mentions[at]
  if (!mention) return false
  const { start, end } = clauseOf(reading, mention)
  const before =
    cues.before('preferredAnywhere', { from: start, offset: mention.start }) ??
    wishIn(text, cues.before('moods', { from: start, offset: mention.start }))
  if (before) {
    const required = cues.before('requiredBefore', { from: before.end, offset: mention.start })
    const between = required ? text.slice(before.end, required.start) : ''
    return !hasWord('turns', between) && !NEW_CLAUSE.test(between)
  }
  const after =
    cues.after('preferredAnywhere', { offset: mention.end, to: end }) ??
    wishIn(text, cues.after('moods', { offset: mention.end, to: end }))
  if (!after) return false
  const later = mentions[countBelow(mentions, 'start', after.end)]
  const isOfLater = later !== undefined && later.start < end && /[,.]\s/.test(text.slice(mention.end, after.start))
  if (!isOfLater) return true
  return !isWithout(reading, at) && cues.before('requiredBefore', { from: start, offset: mention.start }) === null
}

/** "Kotlin would be nice, and you know Swift" */
const NEW_CLAUSE = /,\s(?:\p{L}{1,5}\s){0,2}$/u
const MOOD_SUBJECT = /(\p{L}+)\s$/u
/** "Would you …?", "your time would be spent …" */
const NO_WISH = /^\s(?:(?:you|we)(?!\p{L})|be\s\p{L}+(?:ed|en|ent|ght)(?!\p{L}))/u

/** A word such as "would", but not in "you would work with …", which wishes for nothing. */
function wishIn(text: string, cue: Span | null): Span | null {
  if (!cue) return null
  const subject = MOOD_SUBJECT.exec(text.slice(Math.max(0, cue.start - 8), cue.start))?.[1]
  if (subject !== undefined && hasWord('moodSubjects', subject)) return null
  return NO_WISH.test(text.slice(cue.end, cue.end + 24)) ? null : cue
}

/** "If you know Rust, …" is what may be there; with "… apply" it is who should. */
function saidInCondition(reading: Reading, mention: Mention): Need | null {
  const { text, cues } = reading
  const { start, end, topic } = statementOf(reading, mention)
  if (topic !== 'required' && isInvertedIf(text, { start, mention })) return 'preferred'
  const cue = topic === 'required' ? null : cues.before('ifs', { from: start, offset: mention.start })
  if (!cue || PART_END.test(text.slice(cue.end, mention.start))) return null
  const isIn = (kind: CueKind): boolean => cues.after(kind, { offset: start, to: end }) !== null
  if (isIn('ifWants')) return null
  return isIn('ifApplies') ? 'required' : 'preferred'
}

const INVERTED =
  /^(?:heb|ken|kan|kun|kunt|weet|hast|kennst|kannst|weißt|bringst|beherrschst|haben|kennen|können|har|kan|känner) (?:je|jij|u|du|sie)(?!\p{L})[^.!?;\n]*?,\s(?:dan|dann|so|så)(?!\p{L})/iu
const INVERTED_REACH = 240

/** "Heb je al met Sanity gewerkt, dan is dat mooi": said of what stands before the comma. */
function isInvertedIf(text: string, { start, mention }: { start: number; mention: Mention }): boolean {
  const earliest = Math.max(start, mention.start - INVERTED_REACH)
  const semicolon = text.slice(earliest, mention.start).lastIndexOf('; ')
  if (semicolon === -1 && earliest > start) return false
  const from = earliest + semicolon + 1
  const part = INVERTED.exec(text.slice(from, from + INVERTED_REACH).trimStart())
  return part !== null && mention.end - from <= part[0].length
}

const KNOWLEDGE_REACH = 120
const OWNER_REACH = 30
const KNOWLEDGE_END = /[.;:()\n]|\s[–—-]\s/u

/** "Experience with Kafka", "solid SQL skills": asked for where nothing says that it is the employer's or will be gained there. */
function isKnowledge(reading: Reading, at: number): boolean {
  const { text, mentions, cues } = reading
  const mention = mentions[at]
  if (!mention) return false
  const { start, topic, isTitle } = statementOf(reading, mention)
  if (isTitle || topic === 'other' || topic === 'stack') return false
  const isOwned = (offset: number): boolean =>
    cues.before('owners', { from: Math.max(start, offset - OWNER_REACH), offset }) !== null
  const last = mentions[at + countListed(text, { mentions, from: at })] ?? mention
  if (isRightBefore(reading, { mention: last, kind: 'knowledgeAfter' })) return !isOwned(mention.start)
  const from = Math.max(start, mention.start - KNOWLEDGE_REACH)
  const cue = cues.before('askedBefore', { from, offset: mention.start })
  if (!cue || isOwned(cue.start) || cues.after('preferredAfter', { offset: cue.end, to: mention.start })) return false
  const between = text.slice(cue.end, mention.start)
  return !KNOWLEDGE_END.test(between) && !hasWord('turns', between)
}

/** The mention's statement between two semicolons. */
function clauseOf(reading: Reading, mention: Mention): Span {
  const { start, end } = statementOf(reading, mention)
  const semicolon = reading.text.indexOf(';', mention.end)
  return {
    start: start + reading.text.slice(start, mention.start).lastIndexOf(';') + 1,
    end: semicolon === -1 ? end : Math.min(end, semicolon),
  }
}

/** "Ohne … geht es nicht": said of all that stands between the same semicolons. */
function isSaidInClause(reading: Reading, { mention, kind }: { mention: Mention; kind: CueKind }): boolean {
  const { start, end } = clauseOf(reading, mention)
  return reading.cues.after(kind, { offset: start, to: end }) !== null
}

/** "Kafka is a plus", "SQL (required)": said in the same step of the enumeration, or of a list that it closes. */
function saidAfter(reading: Reading, at: number): Need | null {
  const { text, mentions, cues } = reading
  const mention = mentions[at]
  if (!mention) return null
  const to = Math.min(statementOf(reading, mention).end, mention.end + AFTER_REACH)
  const required = cues.after('requiredAfter', { offset: mention.end, to })
  const preferred = cues.after('preferredAfter', { offset: mention.end, to })
  const isDenied = required !== null && isNegatedCue(reading, required)
  const isPreferred = preferred !== null && (required === null || isDenied || preferred.start <= required.start)
  const cue = isPreferred ? preferred : required
  if (!cue || (isDenied && !isPreferred) || text.slice(mention.end, cue.start).includes(';')) return null
  const inList = countListed(text, { mentions, from: at })
  const last = mentions.slice(at, at + inList + 1).findLast(({ end }) => end <= cue.start) ?? mention
  const between = text.slice(last.end, cue.start)
  const isWhole = isDenied || (between === ', ' && WHOLE_REMARK.test(text.slice(cue.end, cue.end + 2)))
  if (PART_END.test(between) || (STEP_END.test(between) && !isWhole)) return null
  return isPreferred ? 'preferred' : 'required'
}

/** "RAG, a plus." */
const WHOLE_REMARK = /^\s?(?:$|[.;)\n])/u
const NEGATION_REACH = 14

/** "… nie jest wymagana, ale mile widziana". */
function isNegatedCue({ cues }: Reading, { start }: Span): boolean {
  return cues.before('negation', { from: start - NEGATION_REACH, offset: start }) !== null
}

/** "You must know …", "ideally …": said of all that follows in the same part of the sentence. */
function saidBefore(reading: Reading, at: number): Need | null {
  const { text, mentions, cues } = reading
  const mention = mentions[at]
  if (!mention) return null
  const from = Math.max(statementOf(reading, mention).start, mention.start - REACH)
  const required = cues.before('requiredBefore', { from, offset: mention.start })
  const preferred = cues.before('preferredBefore', { from, offset: mention.start })
  const rules = (cue: Span | null): cue is Span =>
    cue !== null && !PART_END.test(text.slice(cue.end, mention.start)) && !closesStep(reading, { at, cue })
  const { topic, isItem } = statementOf(reading, mention)
  const isTask = topic === 'other' && isItem
  // "Ideally you have experience with …" is one statement; "ideally Spark, but you must know Python" is two.
  const isTurned = preferred && required && hasWord('turns', text.slice(preferred.end, required.start))
  if (rules(preferred) && !isTurned) return 'preferred'
  if (isTask || !rules(required)) return null
  return saysWhatWillBe(text.slice(required.end, mention.start)) ? null : 'required'
}

const FUTURE = /\p{L}{2}[aei]r(?:à|á|ai|as|ez|ás)(?!\p{L})/iu

/** "The person we are looking for will build …", "la persona che cerchiamo svilupperà …": no word of what is asked for. */
function saysWhatWillBe(between: string): boolean {
  return hasWord('wills', between) || FUTURE.test(between)
}

const SHORT_ANSWER = 70

/** "Do you know OpenShift? That would be a plus." */
function saidInAnswer({ text, statements, cues }: Reading, { start }: Span): Need | null {
  const next = countBelow(statements, 'start', start + 1)
  const [asked, answer] = [statements[next - 1], statements[next]]
  if (!asked || !answer || text.charAt(asked.end - 1) !== '?' || answer.lineStart !== asked.lineStart) return null
  const to = Math.min(answer.end, answer.start + SHORT_ANSWER)
  const kinds = ['preferredAfter', 'preferredAnywhere', 'moods'] as const
  return kinds.some((kind) => cues.after(kind, { offset: answer.start, to }) !== null) ? 'preferred' : null
}

/** "PRINCE2 appréciée, bonne pratique de …": what was said of the step before is not said of the next one. */
function closesStep({ text, mentions, cues }: Reading, { at, cue }: { at: number; cue: Span }): boolean {
  const kinds = ['preferredAfter', 'requiredAfter'] as const
  if (!kinds.some((kind) => cues.after(kind, { offset: cue.start, to: cue.end })?.start === cue.start)) return false
  const earlier = mentions[Math.min(at, countBelow(mentions, 'end', cue.start + 1)) - 1]
  if (!earlier || cue.start - earlier.end >= AFTER_REACH) return false
  return !/[,.;:!?\n]/.test(text.slice(earlier.end, cue.start))
}
