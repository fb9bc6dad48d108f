import type { Need, SkillFact } from '#shared/facts.ts'
import { findCompanies } from './companies.ts'
import { excludeMentions } from './exclusion.ts'
import { findMentions, type Mention } from './find-mentions.ts'
import { readStatements } from './layout.ts'
import { readNeeds } from './need.ts'
import { isInPassing } from './practices.ts'
import type { Reading } from './reading.ts'
import { settleMentions } from './settle-mentions.ts'
import { countBelow } from './spans.ts'
import { readYears } from './years.ts'

interface SkillsInput {
  readonly title: string
  readonly descriptionText: string
  /** Who posts: a technology of that name is the employer unless it is asked for. '' when nobody is named. */
  readonly company?: string
  /** The language of the text, ISO 639-1. */
  readonly language?: string | null
}

const MAX_TEXT = 200_000

function readPosting(text: string, language: string | null): Reading {
  const { mentions, cues } = findMentions(text, language)
  const sure = mentions.filter(({ certainty }) => certainty === 'sure')
  const isNamed = ({ start, end }: { start: number; end: number }): boolean => {
    const next = sure[countBelow(sure, 'start', start)]
    return next !== undefined && next.start < end
  }
  return { text, mentions, cues, statements: readStatements(text, isNamed), language }
}

/** The technologies and methods a posting names as part of the work or asks for, by the names their makers use, each once, in order
 *  of first mention (title first). `evidence` is the words as written; `need` and `years` are what the posting says of the skill,
 *  anywhere. Words that only look like a skill ("go to market"), skills named to be excluded ("no Java needed", "kein PHP") and
 *  companies are left out. Linear in the text's length. */
export function readSkills({ title, descriptionText, company = '', language = null }: SkillsInput): SkillFact[] {
  const whole = readPosting(`${title}\n${descriptionText.slice(0, MAX_TEXT)}`, language)
  const named = keepWhere(whole, findCompanies(whole, company), false)
  const meant = keepWhere(named, settleMentions(named), true)
  const reading = keepWhere(meant, excludeMentions(meant), false)
  const needs = readNeeds(reading)
  const years = readYears(reading)
  const facts = new Map<string, SkillFact>()
  for (const [at, mention] of reading.mentions.entries()) {
    const need = needs[at] ?? null
    if (isInPassing(reading, { at, need })) continue
    const fact = factOf(reading, { mention, need, years: years.get(mention) ?? null })
    const known = facts.get(fact.name)
    facts.set(fact.name, known ? together(known, fact) : fact)
  }
  return [...facts.values()]
}

/** The reading with only the mentions of which `what` says `wanted`. */
function keepWhere(reading: Reading, what: readonly boolean[], wanted: boolean): Reading {
  return { ...reading, mentions: reading.mentions.filter((_, at) => what[at] === wanted) }
}

function factOf(
  { text }: Reading,
  { mention, need, years }: { mention: Mention; need: Need | null; years: number | null },
): SkillFact {
  return { name: mention.skill.name, evidence: text.slice(mention.start, mention.end), need, years }
}

/** What two mentions say of one skill: a must is a must wherever it is said, and the least years count. */
function together(first: SkillFact, second: SkillFact): SkillFact {
  const isRequired = first.need === 'required' || second.need === 'required'
  const years = [first.years, second.years].filter((said) => said !== null)
  return {
    ...first,
    need: isRequired ? 'required' : (first.need ?? second.need),
    years: years.length === 0 ? null : Math.min(...years),
  }
}
