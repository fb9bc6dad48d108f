import names from '#resources/claim-names.json' with { type: 'json' }
import { hasAlike } from './alike.ts'

const LEAST_PART = 4
/** A sign so short is a whole word of the facts; a longer one may stand anywhere in a word. */
const WHOLE_WORD = 3

const SIGNS = new Map(
  Object.entries(names.topicSigns).flatMap(([topics, signs]) =>
    topics.split(' ').map((topic) => [topic, signs.split(' ')] as const),
  ),
)
const ROLES = new Map(Object.entries(names.roleSigns).map(([role, signs]) => [role, signs.split(' ')] as const))

/** Whether words show what a title is about: they name it, each part of a compound ("Forschungssoftware" of "Research Software Engineer"),
 *  or what only that field works with (a cloud by its maker). Folded. Pure. */
export function showsTopic(words: ReadonlySet<string>, topic: string): boolean {
  if (isShown(words, topic)) return true
  for (let cut = LEAST_PART; cut <= topic.length - LEAST_PART; cut++)
    if (isShown(words, topic.slice(0, cut)) && isShown(words, topic.slice(cut))) return true
  return false
}

/** Whether words show that somebody does what a role does, whatever the post was called: who teaches is a teacher. Pure. */
export function showsRole(words: ReadonlySet<string>, role: string): boolean {
  const signs = ROLES.get(role)
  return signs !== undefined && hasSign(words, signs)
}

function isShown(words: ReadonlySet<string>, part: string): boolean {
  if (hasAlike(words, part) || words.has(`${part}s`)) return true
  const signs = SIGNS.get(part)
  return signs !== undefined && hasSign(words, signs)
}

function hasSign(words: ReadonlySet<string>, signs: readonly string[]): boolean {
  if (signs.some((sign) => words.has(sign))) return true
  const inside = signs.filter(({ length }) => length > WHOLE_WORD)
  return [...words].some((word) => inside.some((sign) => word.includes(sign)))
}
