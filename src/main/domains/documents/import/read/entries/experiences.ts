import type { Experience } from '#shared/career.ts'
import type { ResumeDoubt } from '#shared/resume-import.ts'
import type { ResumeLine } from '../../file/resume-line.ts'
import { bulletsFrom } from './bullets-from.ts'
import { clientNotes } from './client-notes.ts'
import { doubtsOf } from '../doubts.ts'
import { type Entry, entriesOf } from './entries.ts'
import { isLength, type Part, type Parts, partsOf } from '../person/header-parts.ts'
import type { NewId } from '../new-id.ts'
import { hasLegalForm, isTimeOut, selfEmploymentIn, titleWords } from '../lexicon.ts'
import { looksAsEmployer, titleAndEmployer } from './lone-part.ts'
import { headsOf, withoutBelow } from './promotions.ts'
import { withPlaces } from './section-places.ts'
import { companyLean, hasTail, isUneven, layoutOf, rejoined, settle, type Settled, SURE_LEAN } from './settle-roles.ts'
import { skillsIn } from '../person/skills.ts'
import { isDeed, isSentence } from '../sentences.ts'
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
  const { entries, headers, heads } = headersOf(lines)
  const layout = layoutOf(
    headers.map(({ parts }) => parts),
    companyLean,
  )
  const posts: Read<Experience>[] = []
  let above: Above | null = null
  for (const [index, entry] of entries.entries()) {
    const { parts, place, self } = headers[index] ?? NO_PARTS
    if (parts.some(({ text }) => isTimeOut(text))) continue
    const isHead = heads.includes(index)
    if (isHead) {
      above = {
        company: parts[0]?.text ?? '',
        lines: entry.lines.slice(0, MAX_ABOVE_LINES),
        isGroup: true,
        isOverTitle: true,
      }
      continue
    }
    const isHeld = heads[index] !== null
    const isOwn = self !== '' && parts.every((part) => companyLean(part) < SURE_LEAN)
    const settled = isHeld || isOwn ? titleOf(parts) : rejoined(settle(parts, { lean: companyLean, layout }), entry)
    const selfWord = settled.second === null && !isHeld ? selfEmploymentIn(settled.first?.text ?? '') : null
    const own = settled.second?.text ?? (self === '' ? (selfWord ?? '') : self)
    const title = settled.first?.text ?? (settled.second === null ? '' : self)
    const company: string =
      own === '' && isHeldThere(settled.first, { title, entry, above }) ? (above?.company ?? '') : own
    if (isSentence(company) || isSentence(title)) continue
    if (company === '') continue
    posts.push({
      ...postOf(entry, { company, title, place, newId }),
      lines: own === '' ? [...new Set([...(above?.lines ?? []), ...entry.lines])] : entry.lines,
      doubts: doubtsOf({
        order: !settled.isBySaying && !isHeld,
        above: own === '' && above?.isGroup !== true,
        incomplete: title === '' || company === selfWord,
        date: entry.span?.isRange !== true || entry.span.start === null,
        leftover: settled.others.length > 0 || hasTail(company),
        uneven: isUneven(headers, index),
      }),
    })
    const isGroupHead = entry.header.some(({ line }) => isLength(line.text))
    const isOverTitle = isInDateLine(settled.first, entry) && rowOf(settled.second) < entry.anchor
    if (own !== '') above = { company, lines: entry.lines.slice(0, MAX_ABOVE_LINES), isGroup: isGroupHead, isOverTitle }
  }
  return posts
}

interface Headers {
  readonly entries: readonly Entry[]
  readonly headers: readonly Parts[]
  /** For each entry the one that is its employer. */
  readonly heads: readonly (number | null)[]
}

/** The entries of a section, what stands below a date being what was done where the others' employers stand above or beside theirs. */
function headersOf(lines: readonly ResumeLine[]): Headers {
  const strict = (part: Part) => titleAndEmployer(part, 'named')
  const loose = (part: Part) => titleAndEmployer(part, 'said')
  const rules = { isLoneDate: false, isHeader, isDeed, notes: clientNotes(lines) }
  const first = entriesOf(lines, { ...rules, pieces: strict })
  const isCommaStyle = first.filter((entry) => isLoneOf(entry, loose)).length >= Math.max(2, 0.6 * first.length)
  const pieces = isCommaStyle ? (part: Part) => titleAndEmployer(part, 'all') : strict
  const whole = isCommaStyle ? entriesOf(lines, { ...rules, pieces }) : first
  const heads = headsOf(
    whole,
    whole.map(({ header }) => {
      const parts = partsOf(header)
      const [lone, other] = parts.parts
      return lone === undefined || other !== undefined ? parts : { ...parts, parts: pieces(lone) }
    }),
  )
  const tops = whole.map((entry) => topParts(entry, pieces).length)
  const isMostlyAbove = tops.filter((count) => count > 1).length * 2 > tops.length
  const entries = whole.map((entry, index) => {
    const isWhole = heads[index] !== null || (isMostlyAbove && tops[index] === 1 && !isNamedBelow(entry))
    return isWhole ? withoutBelow(entry) : entry
  })
  const raw = withPlaces(entries.map((entry) => partsOf(entry.header)))
  const hasOthers = raw.some(({ parts }) => parts.length > 1) || heads.some((head) => head !== null)
  const headers = raw.map((header, index) => {
    const [lone, other] = header.parts
    if (lone === undefined || other !== undefined || heads[index] !== null || heads.includes(index)) return header
    return { ...header, parts: isCommaStyle || hasOthers ? pieces(lone) : loose(lone) }
  })
  return { entries, headers, heads }
}

/** The pieces that stand over and beside the date. */
function topParts({ header, anchor }: Entry, pieces: (part: Part) => readonly Part[]): readonly Part[] {
  const { parts } = partsOf(header.slice(0, anchor + 1))
  const [lone, other] = parts
  return lone === undefined || other !== undefined ? parts : pieces(lone)
}

function isLoneOf(entry: Entry, pieces: (part: Part) => readonly Part[]): boolean {
  return topParts(entry, (part) => [part]).length === 1 && topParts(entry, pieces).length > 1
}

const isNamedBelow = ({ header, anchor }: Entry) =>
  partsOf(header.slice(anchor + 1)).parts.some((part) => looksAsEmployer(part))

/** What a post is that stands below its employer: its title, and perhaps a department. */
function titleOf(parts: readonly Part[]): Settled {
  const first = parts.toSorted((left, right) => titleWords(right.text) - titleWords(left.text))[0] ?? null
  return { first, second: null, others: parts.filter((part) => part !== first), isBySaying: true }
}

const isHeader = (text: string) => titleWords(text) > 0 || hasLegalForm(text)

/** The employer that the next posts may be held at. */
interface Above {
  readonly company: string
  readonly lines: readonly ResumeLine[]
  /** Whether it stands over several posts, with their whole span. */
  readonly isGroup: boolean
  /** Whether its own post has the title beside the date and the employer in a line above. */
  readonly isOverTitle: boolean
}

const MAX_ABOVE_LINES = 4
const NO_PARTS: Parts = { parts: [], place: '', self: '', placeRows: [] }

interface Held {
  readonly title: string
  readonly entry: Entry
  readonly above: Above | null
}

/** What has the words of a title, stands below the head of a group, or is laid out as the title of the post above: another line without an
 *  employer may be no post at all. */
function isHeldThere(first: Part | null, { title, entry, above }: Held): boolean {
  if (above === null || title === '') return false
  return above.isGroup || titleWords(title) > 0 || (above.isOverTitle && isInDateLine(first, entry))
}

const rowOf = (part: Part | null) => (part === null ? Infinity : Number(part.slot.split('.')[0]))
const isInDateLine = (part: Part | null, { anchor }: Entry) => rowOf(part) === anchor

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
