import type { Experience } from '#shared/career.ts'
import type { ResumeDoubt } from '#shared/resume-import.ts'
import type { ResumeLine } from '../../file/resume-line.ts'
import { bulletsFrom } from './bullets-from.ts'
import { doubtsOf } from '../doubts.ts'
import { type Entry, entriesOf } from './entries.ts'
import { isLength, type Parts, partsOf } from '../person/header-parts.ts'
import type { NewId } from '../new-id.ts'
import { hasLegalForm, isTimeOut, titleWords } from '../lexicon.ts'
import { companyLean, hasTail, isUneven, rejoined, settle, slotLeans } from './settle-roles.ts'
import { skillsIn } from '../person/skills.ts'
import { isSentence } from '../sentences.ts'
import { textFrom } from '../text-from.ts'

export interface Read<T> {
  readonly value: T
  readonly lines: readonly ResumeLine[]
  readonly doubts: readonly ResumeDoubt[]
  /** What of it a career has no room for. */
  readonly rest: readonly string[]
}

/** The posts of a section. A post that names no company takes that of the one above when it stands below it; one without any is left
 *  out. Pure but for the ids it is given. */
export function readExperiences(lines: readonly ResumeLine[], newId: NewId): Read<Experience>[] {
  const entries = entriesOf(lines, { isLoneDate: false, isHeader })
  const headers = entries.map((entry) => partsOf(entry.header))
  const slots = slotLeans(
    headers.map(({ parts }) => parts),
    companyLean,
  )
  const posts: Read<Experience>[] = []
  let above: Above | null = null
  for (const [index, entry] of entries.entries()) {
    const { parts, place, self } = headers[index] ?? NO_PARTS
    if (parts.some(({ text }) => isTimeOut(text))) continue
    const settled = rejoined(settle(parts, { lean: companyLean, slots }), entry)
    const own = settled.second?.text ?? self
    const title = settled.first?.text ?? (settled.second === null ? '' : self)
    const company: string = own === '' && isHeldThere(title, above) ? (above?.company ?? '') : own
    if (isSentence(company) || isSentence(title)) continue
    const isHead = title === '' && entry.points.length === 0 && isGroup(entries, index)
    if (company === '' || isHead) {
      if (own !== '') above = { company: own, lines: entry.lines.slice(0, MAX_ABOVE_LINES), isGroup: isHead }
      continue
    }
    posts.push({
      ...postOf(entry, { company, title, place, newId }),
      lines: own === '' ? [...new Set([...(above?.lines ?? []), ...entry.lines])] : entry.lines,
      doubts: doubtsOf({
        order: !settled.isBySaying,
        above: own === '' && above?.isGroup !== true,
        incomplete: title === '',
        date: entry.span?.isRange !== true || entry.span.start === null,
        leftover: settled.others.length > 0 || hasTail(company),
        uneven: isUneven(headers, index),
      }),
    })
    const isGroupHead = entry.header.some(({ line }) => isLength(line.text))
    if (own !== '') above = { company, lines: entry.lines.slice(0, MAX_ABOVE_LINES), isGroup: isGroupHead }
  }
  return posts
}

const isHeader = (text: string) => titleWords(text) > 0 || hasLegalForm(text)

/** The employer that the next posts may be held at. */
interface Above {
  readonly company: string
  readonly lines: readonly ResumeLine[]
  /** Whether it stands over several posts, with their whole span. */
  readonly isGroup: boolean
}

const MAX_ABOVE_LINES = 4
const NO_PARTS: Parts = { parts: [], place: '', self: '' }

/** What has the words of a title, or stands below the head of a group: another line without an employer may be no post at all. */
function isHeldThere(title: string, above: Above | null): boolean {
  return above !== null && title !== '' && (above.isGroup || titleWords(title) > 0)
}

/** A company with its whole span over the posts held there. */
function isGroup(entries: readonly Entry[], index: number): boolean {
  const next = entries[index + 1]
  const [own, other] = [entries[index]?.span, next?.span]
  if (!own?.start || !other?.start) return false
  return own.start <= other.start
}

interface Header extends Pick<Parts, 'place'> {
  readonly company: string
  readonly title: string
  readonly newId: NewId
}

function postOf(
  { span, points, header }: Entry,
  { company, title, place, newId }: Header,
): Pick<Read<Experience>, 'value' | 'rest'> {
  const texts = points.map(({ text }) => text)
  const isProse = points.length === 1 && points[0]?.isBullet === false && texts.join(' ').length < 1500
  const { bullets, rest } = bulletsFrom(isProse ? [] : texts, newId)
  const value = {
    id: newId(),
    company: textFrom(company, 160),
    title: textFrom(title, 160),
    place: textFrom(place, 120),
    url: '',
    start: span?.start ?? null,
    end: span?.isOpen === true ? null : (span?.end ?? null),
    summary: isProse ? textFrom(texts.join(' '), 2000) : '',
    bullets,
    skills: skillsIn([...header.map(({ line }) => line.text), ...texts].join('\n'))
      .map(({ name }) => name)
      .slice(0, 60),
  }
  return { value, rest }
}
