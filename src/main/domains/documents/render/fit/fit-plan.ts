import type {
  DocumentContent,
  FitReport,
  ResumeContent,
  ResumeItem,
  ResumeSection,
  SectionKind,
} from '#shared/documents.ts'
import type { Tightness } from '../look.ts'

/** Text below this share of a template's size is hard to read on paper. */
const LEAST_SCALE = 0.85
const CLOSEST_SPACING = 0.72

/** Ways to set a text closer, from the one that changes least to the floor of size and spacing. `scale` is what the user chose; a text that
 *  was asked for smaller than the floor is not made smaller. Pure. */
export function tightenings(scale: number): Tightness[] {
  const floor = Math.min(scale, LEAST_SCALE)
  const steps = [1, 0.85, CLOSEST_SPACING].map((spacing) => ({ scale, spacing }))
  const smaller = [0.96, 0.92, 0.88, LEAST_SCALE]
    .map((share) => Math.max(floor, Math.round(scale * share * 1000) / 1000))
    .map((size) => ({ scale: size, spacing: CLOSEST_SPACING }))
  const all = [...steps, ...smaller, { scale: floor, spacing: CLOSEST_SPACING }]
  return all.filter(
    (step, index) => all.findIndex((other) => other.scale === step.scale && other.spacing === step.spacing) === index,
  )
}

type Left = FitReport['left'][number]

/** Sections of what is told beside work and study, the least telling first. */
const ASIDE: readonly SectionKind[] = [
  'interests',
  'other',
  'awards',
  'certificates',
  'volunteering',
  'publications',
  'projects',
]
/** Sections whose items have points under them. */
const TOLD: readonly SectionKind[] = [
  'volunteering',
  'projects',
  'education',
  'experience',
  'other',
  'publications',
  'awards',
  'certificates',
]

/** What may be left out of a résumé to fit it on a page, least telling first: the later points of the oldest items, then interests,
 *  courses, awards and certificates, then all but one point of each item, old projects and the like, further paragraphs, and old posts.
 *  Never the header, the newest post with its first points, the newest study, skills or languages. A letter loses nothing. What is
 *  switched off is not among it. Pure. */
export function leavable(content: DocumentContent): Left[] {
  if (content.kind === 'letter') return []
  const seen = new Set<string>()
  const out: Left[] = []
  const items = oldestFirst(content)
  const add = (lefts: readonly Left[]) => {
    for (const left of lefts) {
      if (seen.has(left.id)) continue
      seen.add(left.id)
      out.push(left)
    }
  }
  add(items.flatMap(({ item, isNewest }) => pointsAfter(item, isNewest ? 5 : 3)))
  add(items.flatMap(({ item, isNewest }) => pointsAfter(item, isNewest ? 4 : 2)))
  for (const kind of ASIDE.slice(0, 4)) add(partsOf(content, kind))
  add(items.flatMap(({ item, isNewest }) => pointsAfter(item, isNewest ? 3 : 1)))
  for (const kind of ASIDE.slice(4)) add(partsOf(content, kind).slice(0, -1))
  add(content.sections.filter(({ isShown }) => isShown).flatMap(furtherParagraphs))
  add(items.filter(({ section, age }) => section.kind === 'experience' && age >= 2).map(({ item }) => itemLeft(item)))
  add(items.filter(({ section, age }) => section.kind === 'education' && age >= 1).map(({ item }) => itemLeft(item)))
  add(items.flatMap(({ item, isNewest }) => pointsAfter(item, isNewest ? 2 : 0)))
  return out
}

interface Aged {
  readonly section: ResumeSection
  readonly item: ResumeItem
  /** 0: the newest of its section. */
  readonly age: number
  readonly isNewest: boolean
}

function oldestFirst({ sections }: ResumeContent): Aged[] {
  const told = sections.filter(({ isShown, kind }) => isShown && TOLD.includes(kind))
  return told
    .toSorted((a, b) => TOLD.indexOf(a.kind) - TOLD.indexOf(b.kind))
    .flatMap((section) =>
      byAge(section.items).map((item, age) => ({
        section,
        item,
        age,
        isNewest: age === 0 && section.kind === 'experience',
      })),
    )
    .toSorted((a, b) => lastYearMonth(a.item).localeCompare(lastYearMonth(b.item)))
}

/** The newest first; what has no date counts as the oldest. */
function byAge(items: readonly ResumeItem[]): ResumeItem[] {
  return items.filter(({ isShown }) => isShown).toSorted((a, b) => lastYearMonth(b).localeCompare(lastYearMonth(a)))
}

function lastYearMonth({ start, end, isDated }: ResumeItem): string {
  if (end !== null) return end
  if (start === null) return ''
  return isDated ? start : '9999'
}

function pointsAfter(item: ResumeItem, kept: number): Left[] {
  const shown = item.bullets.filter(({ isShown }) => isShown)
  return shown
    .slice(kept)
    .toReversed()
    .map(({ id, text }) => ({ id, text }))
}

/** Items and groups of the sections of a kind, oldest and last first. */
function partsOf({ sections }: ResumeContent, kind: SectionKind): Left[] {
  return sections.flatMap((section) => (section.isShown && section.kind === kind ? partsOfSection(section) : []))
}

function partsOfSection({ kind, groups, items, paragraphs }: ResumeSection): Left[] {
  const texts = kind === 'interests' || kind === 'other' ? paragraphs : []
  return [
    ...groups
      .filter(({ isShown }) => isShown)
      .toReversed()
      .map(groupLeft),
    ...byAge(items).toReversed().map(itemLeft),
    ...texts.flatMap(({ id, text, isShown }) => (isShown ? [{ id, text }] : [])),
  ]
}

function groupLeft({ id, label, words }: { id: string; label: string; words: readonly string[] }): Left {
  return { id, text: [label, words.join(', ')].filter((part) => part !== '').join(': ') }
}

function itemLeft({ id, title, organisation }: ResumeItem): Left {
  return { id, text: [title, organisation].filter((part) => part !== '').join(', ') }
}

function furtherParagraphs({ paragraphs }: ResumeSection): Left[] {
  return paragraphs
    .filter(({ isShown }) => isShown)
    .slice(1)
    .toReversed()
    .map(({ id, text }) => ({ id, text }))
}

/** What of the list a report names: points of an item that is left out as a whole go without saying. Pure. */
export function namedOnce(content: DocumentContent, left: readonly Left[]): Left[] {
  if (content.kind === 'letter') return [...left]
  const ids = new Set(left.map(({ id }) => id))
  const items = content.sections.flatMap(({ items }) => items)
  const covered = new Set(items.filter(({ id }) => ids.has(id)).flatMap(({ bullets }) => bullets.map(({ id }) => id)))
  return left.filter(({ id }) => !covered.has(id))
}
