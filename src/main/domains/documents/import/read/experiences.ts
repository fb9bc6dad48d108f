import type { Experience } from '#shared/career.ts'
import type { ResumeLine } from '../file/resume-line.ts'
import { type Entry, entriesOf } from './entries.ts'
import { type Parts, partsOf } from './person/header-parts.ts'
import type { NewId } from './new-id.ts'
import { companyLean, settle, slotLeans } from './settle-roles.ts'
import { skillsIn } from './person/skills.ts'
import { textFrom } from './text-from.ts'

export interface Read<T> {
  readonly value: T
  readonly lines: readonly ResumeLine[]
  readonly confidence: number
}

/** The posts of a section. A post that names no company takes that of the one above when it stands below it; one without any is left
 *  out. Pure but for the ids it is given. */
export function readExperiences(lines: readonly ResumeLine[], newId: NewId): Read<Experience>[] {
  const entries = entriesOf(lines, { isLoneDate: false })
  const headers = entries.map((entry) => partsOf(entry.header))
  const slots = slotLeans(
    headers.map(({ parts }) => parts),
    companyLean,
  )
  const posts: Read<Experience>[] = []
  let above: { company: string; lines: readonly ResumeLine[] } | null = null
  for (const [index, entry] of entries.entries()) {
    const { parts, place } = headers[index] ?? { parts: [], place: '' }
    const settled = settle(parts, { lean: companyLean, slots })
    const own = settled.second?.text ?? ''
    const company = own === '' ? (above?.company ?? '') : own
    const title = settled.first?.text ?? ''
    if (company === '' || (title === '' && entry.points.length === 0 && isGroup(entries, index))) {
      if (own !== '') above = { company: own, lines: entry.lines }
      continue
    }
    posts.push({
      value: postOf(entry, { company, title, place, newId }),
      lines: own === '' ? [...(above?.lines.slice(0, 2) ?? []), ...entry.lines] : entry.lines,
      confidence: settled.confidence * (own === '' ? 0.75 : 1) * (entry.span?.isRange === true ? 1 : 0.9),
    })
    above = { company, lines: entry.lines }
  }
  return posts
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

function postOf({ span, points, header }: Entry, { company, title, place, newId }: Header): Experience {
  const texts = points.map(({ text }) => text)
  const isProse = points.length > 0 && points.every(({ isBullet }) => !isBullet) && texts.join(' ').length < 1500
  return {
    id: newId(),
    company: textFrom(company, 160),
    title: textFrom(title, 160),
    place: textFrom(place, 120),
    url: '',
    start: span?.start ?? null,
    end: span?.isOpen === true ? null : (span?.end ?? null),
    summary: isProse && points.length === 1 ? textFrom(texts.join(' '), 2000) : '',
    bullets:
      isProse && points.length === 1
        ? []
        : texts.slice(0, 60).map((text) => ({ id: newId(), text: textFrom(text, 1000) })),
    skills: skillsIn([...header.map(({ line }) => line.text), ...texts].join('\n'))
      .map(({ name }) => name)
      .slice(0, 60),
  }
}
