import type { RoleFamily } from '#shared/facts.ts'
import { readRoleTitle } from './role-grammar.ts'
import { readRoleInText } from './role-text.ts'
import { readTitleText } from './title-text.ts'

interface RoleFamilyReading {
  readonly roleFamily: RoleFamily
  /** The words that say so, as written; null when nothing does. */
  readonly words: string | null
}

/** The family of work a posting belongs to, by the definitions in docs/READING.md. The title decides; one that leaves it open
 *  ("Join us!", "Working student", "Consultant") leaves it to what the text says it looks for and speaks of. Pure, linear. */
export function readRoleFamily(input: { title: string; descriptionText: string }): RoleFamilyReading {
  const title = readTitleText(input.title)
  const guess = readRoleTitle(title.text)
  if (guess.isSure) return { roleFamily: guess.family, words: title.quote(guess.start, guess.end) }
  const said = readRoleInText(input.descriptionText)
  if (said) return said
  const { otherwise } = guess
  if (otherwise === null) return { roleFamily: 'other', words: null }
  return { roleFamily: otherwise.family, words: title.quote(otherwise.start, otherwise.end) }
}
