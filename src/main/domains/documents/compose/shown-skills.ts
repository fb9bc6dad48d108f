import unproven from '#resources/unproven-words.json' with { type: 'json' }
import { plainLetters } from '#main/infra/text/fold.ts'
import { readSkillWords, type SkillSaid } from '../claims/read/skills/skills-said.ts'

interface Span {
  readonly start: number
  readonly end: number
}

const PASSIVES: ReadonlySet<string> = new Set(unproven.passives)
const PHRASES = unproven.phrases.map(({ words, then, until, isLast }) => ({
  said: then.length === 0 ? anyOf(words) : anyOf(words, then),
  ends: until.length === 0 ? null : anyOf(until),
  isLast,
}))

/** The skills that a sentence shows of whoever wrote it: not those that it only speaks of, as what was replaced, left or removed, what
 *  others were asked about, or what was done without. Where the sentence does not tell, a skill is not shown. Pure. */
export function readShownSkills(text: string, { isFact }: { isFact: boolean }): SkillSaid[] {
  const skills = readSkillWords(text, { isFact, language: '' })
  if (skills.length === 0) return skills
  const spans = sentencesOf(text).flatMap((sentence) => unprovenIn(text, sentence))
  return skills.filter((skill) => !spans.some(({ start, end }) => skill.start >= start && skill.start < end))
}

function sentencesOf(text: string): Span[] {
  const ends = [...text.matchAll(/[.!?;:](?=\s|$)|\n/g)].map(({ index }) => index + 1)
  return [...ends, text.length].map((end, at) => ({ start: at === 0 ? 0 : (ends[at - 1] ?? 0), end }))
}

function unprovenIn(text: string, { start, end }: Span): Span[] {
  const sentence = text.slice(start, end)
  const at = (from: number, to: number): Span => ({ start: start + from, end: start + to })
  return PHRASES.flatMap(({ said, ends, isLast }) =>
    matchesOf(said, sentence).flatMap((found) => {
      const stops = ends === null ? [] : matchesOf(ends, sentence)
      if (isLast) return [at(0, stops.find((stop) => stop.start > 0 && stop.end <= found.start)?.start ?? found.end)]
      const stop = stops.find((one) => one.start >= found.end)
      const before = wordBefore(sentence, found.start)
      const isPassive = PASSIVES.has(before) || stop?.start === found.end + 1
      return [at(found.end, stop?.start ?? sentence.length), ...(isPassive ? [at(0, found.start)] : [])]
    }),
  )
}

function matchesOf(pattern: RegExp, sentence: string): Span[] {
  const plain = sameLength(sentence)
  return [...plain.matchAll(pattern)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }))
}

/** Letter by letter without accents, so that places stay. */
function sameLength(sentence: string): string {
  return Array.from(sentence, (sign) => {
    const plain = plainLetters(sign).toLowerCase()
    return plain.length === sign.length ? plain : sign
  }).join('')
}

function wordBefore(sentence: string, start: number): string {
  return /(\p{L}+)\s+$/u.exec(sentence.slice(0, start).toLowerCase())?.[1] ?? ''
}

/** Any of the words; with `then` up to the first of those that follows. */
function anyOf(words: readonly string[], then: readonly string[] = []): RegExp {
  const whole = (some: readonly string[]) => String.raw`(?<![\p{L}\p{N}])(?:${some.join('|')})(?![\p{L}\p{N}])`
  return new RegExp(then.length === 0 ? whole(words) : `${whole(words)}.*?${whole(then)}`, 'gu')
}
