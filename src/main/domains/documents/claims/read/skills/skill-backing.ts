import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import type { NumberSaid } from '../../figures/number-said.ts'
import type { Ground } from '../../ground.ts'
import { isImplied, isImpliedBeside } from './implied.ts'
import { isLettersOf } from '../schooling/certificate-letters.ts'
import type { SkillSaid } from './skills-said.ts'
import { hasAlike } from '../alike.ts'
import { wordsOf } from '../words.ts'

/** Letters between a length of time and the skill it is of. */
const SKILL_REACH = 45
const OF_SKILL = /^[^.;,\d)]*(?:of|in|with|mit|von|using|,|\s)[^.;,\d)]*$/
/** "Python (11 years)", "Kotlin seit vier Jahren" */
const SKILL_BEFORE = /^\s*(?:[(:,–-]\s*|\s)(?:(?:for|seit|since|over|more than|about|mehr als|rund|uber)\s){0,2}$/iu

interface SkillYears {
  readonly text: string
  /** Of the profile, by skill. */
  readonly skillYears: ReadonlyMap<string, number>
  /** Those that the text names, and all its numbers. */
  readonly skills: readonly SkillSaid[]
  readonly numbers: readonly NumberSaid[]
}

/** Years of use of the skill beside a length of time; null where none stands there or the profile does not say. Pure. */
export function yearsOfSkill(number: NumberSaid, { text, skillYears, skills, numbers }: SkillYears): number | null {
  const next = numbers.find(({ at }) => at > number.at)?.at ?? text.length
  const behind = skills.find(
    ({ start }) =>
      start >= number.end &&
      start < next &&
      start - number.end < SKILL_REACH &&
      OF_SKILL.test(text.slice(number.end, start)),
  )
  const before = skills.find(
    ({ end }) => end <= number.at && number.at - end < SKILL_REACH && SKILL_BEFORE.test(text.slice(end, number.at)),
  )
  // "Excel for ten years, SQL for six": a comma ends what is said of the first.
  const isClosed = /^\s*[,;.)]/.test(text.slice(number.end, number.end + SKILL_REACH))
  const [first, second] = isClosed ? [before, behind] : [behind, before]
  return (first && skillYears.get(first.name)) ?? (second && skillYears.get(second.name)) ?? null
}

/** Whether facts name a skill, or what includes or practises it. Pure. */
export function isSkillBacked({ name, written, isPlain, isField, phrases }: SkillSaid, ground: Ground): boolean {
  if (ground.skills.has(name) && sameVersion(written, ground)) return true
  if (ground.impliedSkills.has(name) || isImpliedBeside(name, ground)) return true
  if (isImplied(written.toLowerCase(), ground.words) || isLettersOf(written, ground.nameParts)) return true
  if (isField && (isNamedIn(name, ground) || isEndOfCompound(written, ground))) return true
  const parts = wordsOf(written)
  if (parts.every((part) => ground.words.has(part))) return true
  if (parts.length > 1 && written === written.toLowerCase() && isOfCareer(parts, ground)) return true
  if (!isPlain) return false
  const isShared = (part: string) => hasAlike(ground.words, part)
  const isDiscipline = DISCIPLINES.has(foldLetters(name))
  return (
    isFormOfWord(parts, ground) ||
    [parts, ...phrases.map(wordsOf)].some((phrase) => isSaid(phrase, { isShared, isDiscipline }))
  )
}

/** "active learning" of "aktive Auswahl", by somebody of whom another fact says "Active Learning". */
function isOfCareer(parts: readonly string[], { words: known, career }: Ground): boolean {
  if (!parts.every((part) => career.words.has(part))) return false
  return parts.some((part) => !GENERAL.has(part) && hasAlike(known, part))
}

interface Sharing {
  readonly isShared: (part: string) => boolean
  readonly isDiscipline: boolean
}

/** Half of its telling words are the facts': "data lineage" is nowhere said with "data". */
function isSaid(phrase: readonly string[], { isShared, isDiscipline }: Sharing): boolean {
  if (phrase.length < 2) return false
  if (isDiscipline) return phrase.every(isShared)
  const telling = phrase.filter((part) => !GENERAL.has(part))
  const shared = telling.filter(isShared).length
  return telling.length === 0 ? isShared(phrase.at(-1) ?? '') : shared > 0 && shared * 2 >= telling.length
}

const SAME_STEM = 7

/** "quantisation" of a fact that says "quantized" */
function isFormOfWord([word = '', ...others]: readonly string[], { words: known }: Ground): boolean {
  if (others.length > 0 || word.length < SAME_STEM) return false
  const stem = word.slice(0, SAME_STEM).replaceAll('z', 's')
  return [...known].some((one) => one.slice(0, SAME_STEM).replaceAll('z', 's') === stem)
}

/** "Datenanalyse" of a fact that says "Data Analytics" */
function isNamedIn(name: string, { words: known }: Ground): boolean {
  const parts = wordsOf(name)
  return parts.length > 1 && parts.every((part) => hasAlike(known, part))
}

const LEAST_COMPOUND_END = 6

/** "Statistik" of a fact that says "Extremwertstatistik" */
function isEndOfCompound(written: string, { words: known }: Ground): boolean {
  const [end = '', ...others] = wordsOf(written)
  if (others.length > 0 || end.length < LEAST_COMPOUND_END) return false
  return [...known].some((word) => word.length > end.length + 2 && word.endsWith(end))
}

/** "Java 17" of a fact that says "Java 8", or none: the version is invented. */
function sameVersion(written: string, { words: known }: Ground): boolean {
  const version = /(?<=[\p{L}+#]\s?)\d+(?:\.\d+)*$/u.exec(written)?.[0]
  if (version === undefined || VERSIONLESS.has(written.toLowerCase().replaceAll(' ', ''))) return true
  return known.has(version) || wordsOf(written).every((word) => known.has(word)) || known.has(written.toLowerCase())
}
/** Fields of work are claimed by their whole name only. */
const DISCIPLINES = new Set(tables.disciplines)
/** Words of many skills, which tell none from another. */
const GENERAL = new Set(names.generalSkillWords.split(' '))
const VERSIONLESS = new Set(tables.versionless)
