import { isRightAfter, isRightBefore, SHORT_NAME } from './beside.ts'
import { hasWord } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { statementOf, type Reading } from './reading.ts'

/** Words that are something else where they stand, whatever company they keep: a role, a field of study, an amount, a licence. */
export function isOtherThing(reading: Reading, mention: Mention): boolean {
  return (
    isRoleWord(reading, mention) ||
    isFieldOfStudy(reading, mention) ||
    isAmount(reading.text, mention) ||
    isExam(reading.text, mention)
  )
}

/** "DevOps Engineer", "our SRE team": who somebody is, not what is asked for. */
function isRoleWord(reading: Reading, mention: Mention): boolean {
  if (!mention.skill.isRole) return false
  if (statementOf(reading, mention).isTitle) return true
  return isRightBefore(reading, { mention, kind: 'role' }) || isRightAfter(reading, { mention, kind: 'roleBefore' })
}

/** "A degree in statistics" asks for a degree. */
function isFieldOfStudy(reading: Reading, mention: Mention): boolean {
  if (mention.skill.category !== 'science' || mention.certainty === 'sure') return false
  const { start, end } = statementOf(reading, mention)
  return reading.cues.after('degrees', { offset: start, to: end }) !== null
}

const EXAM_BEFORE = /(?:certifi|zertifi|certyfik)\p{L}*[\s:(-]*$/iu
const EXAM_AFTER = /^[\s-]*(?:certifi|zertifi|certyfik)/iu

/** "A CKA certificate": what somebody has passed. */
function isExam(text: string, { start, end, skill }: Mention): boolean {
  if (!skill.isExam) return false
  return EXAM_BEFORE.test(text.slice(Math.max(0, start - 24), start)) || EXAM_AFTER.test(text.slice(end, end + 12))
}

const AMOUNT_BEFORE = /\d[ \u00a0\u202f]?$/

/** "500 Go" is an amount in French, "permis B ou C" a licence, "c'est" no letter. */
function isAmount(text: string, { start, end, skill }: Mention): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  if (skill.name === 'Go') return AMOUNT_BEFORE.test(before)
  return skill.name.length === SHORT_NAME && (/['’]/.test(text.charAt(end)) || hasWord('licences', before))
}
