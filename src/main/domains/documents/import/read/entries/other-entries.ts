import type { Extra, Project } from '#shared/career.ts'
import type { ResumeLine } from '../../file/resume-line.ts'
import { findSpans } from '../dates.ts'
import { bulletsFrom } from './bullets-from.ts'
import { doubtsOf } from '../doubts.ts'
import { entriesOf, pointsOf } from './entries.ts'
import type { Read } from './experiences.ts'
import { partsOf } from '../person/header-parts.ts'
import type { NewId } from '../new-id.ts'
import { skillsIn } from '../person/skills.ts'
import { joinLines } from '../source-lines.ts'
import { restFrom, textFrom } from '../text-from.ts'

const MAX_NAME = 160
const MAX_PROJECTS = 60
const MAX_EXTRA_NAME = 300
const MAX_EXTRA_TEXT = 1000
const URL_IN = /https?:\/\/[^\s|,;()<>"]+/u

/** The projects of a section: those with dates as posts are read, others by their headers and bullets. Pure but for the ids. */
export function readProjects(lines: readonly ResumeLine[], newId: NewId): Read<Project>[] {
  const dated = entriesOf(lines, { isLoneDate: true, isHeader: () => true })
  const groups =
    dated.length > 0
      ? dated.map(({ header, points, span, lines: own }) => {
          const { parts } = partsOf(header)
          return { name: parts[0]?.text ?? '', role: parts[1]?.text ?? '', points, span, lines: own }
        })
      : undatedGroups(lines)
  return groups.slice(0, MAX_PROJECTS).flatMap(({ name, role, points, span, lines: own }): Read<Project>[] => {
    if (name === '') return []
    const texts = points.map(({ text }) => text)
    const url = URL_IN.exec(own.map(({ text }) => text).join(' '))?.[0] ?? ''
    const { bullets, rest } = bulletsFrom(texts, newId)
    const value = {
      id: newId(),
      name: textFrom(name, MAX_NAME),
      role: textFrom(role, MAX_NAME),
      url: URL.canParse(url) ? url : '',
      start: span?.isRange === true ? span.start : null,
      end: span === null || span.isOpen ? null : span.end,
      bullets,
      skills: skillsIn([name, ...texts].join('\n'))
        .map((skill) => skill.name)
        .slice(0, 60),
    }
    return [{ value, lines: own, rest, doubts: doubtsOf({ unlabelled: dated.length === 0 }) }]
  })
}

interface Group {
  readonly name: string
  readonly role: string
  readonly points: ReturnType<typeof pointsOf>
  readonly span: null
  readonly lines: readonly ResumeLine[]
}

function undatedGroups(lines: readonly ResumeLine[]): Group[] {
  const hasHeads = lines.some((line) => !line.isBullet && !line.isWrapped && line.text.length < 90)
  const groups: ResumeLine[][] = []
  for (const line of lines) {
    const isStart = hasHeads
      ? !line.isBullet && !line.isWrapped && line.text.length < 90 && !/[.;]$/u.test(line.text)
      : line.isBullet
    const last = groups.at(-1)
    if (isStart || last === undefined) groups.push([line])
    else last.push(line)
  }
  return groups.map((own) => {
    const [first, ...rest] = hasHeads ? [own[0]?.text ?? '', ...own.slice(1)] : [joinLines(own)]
    const [name, more] = splitName(first)
    const points = pointsOf(rest)
    return {
      name,
      role: '',
      points: more === '' ? points : [{ text: more, isBullet: false }, ...points],
      span: null,
      lines: own,
    }
  })
}

function splitName(text: string): [string, string] {
  const cut = /\s*(?::\s|\s[–—|-]\s|\s{2,})/u.exec(text)
  return cut === null || cut.index < 3
    ? [text, '']
    : [text.slice(0, cut.index).trim(), text.slice(cut.index + cut[0].length).trim()]
}

/** Certificates, awards and the like: a line each, with what stands below it. Pure but for the ids. */
export function readExtras(
  lines: readonly ResumeLine[],
  { kind, newId }: { kind: Extra['kind']; newId: NewId },
): Read<Extra>[] {
  const groups = groupExtras(lines, kind)
  return groups.flatMap((own): Read<Extra>[] => {
    const text = joinLines(own)
    const span = findSpans(text).at(-1)
    const bare = span === undefined ? text : `${text.slice(0, span.from)} | ${text.slice(span.to)}`
    const pieces = bare
      .split(/\s*[|·•]\s*|\s+[–—-]\s+|\s{2,}/u)
      .map((piece) => piece.replaceAll(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/gu, ''))
      .filter((piece) => /\p{L}/u.test(piece))
    const [name, by] = pieces
    if (name === undefined) return []
    const isWhole = kind === 'interest' || kind === 'other'
    const more = isWhole ? '' : pieces.slice(2).join(' ')
    const rest = restFrom(isWhole ? text : name, MAX_EXTRA_NAME) || restFrom(more, MAX_EXTRA_TEXT)
    const value = {
      id: newId(),
      kind,
      name: textFrom(isWhole ? text : name, MAX_EXTRA_NAME),
      by: isWhole ? '' : textFrom(by ?? '', 200),
      date: isWhole ? null : (span?.end ?? span?.start ?? null),
      url: '',
      text: textFrom(more, MAX_EXTRA_TEXT),
    }
    const doubts = doubtsOf({ order: by !== undefined && !isWhole, leftover: more !== '' })
    return [{ value, lines: own, rest: rest === '' ? [] : [rest], doubts }]
  })
}

function groupExtras(lines: readonly ResumeLine[], kind: Extra['kind']): ResumeLine[][] {
  if (kind === 'volunteering' || kind === 'publication') {
    const dated = entriesOf(lines, { isLoneDate: true, isHeader: () => true })
    if (dated.length > 0) return dated.map((entry) => [...entry.lines])
  }
  const groups: ResumeLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last !== undefined && line.isWrapped) last.push(line)
    else groups.push([line])
  }
  return groups
}
