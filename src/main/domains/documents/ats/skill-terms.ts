import { foldLetters } from '#main/infra/text/fold.ts'
import { findMentions } from '../../jobs/enrich/reading-words.service.ts'

/** How often a text names each skill of the table, under which words first. */
export type FoundSkills = ReadonlyMap<string, { readonly times: number; readonly as: string }>

/** The skills that stand in an exported text, word for word or under another of their names. An everyday word in another case than the
 *  skill's makers write it does not count. Pure. */
export function findSkillTerms(text: string): FoundSkills {
  const found = new Map<string, { times: number; as: string }>()
  // A name may be broken at the end of a line.
  const flowing = text.replaceAll(/[ \t]*\n[ \t]*/g, ' ')
  for (const source of [count(flowing), count(text)]) {
    for (const [name, { times, as }] of source) {
      const known = found.get(name)
      found.set(name, { times: Math.max(times, known?.times ?? 0), as: known?.as ?? as })
    }
  }
  return found
}

function count(text: string): Map<string, { times: number; as: string }> {
  const found = new Map<string, { times: number; as: string }>()
  for (const { skill, certainty, start, end } of findMentions(text, null).mentions) {
    if (certainty === 'loose') continue
    const known = found.get(skill.name)
    found.set(skill.name, { times: (known?.times ?? 0) + 1, as: known?.as ?? text.slice(start, end) })
  }
  return found
}

/** How often a word that the table does not know stands in a text. Pure. */
export function countWord(word: string, text: string): number {
  const plain = foldLetters(word).trim()
  if (plain === '') return 0
  const escaped = plain.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return [...foldLetters(text).matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'))].length
}
