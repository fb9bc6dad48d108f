import type { Education } from '#shared/career.ts'
import words from '#resources/resume-words.json' with { type: 'json' }
import type { ResumeLine } from '../file/resume-line.ts'
import { type Entry, entriesOf } from './entries.ts'
import type { Read } from './experiences.ts'
import { type Part, partsOf } from './person/header-parts.ts'
import { isDegreeWord } from './lexicon.ts'
import type { NewId } from './new-id.ts'
import { schoolLean, settle, slotLeans } from './settle-roles.ts'
import { textFrom } from './text-from.ts'

const JOINTS = words.degreeJoints
  .toSorted((a, b) => b.length - a.length)
  .map((joint) => joint.replaceAll(/[|]/gu, String.raw`\|`))
const FIELD = new RegExp(String.raw`^(.{2,}?)(?:\s+(?:${JOINTS.join('|')})\s+|[,:]\s+|\s+\()(.{3,}?)\)?$`, 'u')
const GRADE =
  /(?:\bgpa|\bgrade|\bnote|\babschlussnote|\bgesamtnote|\bmention|\bnota(?: media)?|\bocena|\bvoto|\bgemiddelde|\bmédia|\bbetyg)\s*:?\s*([\d.,]+(?:\s*\/\s*[\d.,]+)?|très bien|bien|assez bien|cum laude|\p{L}+ cum laude)/iu

/** The degrees of a section; without a school there is none. Pure but for the ids it is given. */
export function readEducations(lines: readonly ResumeLine[], newId: NewId): Read<Education>[] {
  const entries = entriesOf(lines, { isLoneDate: true })
  const headers = entries.map((entry) => partsOf(entry.header))
  const slots = slotLeans(
    headers.map(({ parts }) => parts),
    schoolLean,
  )
  return entries.flatMap((entry, index): Read<Education>[] => {
    const { parts, place } = headers[index] ?? { parts: [], place: '' }
    const settled = settle(
      parts.map(withoutGrade).filter(({ text }) => text !== ''),
      { lean: schoolLean, slots },
    )
    const isUnknown = settled.second === null && settled.first !== null && schoolLean(settled.first) >= 0
    const school = settled.second ?? (isUnknown ? settled.first : null)
    if (school === null) return []
    const degree = isUnknown ? null : settled.first
    return [
      {
        value: degreeOf(entry, { school, degree, others: settled.others, place, newId }),
        lines: entry.lines,
        confidence: settled.confidence,
      },
    ]
  })
}

function withoutGrade(part: Part): Part {
  return { ...part, text: part.text.replace(GRADE, '').replace(/[\s,;:(–-]+$/u, '') }
}

interface Header {
  readonly school: Part
  readonly degree: Part | null
  readonly others: readonly Part[]
  readonly place: string
  readonly newId: NewId
}

function degreeOf(entry: Entry, { school, degree, others, place, newId }: Header): Education {
  const { span, points } = entry
  const said = splitDegree(degree?.text ?? '')
  const field = others.find(({ label }) => label === 'field') ?? others[0]
  const grade = GRADE.exec(entry.lines.map(({ text }) => text).join('\n'))?.[1] ?? ''
  const isLone = span !== null && !span.isRange
  return {
    id: newId(),
    institution: textFrom(school.text, 200),
    degree: textFrom(said.degree, 160),
    field: textFrom(said.field === '' ? (field?.text ?? '') : said.field, 160),
    place: textFrom(place, 120),
    // A lone date is when it was reached.
    start: isLone ? null : (span?.start ?? null),
    end: span?.isOpen === true ? null : (span?.end ?? null),
    grade: textFrom(grade, 60),
    bullets: points.slice(0, 60).map(({ text }) => ({ id: newId(), text: textFrom(text, 1000) })),
  }
}

/** "M.Sc. in Computer Science" is a degree and its field. Pure. */
function splitDegree(text: string): { readonly degree: string; readonly field: string } {
  const joint = FIELD.exec(text)
  if (joint?.[1] !== undefined && joint[2] !== undefined && joint[1].split(/\s/u).some(isDegreeWord)) {
    const inner = splitDegree(joint[1])
    return /^(?:science|arts|engineering|business|laws?|philosophy|education|technology)\b/iu.test(joint[2]) &&
      inner.field === ''
      ? ofScience(text)
      : { degree: joint[1].trim(), field: joint[2].trim() }
  }
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
