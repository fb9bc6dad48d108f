import related from '#resources/related-skills.json' with { type: 'json' }
import { findMentions, type Mention } from '../../../../jobs/enrich/reading-words.service.ts'
import { skillNameOf } from '../../../../jobs/match/matching.service.ts'
import { readPractices } from './practices-said.ts'
import { readLowerTools } from './tool-rows.ts'

/** A skill of the table that a sentence names. */
export interface SkillSaid {
  readonly name: string
  readonly written: string
  readonly start: number
  readonly end: number
  /** Written in everyday letters, so that the same words may be said otherwise. */
  readonly isPlain: boolean
  /** A field of work rather than one maker's tool. */
  readonly isField: boolean
  /** Other words for it that the table has. */
  readonly phrases: readonly string[]
}

const FIELDS = new Set(['analytics', 'science', 'method', 'design', 'product', 'marketing', 'architecture'])
const INCLUDES: Readonly<Record<string, readonly string[]>> = related.includes

/** The skills that a sentence names. Words that are also something else count in their makers' spelling, and in rows beside others.
 *  With `isFact` every word that may be one counts: what backs a claim need not be certain. Pure. */
export function readSkillWords(text: string, { isFact, language }: { isFact: boolean; language: string }): SkillSaid[] {
  const { mentions } = findMentions(text, language)
  if (isFact) return [...mentions.map((mention) => saidIn(text, mention)), ...practicesIn(text, [])]
  const sure = mentions.filter(({ certainty }) => certainty === 'sure' || certainty === 'mid')
  const meant = mentions
    .filter((mention) => isMeant(mention, { text, others: sure.filter((other) => other !== mention).length }))
    .map((mention) => saidIn(text, mention))
  const lower = readLowerTools(text, { language, known: meant }).map(({ start, end }) => {
    const written = text.slice(start, end)
    return { name: skillNameOf(written), written, start, end, isField: false, isPlain: false, phrases: [] }
  })
  return [...meant, ...lower, ...practicesIn(text, meant)]
}

function practicesIn(text: string, known: readonly SkillSaid[]): SkillSaid[] {
  return readPractices(text)
    .filter((said) => !known.some(({ start, end }) => start < said.end && end > said.start))
    .map(({ name, start, end }) => {
      const written = text.slice(start, end)
      return { name, written, start, end, isField: false, isPlain: !/[\s-]/.test(written), phrases: [] }
    })
}

function saidIn(text: string, { skill, start, end }: Mention): SkillSaid {
  const written = text.slice(start, end)
  const phrases = phrasesOf(skill)
  return {
    name: skill.name,
    written,
    start,
    end,
    isField: FIELDS.has(skill.category),
    isPlain: skill.isPractice === true || phrases.length > 0 || (isLower(written) && !/\s/.test(written)),
    phrases,
  }
}

const phrasesBySkill = new Map<string, readonly string[]>()

/** The phrases of a skill that the table writes in everyday letters: "machine learning", but none of React Native. */
function phrasesOf({ name, aliases = [], words = [] }: Mention['skill']): readonly string[] {
  const known = phrasesBySkill.get(name)
  if (known !== undefined) return known
  const found = [...aliases, ...words].filter((phrase) => phrase.includes(' ') && isLower(phrase))
  phrasesBySkill.set(name, found)
  return found
}

function isLower(text: string): boolean {
  return text === text.toLowerCase()
}

function isMeant(
  { certainty, start, end, skill }: Mention,
  { text, others }: { text: string; others: number },
): boolean {
  const written = text.slice(start, end)
  if (written === 'Teams' && GENITIVE.test(text.slice(0, start))) return false
  // "my SQL course"
  if (/^my\s/i.test(written)) return false
  if (isMadeOf(skill, written)) return false
  if (certainty === 'sure' || certainty === 'mid') return true
  if (certainty === 'context') return !isFirstWord(text, start) || others > 0
  if (skill.isPractice === true) return false
  return others > 0 && certainty === 'list'
}

/** "Eigenentwicklung": a longer word that begins with one that only counts in lists. */
function isMadeOf({ words = [], when }: Mention['skill'], written: string): boolean {
  return (
    when === 'list' && words.some((word) => written.startsWith(word) && /^\p{Ll}/u.test(written.slice(word.length)))
  )
}

/** "eines achtköpfigen Teams", "unserer Teams": no product. */
const GENITIVE = /(?:^|\s)(?:des|\p{L}{2,}(?:es|en|er|re)|zwei|drei|vier|fünf|\d+)\s+$/u

function isFirstWord(text: string, start: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start)) || /[.!?:]\s+$/.test(text.slice(0, start))
}

/** Some skills, and what whoever knows them knows, too. Pure. */
export function withIncluded(names: Iterable<string>): Set<string> {
  const found = new Set<string>()
  const open = [...names]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...(INCLUDES[next] ?? []))
  }
  return found
}
