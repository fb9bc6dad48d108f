import names from '#resources/claim-names.json' with { type: 'json' }
import related from '#resources/related-skills.json' with { type: 'json' }
import { findMentions, type Mention } from '../../../jobs/enrich/reading-words.service.ts'

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
}

const FIELDS = new Set(['analytics', 'science', 'method', 'design', 'product', 'marketing', 'architecture'])
const INCLUDES: Readonly<Record<string, readonly string[]>> = related.includes

/** The skills that a sentence names. Words that are also something else count in their makers' spelling, and in lists beside others.
 *  With `isFact` every word that may be one counts: what backs a claim need not be certain. Pure. */
export function readSkillWords(text: string, { isFact, language }: { isFact: boolean; language: string }): SkillSaid[] {
  const { mentions } = findMentions(text, language)
  const sure = mentions.filter(({ certainty }) => certainty === 'sure' || certainty === 'mid')
  return mentions
    .filter((mention) => isFact || isMeant(mention, { text, others: sure.filter((other) => other !== mention).length }))
    .map(({ skill, start, end }) => {
      const written = text.slice(start, end)
      // A capital at the start of a sentence says nothing.
      const tail = isFirstWord(text, start) ? written.slice(1) : written
      return {
        name: skill.name,
        written,
        start,
        end,
        isField: FIELDS.has(skill.category),
        isPlain: skill.isPractice === true || tail === tail.toLowerCase(),
      }
    })
}

function isMeant(
  { certainty, start, end, skill }: Mention,
  { text, others }: { text: string; others: number },
): boolean {
  if (text.slice(start, end) === 'Teams' && GENITIVE.test(text.slice(0, start))) return false
  // "my SQL course"
  if (/^my\s/i.test(text.slice(start, end))) return false
  if (certainty === 'sure' || certainty === 'mid') return true
  if (certainty === 'loose' && isLowerSkill(text, { start, end })) return true
  if (certainty === 'context') return !isFirstWord(text, start) || others > 0
  if (skill.isPractice === true) return false
  return others > 0 && certainty === 'list'
}

/** Names that stand for one maker's tool, in lower case, too. */
export const LOWER: ReadonlySet<string> = new Set(names.lowerSkills.split(' '))
const BEFORE = new Set(names.beforeSkill.split(' '))
const WORD_REACH = 12

/** "fed by prometheus": a tool in lower case, behind a word for what is done with one. */
function isLowerSkill(text: string, { start, end }: { start: number; end: number }): boolean {
  if (!LOWER.has(text.slice(start, end).toLowerCase())) return false
  const before = /(\p{L}+)[\s,]+$/u.exec(text.slice(Math.max(0, start - WORD_REACH), start))?.[1]
  return before !== undefined && BEFORE.has(before.toLowerCase())
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
