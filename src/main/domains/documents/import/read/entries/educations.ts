import type { Education } from '#shared/career.ts'
import words from '#resources/resume-words.json' with { type: 'json' }
import type { ResumeLine } from '../../file/resume-line.ts'
import { bulletsFrom } from './bullets-from.ts'
import { doubtsOf } from '../doubts.ts'
import { type Entry, entriesOf } from './entries.ts'
import type { Read } from './experiences.ts'
import { type Part, partsOf } from '../person/header-parts.ts'
import { degreeWords, institutionWords, isDegreeWord, isThesis } from '../lexicon.ts'
import type { NewId } from '../new-id.ts'
import { degreeAndSchool } from './lone-part.ts'
import { hasTail, isUneven, layoutOf, schoolLean, settle } from './settle-roles.ts'
import { isSentence } from '../sentences.ts'
import { textFrom } from '../text-from.ts'

const JOINTS = words.degreeJoints
  .toSorted((a, b) => b.length - a.length)
  .map((joint) => joint.replaceAll(/[|]/gu, String.raw`\|`))
const FIELD = new RegExp(String.raw`^(.{2,}?)(?:\s+(?:${JOINTS.join('|')})\s+|[,:]\s+|\s+\()(.{3,}?)\)?$`, 'u')
const GRADE =
  /(?:\bgpa|\bgrade|\bnote|\babschlussnote|\bgesamtnote|\bmention|\bnota(?: media)?|\bocena|\bvoto|\bgemiddelde|\bmédia|\bbetyg|\bkarakter|\bgennemsnit|\barvosana|\bkeskiarvo)\s*:?\s*([\d.,]+(?:\s*\/\s*[\d.,]+)?|très bien|bien|assez bien|cum laude|\p{L}+ cum laude)/iu

/** "(en alternance chez Acme)": where it was studied beside. */
const REMARK = new RegExp(
  String.raw`\s*\([^()]*\s(?:${words.joints.filter((joint) => joint.length > 2).join('|')})\s[^()]*\)`,
  'u',
)
/** How well it was passed, without a word that says so: alone, behind a sign or in brackets. */
const HONOURS = new RegExp(
  String.raw`(?:^|[,;(|·–—-]\s*)(?:${words.honours
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', String.raw`\.`))
    .join('|')}|(?<=\()\d[.,]\d{1,2}(?=\)))\)?\s*$`,
  'iu',
)

/** The degrees of a section; without a school there is none. Pure but for the ids it is given. */
export function readEducations(lines: readonly ResumeLine[], newId: NewId): Read<Education>[] {
  const entries = entriesOf(lines, { isLoneDate: true, isHeader, isLacking, pieces: (part) => degreeAndSchool(part) })
  const headers = entries.map((entry) => {
    const { parts, ...rest } = partsOf(entry.header)
    const [lone, other] = parts
    return { ...rest, parts: lone === undefined || other !== undefined ? parts : degreeAndSchool(lone, true) }
  })
  const layout = layoutOf(
    headers.map(({ parts }) => parts),
    schoolLean,
  )
  return entries.flatMap((entry, index): Read<Education>[] => {
    const { parts, place } = headers[index] ?? { parts: [], place: '' }
    const settled = settle(
      parts.map(withoutGrade).filter(({ text }) => text !== ''),
      { lean: schoolLean, layout },
    )
    const isUnknown = settled.second === null && settled.first !== null && schoolLean(settled.first) >= 0
    const school = settled.second ?? (isUnknown ? settled.first : null)
    if (school === null || isSentence(school.text)) return []
    const below = isUnknown || settled.first === null ? degreeBelow(entry, school) : null
    const degree = below ?? (isUnknown ? null : settled.first)
    const own = below === null ? entry : { ...entry, points: entry.points.slice(1) }
    return [
      {
        ...degreeOf(own, { school, degree, others: settled.others, place, newId }),
        lines: entry.lines,
        doubts: doubtsOf({
          order: !settled.isBySaying,
          incomplete: degree === null,
          date: entry.span === null,
          leftover: settled.others.length > 0 || hasTail(school.text),
          uneven: isUneven(headers, index),
        }),
      },
    ]
  })
}

const MAX_DEGREE_CHARS = 90

/** "• Master in Data Science" below a school: what the header lacks, as the first point. */
function degreeBelow({ points: [first] }: Entry, school: Part): Part | null {
  const text = first?.text ?? ''
  const isDegree = text.split(/\s+/u).slice(0, 2).some(isDegreeWord) && institutionWords(text) === 0
  if (!isDegree || text.length > MAX_DEGREE_CHARS || isSentence(text) || isThesis(text)) return null
  return withoutGrade({ ...school, text, label: null, turn: null })
}

/** "Master of Science – Informatik", and the school below. */
function isLacking(parts: readonly Part[], line: ResumeLine): boolean {
  const isDegreeOnly =
    parts.some(({ text }) => degreeWords(text) > 0) && parts.every(({ text }) => institutionWords(text) === 0)
  return isDegreeOnly && !line.isBullet && institutionWords(line.text) > 0 && degreeWords(line.text) === 0
}

const isHeader = (text: string) => degreeWords(text) > 0 || institutionWords(text) > 0

function withoutGrade(part: Part): Part {
  return {
    ...part,
    text: part.text
      .replace(REMARK, '')
      .replace(GRADE, '')
      .replace(HONOURS, '')
      .replace(/[\s,;:(–-]+$/u, ''),
  }
}

interface Header {
  readonly school: Part
  readonly degree: Part | null
  readonly others: readonly Part[]
  readonly place: string
  readonly newId: NewId
}

function degreeOf(
  entry: Entry,
  { school, degree, others, place, newId }: Header,
): Pick<Read<Education>, 'value' | 'rest'> {
  const { span, points } = entry
  const { name, subjects } = withSubjects(degree?.text ?? '')
  const said = splitDegree(name)
  const field = others.find(({ label }) => label === 'field') ?? others[0]
  const grade = GRADE.exec(entry.lines.map(({ text }) => text).join('\n'))?.[1] ?? honoursOf(entry)
  const isLone = span !== null && !span.isRange
  const { bullets, rest } = bulletsFrom([...subjects, ...points.map(({ text }) => text)], newId)
  const value = {
    id: newId(),
    institution: textFrom(school.text, 200),
    degree: textFrom(said.degree, 160),
    field: textFrom(said.field === '' ? withoutShort(field?.text ?? '', said.degree) : said.field, 160),
    place: textFrom(place, 120),
    // A lone date is when it was reached.
    start: isLone ? null : (span?.start ?? null),
    end: span?.isOpen === true ? null : (span?.end ?? null),
    grade: textFrom(grade, 60),
    bullets,
  }
  return { value, rest }
}

const SUBJECTS = /^([^:]{2,40}?):\s*([^,]+(?:,[^,]+){2,}|.*\((?:[A-F]\*?|\d)\).*)$/u

/** "A-levels: Mathematics (A), Physics (B)": what a degree of school was passed in is no field of study. */
function withSubjects(text: string): { readonly name: string; readonly subjects: readonly string[] } {
  const [, name, subjects] = SUBJECTS.exec(text) ?? []
  return name !== undefined && subjects !== undefined && degreeWords(name) > 0
    ? { name, subjects: [subjects] }
    : { name: text, subjects: [] }
}

/** "MS, Informatics" behind "Master of Science": the degree once more. */
function withoutShort(text: string, degree: string): string {
  const [, short, field] = /^(\p{Lu}[\p{L}.]{1,5}),\s+(.{3,})$/u.exec(text) ?? []
  if (short === undefined || field === undefined) return text
  const initials = degree.replaceAll(/[^\p{Lu}]/gu, '')
  return short.replaceAll('.', '') === initials || isDegreeWord(short) ? field : text
}

function honoursOf({ header }: Entry): string {
  const found = header.map(({ line }) => HONOURS.exec(line.cells[0] ?? '')?.[0] ?? '').find((text) => text !== '')
  return (found ?? '').replaceAll(/^[\s,(]+|[\s)]+$/gu, '')
}

/** "M.Sc. in Computer Science" is a degree and its field. Pure. */
function splitDegree(text: string): { readonly degree: string; readonly field: string } {
  // "Promotion (Dr. rer. nat.)"
  const title = /^[^()]+\(([^()]+)\)$/u.exec(text)?.[1]
  if (title?.split(/\s/u).some(isDegreeWord) === true) return { degree: text, field: '' }
  // "BSc (Hons) Computer Science": the bracket is part of the degree.
  const honours = /^(\S+ \((?:hons|honours)\.?\))\s+(?:in\s+)?(.{3,})$/iu.exec(text)
  if (honours?.[1] !== undefined && honours[2] !== undefined) return { degree: honours[1], field: honours[2] }
  const joint = FIELD.exec(text)
  if (joint?.[1] !== undefined && joint[2] !== undefined && joint[1].split(/\s/u).some(isDegreeWord)) {
    const inner = splitDegree(joint[1])
    return /^(?:science|arts|engineering|business|laws?|philosophy|education|technology)\b/iu.test(joint[2]) &&
      inner.field === ''
      ? ofScience(text)
      : { degree: joint[1].trim(), field: joint[2].trim() }
  }
  // "Master's Degree"
  if (/\s(?:degree|diploma|certificate)$/iu.test(text)) return { degree: text, field: '' }
  const [first = '', ...rest] = text.split(' ')
  const isShort = rest.length > 0 && isDegreeWord(first) && first.length <= 8 && /^[\p{Lu}]/u.test(rest[0] ?? '')
  return isShort && !rest.some(isDegreeWord) ? { degree: first, field: rest.join(' ') } : { degree: text, field: '' }
}

const OF =
  /^(.+?\bof\s+(?:Science|Arts|Engineering|Business Administration|Laws?|Philosophy|Education|Technology)(?:\s*\([^)]*\))?)(?:\s+(?:in|–|-)\s+|,\s*|\s+)(.+)$/u

function ofScience(text: string): { degree: string; field: string } {
  const match = OF.exec(text)
  return match?.[1] === undefined || match[2] === undefined
    ? { degree: text, field: '' }
    : { degree: match[1], field: match[2] }
}
