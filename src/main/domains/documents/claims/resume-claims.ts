import type { Finding } from '#shared/claims.ts'
import type { DocumentHeader, ResumeContent, ResumeItem, ResumeSection, WordGroup } from '#shared/documents.ts'
import { isKnownSkill, skillNameOf } from '../../jobs/match/matching.service.ts'
import type { Checker } from './checker.ts'
import { dateOfFact, isSameDate } from './figures/dates.ts'
import type { Ground } from './ground.ts'
import { wordsOf } from './read/words.ts'

/** Holds the header and every part that is shown against the facts. Pure but for what the checker keeps. */
export function checkResume({ header, sections }: ResumeContent, checker: Checker): Finding[] {
  const shown = sections.filter(({ isShown }) => isShown)
  checker.speaks(shown.map(textOf).join('\n'))
  return [...checkHeader(header, checker), ...shown.flatMap((section) => checkSection(section, checker))]
}

function textOf({ paragraphs, items }: ResumeSection): string {
  return [...paragraphs, ...items.flatMap(({ bullets }) => bullets)].map(({ text }) => text).join('\n')
}

const HEADER = 'header'

/** The lines on top must be those of the person; what is left out claims nothing. */
export function checkHeader(header: DocumentHeader, checker: Checker): Finding[] {
  const { person } = checker.book
  const claim = (text: string) => ({ id: HEADER, text, cites: [] })
  const isOwn = (written: string, known: string) => same(written) === '' || same(written) === same(known)
  const names: readonly (readonly [string, string])[] = [
    [header.name, person.name],
    [header.email, person.email],
    [header.phone, person.phone],
    ...(header.isPlaceShown ? [[header.city, person.city] as const] : []),
  ]
  const links = new Set(person.links.map(({ url }) => same(url)))
  return [
    ...names
      .filter(([written, known]) => !isOwn(written, known))
      .map(([written]) => checker.finding(claim(written), { kind: 'name', words: written })),
    ...header.links
      .filter(({ url }) => url !== '' && !links.has(same(url)))
      .map(({ url }) => checker.finding(claim(url), { kind: 'name', words: url })),
    ...(isOwn(header.headline, person.headline)
      ? []
      : checker.check({ ...claim(header.headline), isTitle: true, isWhole: true })),
  ]
}

function same(text: string): string {
  return text.toLowerCase().replaceAll(/[\s()/-]+/g, '')
}

function checkSection(section: ResumeSection, checker: Checker): Finding[] {
  const { paragraphs, items, groups, kind, title, id } = section
  return [
    ...(title === '' ? [] : checker.check({ id, text: title.toLowerCase(), cites: [], isWhole: true })),
    ...paragraphs.filter(({ isShown }) => isShown).flatMap((paragraph) => checker.check(paragraph)),
    ...items.filter(({ isShown }) => isShown).flatMap((item) => checkItem(item, checker)),
    ...groups.filter(({ isShown }) => isShown).flatMap((group) => checkGroup(group, { kind, checker })),
  ]
}

function checkItem(item: ResumeItem, checker: Checker): Finding[] {
  const { id, cites, bullets } = item
  const text = [item.title, item.organisation].filter((part) => part !== '').join(', ')
  const claim = { id, text, cites }
  const isCited = cites.length > 0
  const ground = isCited ? checker.groundOf(cites) : checker.whole
  const fields = [
    ...checker.check({ id, text: item.title, cites, isTitle: true, isWhole: !isCited }),
    ...fieldFindings(item, { ground, checker }),
    ...dateFindings(item, { ground, checker }),
  ]
  const uncited =
    !isCited && text !== '' && fields.length === 0 ? [checker.finding(claim, { kind: 'uncited', words: text })] : []
  return [
    ...uniqueWords(fields),
    ...uncited,
    ...bullets
      .filter(({ isShown }) => isShown)
      .flatMap((bullet) => [...checker.check(bullet), ...foreignFindings(bullet, { item, checker })]),
  ]
}

/** Work of one post under the heading of another, however true each is. */
function foreignFindings(
  bullet: ResumeItem['bullets'][number],
  { item, checker }: { item: ResumeItem; checker: Checker },
): Finding[] {
  const { owners, facts } = checker.book
  const own = new Set(item.cites.flatMap((cited) => owners.get(cited) ?? []))
  const [first, ...others] = bullet.cites.map((cited) => owners.get(cited))
  if (own.size === 0 || first === undefined) return []
  if ([first, ...others].some((owner) => owner === undefined || own.has(owner))) return []
  const entry = facts.get(first)?.lines[0] ?? first
  const finding = checker.finding(bullet, { kind: 'citation', words: entry })
  const message = `The fact cited here belongs to another entry of your career: ${entry}. Move the sentence there, cite a fact of this entry, or drop it.`
  return [{ ...finding, message, nearest: null }]
}

interface Held {
  readonly ground: Ground
  readonly checker: Checker
}

/** Every word of a field must stand in the fact: there is nothing to reword in a name. */
function fieldFindings(item: ResumeItem, { ground, checker }: Held): Finding[] {
  const { id, cites } = item
  const fields = [
    ['employer', item.organisation],
    ['name', item.place],
    ['number', item.note],
    ['name', item.url],
  ] as const
  return fields.flatMap(([kind, text]) => {
    const unknown = wordsOf(text).filter((word) => !ground.words.has(word) && !SMALL.has(word))
    if (unknown.length === 0) return []
    if (kind === 'number' && !/\d/.test(text)) return checker.check({ id, text, cites, isWhole: cites.length === 0 })
    return [checker.finding({ id, text, cites }, { kind, words: text })]
  })
}
const SMALL = new Set(
  'of the and und der die das for fur de la at bei in grade note final abschlussnote gpa'.split(' '),
)

function dateFindings({ id, start, end, cites, title }: ResumeItem, { ground, checker }: Held): Finding[] {
  const dates = [
    ...(start === null ? [] : [dateOfFact(start, 'start')]),
    ...(end === null ? [] : [dateOfFact(end, 'end')]),
  ]
  return dates
    .filter((date) => !ground.dates.some((fact) => isSameDate(date, fact)))
    .map(({ written }) =>
      checker.finding({ id, text: `${title} ${written}`.trim(), cites }, { kind: 'date', words: written }),
    )
}

function uniqueWords(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.kind} ${finding.words}`, finding])).values()]
}

/** Skills and languages rest on the whole career and the profile. */
function checkGroup(
  { id, words }: WordGroup,
  { kind, checker }: { kind: ResumeSection['kind']; checker: Checker },
): Finding[] {
  return words.flatMap((text) => {
    const claim = { id, text, cites: [], isWhole: true }
    if (kind === 'languages') return checker.check({ ...claim, isList: true })
    const name = text.replace(/\s*[([–—:-].*$/, '')
    const isKnown =
      checker.whole.skills.has(skillNameOf(text)) ||
      checker.whole.skills.has(skillNameOf(name)) ||
      wordsOf(name).every((word) => checker.whole.words.has(word))
    const rest = isKnown && name.length < text.length ? checker.check({ ...claim, text: text.slice(name.length) }) : []
    if (isKnown) return rest
    const found = checker.check(claim)
    if (found.some((finding) => finding.kind === 'skill')) return found
    return kind === 'skills' || isKnownSkill(text) || found.length > 0
      ? [checker.finding(claim, { kind: 'skill', words: text })]
      : []
  })
}
