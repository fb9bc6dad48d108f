import words from '#resources/claim-words.json' with { type: 'json' }
import type { Ground } from '../ground.ts'
import { alike, hasAlike } from './alike.ts'
import { showsRole, showsTopic } from './title-topics.ts'
import type { TitleSaid } from './titles-said.ts'
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
    (isTitle === true || wordsOf(clauseOf(title, text)).some((word) => word.length > 2 && isEmployer(word, ground)))
  const isTopic = (topic: string) => hasAlike(ground.words, topic)
  const isSame = (fact: TitleSaid) => isSameTitle(title, fact, isTopic) || isStudentOf(title, fact)
  if ((isOfPost ? ground.ownTitles : ground.titles).some(isSame)) return true
  if (isOfPost || isTitle === true) return false
  if (isPractised(title, ground)) return true
  if (isInPost(text.slice(0, title.start))) return false
  return ground.career.titles.some(isSame) || isDescribed(title, ground)
}

/** "Als geprüfte Trainerin": who teaches is one, and with a certificate one that was examined. */
function isPractised({ roles, levels, topics, written }: TitleSaid, { words: known, hasCertificate }: Ground): boolean {
  const role = PROGRAMMER.test(written) ? 'programmer' : (roles[0] ?? '')
  if (roles.length !== 1 || levels.length > 0 || !showsRole(known, role)) return false
  if (topics.length === 0 && OF_SOMETHING.has(role)) return false
  if (EXAMINED.test(written) && !hasCertificate) return false
  return topics.every((topic) => showsTopic(known, topic))
}
const PROGRAMMER = /programm(?:er|ierer(?:in)?)$/iu
/** Nearly everybody tests and programs something. */
const OF_SOMETHING = new Set(['tester', 'programmer'])
const EXAMINED = /^(?:geprüft|certified|zertifiziert|qualified)/iu

/** Who only gave a certificate employed nobody. */
function isEmployer(word: string, { organisationWords, hasCertificate, certificateWords, career }: Ground): boolean {
  if (career.employerWords.has(word)) return organisationWords.has(word)
  return organisationWords.has(word) && !(hasCertificate && certificateWords.has(word))
}

/** What is said right beside a title: "developer, Lindner", not "developer with two jobs, one of them at Lindner". */
function clauseOf({ start, end }: TitleSaid, text: string): string {
  const from = Math.max(...[',', ';', ':'].map((sign) => text.lastIndexOf(sign, start))) + 1
  const behind = /^[\s,–|-]*[^,;:]*/.exec(text.slice(end))?.[0] ?? ''
  return `${text.slice(from, start)} ${behind}`
}

/** "As data engineer I built": the post in which something was done. */
function isInPost(before: string): boolean {
  return /(?:^|[^\p{L}])(?:as|als|role|position|post|job|rolle|stelle)(?:\s+(?:an?|the|my|of|eine?|einer|einem|der|die|mein\p{L}*))*\s*$/iu.test(
    before,
  )
}

/** No post of the career bears these words, and they say no more than its posts and facts do. */
function isDescribed({ roles, levels, topics }: TitleSaid, { career, words: known }: Ground): boolean {
  const [role = ''] = roles
  if (roles.length !== 1 || levels.length > 0) return false
  const { titles, degrees } = career
  const isTopic = (topic: string) => showsTopic(known, topic) || showsTopic(career.words, topic)
  const isNear = (topic: string) =>
    isTopic(topic) ||
    NEAR.some((group) => group.has(topic) && titles.some((fact) => fact.topics.some((known) => group.has(known))))
  if (!topics.every(isNear)) return false
  if (role === 'specialist') return topics.length > 0
  if (role === 'nurse' && isTopic('nursing')) return true
  if (role === 'scientist' && topics.length === 0)
    return degrees.has('doctor') || titles.some((fact) => fact.topics.some((topic) => RESEARCH.test(topic)))
  if (role === 'engineer' && (titles.some(isStudentEngineer) || career.tradeWords.some((word) => CODING.test(word))))
    return true
  return titles.some((fact) => fact.roles.includes(role) && fact.lowering.length === 0)
}

const RESEARCH = /^(?:research|forsch)/
/** "Fachinformatiker, Anwendungsentwicklung" */
const CODING = /(?:anwendungs|software)entwickl|programmier|^software|^developer/
const ENGINEERING = /(?:entwicklung|development|engineering|programmierung|programming)$/

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

/** Of what a leader is one, and which kind. */
const OF_PEOPLE = new Set(words.titles.ofPeople)

/** "People manager": whoever leads people is one; a "team lead" only who leads more than those who learn. Pure. */
function isLeaderOfPeople({ roles, levels, topics, written }: TitleSaid, leadsTeam: boolean): boolean {
  if (roles.includes('lead') && !leadsTeam) return false
  const about = topics.length === 0 ? wordsOf(written).slice(0, -1) : topics
  return (
    levels.every((level) => level === 'lead') &&
    roles.every((role) => role === 'manager' || role === 'lead' || (role === 'head' && /leitung$/i.test(written))) &&
    about.length > 0 &&
    about.every((topic) => OF_PEOPLE.has(topic))
  )
}

/** "Computer scientist": a degree's field makes one. Pure. */
function isOfField({ roles, levels, topics }: TitleSaid, fields: ReadonlySet<string>): boolean {
  const field = roles.length === 1 && roles[0] === 'scientist' ? `${topics.join(' ')} science` : ''
  return levels.length === 0 && fields.has(field)
}

/** Whether a fact's post is the one that is claimed: nothing above it, and nothing left out that lowers it ("Junior", "Assistant"). Topics
 *  are left to `isTopic`. Pure. */
function isSameTitle(said: TitleSaid, fact: TitleSaid, isTopic: (topic: string) => boolean): boolean {
  const factLevels = new Set([...fact.levels, ...fact.roles])
  return (
    said.levels.every((level) => factLevels.has(level)) &&
    said.roles.every((role) => fact.roles.includes(role) || (role === 'manager' && fact.roles.includes('head'))) &&
    fact.lowering.every((word) => said.lowering.includes(word) || said.roles.includes(word)) &&
    said.topics.every(
      (topic) => fact.topics.some((known) => alike(known, topic)) || isInitials(topic, fact) || isTopic(topic),
    )
  )
}

/** "ML engineer" of a "Machine Learning Engineer" */
function isInitials(topic: string, { topics }: TitleSaid): boolean {
  const initials = topics.map((known) => known.charAt(0)).join('')
  if (topic.length > 1 && initials.includes(topic)) return true
  // "ICU nurse" of an "Intensive Care Nurse": the last letter is of the unit.
  return topic.length > 2 && initials.length > 1 && topic.slice(0, -1) === initials
}
