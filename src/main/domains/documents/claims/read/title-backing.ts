import words from '#resources/claim-words.json' with { type: 'json' }
import type { Ground } from '../ground.ts'
import { alike, isLeaderOfPeople, isOfField, isSameTitle, type TitleSaid } from './titles-said.ts'
import { wordsOf } from './words.ts'

interface TitleReading {
  readonly ground: Ground
  readonly text: string
  /** The text is a title by itself. */
  readonly isTitle?: boolean
}

const NEAR = words.titleNear.map((group) => new Set(group.split(' ')))

/** Whether facts make a post true that a sentence claims. Beside the name of an employer it is the post held there; a description of the
 *  person ("Data engineer with …") may rest on any post of the career, or on one that is near. Pure. */
export function isTitleBacked(title: TitleSaid, { ground, text, isTitle }: TitleReading): boolean {
  if (isOfField(title, ground.fields) || (ground.leads && isLeaderOfPeople(title, ground.leadsTeam))) return true
  const isOfPost =
    ground.ownTitles.length > 0 &&
    (isTitle === true || wordsOf(text).some((word) => word.length > 2 && ground.organisationWords.has(word)))
  const isTopic = (topic: string) => [...ground.words].some((word) => alike(word, topic))
  const isSame = (fact: TitleSaid) => isSameTitle(title, fact, isTopic) || isStudentOf(title, fact)
  if ((isOfPost ? ground.ownTitles : ground.titles).some(isSame)) return true
  if (isOfPost || isTitle === true || isInPost(text.slice(0, title.start))) return false
  return ground.career.titles.some(isSame) || isDescribed(title, { ground, isTopic })
}

/** "As data engineer I built": the post in which something was done. */
function isInPost(before: string): boolean {
  return /(?:^|[^\p{L}])(?:as|als|role|position|post|job|rolle|stelle)(?:\s+(?:an?|the|my|of|eine?|einer|einem|der|die|mein\p{L}*))*\s*$/iu.test(
    before,
  )
}

interface Described {
  readonly ground: Ground
  readonly isTopic: (topic: string) => boolean
}

/** No post of the career bears these words, and they say no more than its posts and facts do. */
function isDescribed({ roles, levels, topics }: TitleSaid, { ground, isTopic }: Described): boolean {
  const [role = ''] = roles
  if (roles.length !== 1 || levels.length > 0) return false
  const { titles, degrees } = ground.career
  const isNear = (topic: string) =>
    isTopic(topic) ||
    NEAR.some((group) => group.has(topic) && titles.some((fact) => fact.topics.some((known) => group.has(known))))
  if (!topics.every(isNear)) return false
  if (role === 'specialist') return topics.length > 0
  if (role === 'scientist' && topics.length === 0)
    return degrees.has('doctor') || titles.some((fact) => fact.topics.some((topic) => RESEARCH.test(topic)))
  return titles.some(
    (fact) =>
      (fact.roles.includes(role) && fact.lowering.length === 0) || (role === 'engineer' && isStudentEngineer(fact)),
  )
}

const RESEARCH = /^(?:research|forsch)/
const ENGINEERING = /(?:entwicklung|development|engineering|programmierung)$/

function isStudentEngineer({ roles, topics }: TitleSaid): boolean {
  return roles.some((role) => STUDENTS.has(role)) && topics.some((topic) => ENGINEERING.test(topic))
}
const STUDENTS = new Set(['student', 'intern'])

/** "Student developer" of a working student in development. */
function isStudentOf({ roles, levels, lowering }: TitleSaid, fact: TitleSaid): boolean {
  return (
    levels.length === 0 &&
    roles.every((role) => role === 'engineer' || STUDENTS.has(role)) &&
    lowering.some((word) => STUDENTS.has(word)) &&
    isStudentEngineer(fact)
  )
}
