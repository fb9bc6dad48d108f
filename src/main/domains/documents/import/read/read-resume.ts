import type { Extra } from '#shared/career.ts'
import type { ResumeDoubt, Suggestion } from '#shared/resume-import.ts'
import { readLanguage } from '../../../jobs/enrich/reading-words.service.ts'
import type { ResumeLine, ResumeText } from '../file/resume-line.ts'
import { findEmail, findLinks, findPhone, type Found } from './person/contacts.ts'
import { confidenceOf, doubtsOf } from './doubts.ts'
import { readEducations } from './entries/educations.ts'
import { pointsOf } from './entries/entries.ts'
import { type Read, readExperiences } from './entries/experiences.ts'
import { languagesInPassing, languagesListed, type SpokenLanguage } from './person/languages.ts'
import { isReferences } from './lexicon.ts'
import type { NewId } from './new-id.ts'
import { readExtras, readProjects } from './entries/other-entries.ts'
import { findHeadline, findHome, findName } from './person/person.ts'
import { type Section, sectionsOf } from './sections.ts'
import { skillsIn, skillsListed } from './person/skills.ts'
import { sourceOf } from './source-lines.ts'
import { restFrom, textFrom } from './text-from.ts'

export interface ResumeFacts {
  readonly suggestions: Suggestion[]
  /** Lines that led to nothing. */
  readonly unread: string[]
  readonly language: string | null
}

/** What a suggestion is before it has its id, with the lines it took. */
type Draft = Suggestion extends infer S
  ? S extends Suggestion
    ? Omit<S, 'id' | 'confidence' | 'doubts'> & {
        doubts: readonly ResumeDoubt[]
        lines: readonly ResumeLine[]
        rest?: readonly string[]
      }
    : never
  : never

const EXTRA_SECTIONS: Readonly<Partial<Record<Section['kind'], Extra['kind']>>> = {
  certificate: 'certificate',
  course: 'course',
  publication: 'publication',
  award: 'award',
  volunteering: 'volunteering',
  interest: 'interest',
}
const SKILL_SECTIONS: ReadonlySet<Section['kind']> = new Set([
  'skills',
  'experience',
  'projects',
  'summary',
  'certificate',
  'course',
  'head',
])
const HEAD_SECTIONS: ReadonlySet<Section['kind']> = new Set(['head', 'person'])
const MAX_UNREAD = 2_000

/** What a résumé says, each fact with its lines and how sure it is. Nothing is filled in that the lines do not say. Pure but for the ids
 *  that it is given; the event loop gets a turn after each section. */
export function* readResume({ lines, links }: ResumeText, newId: NewId): Generator<undefined, ResumeFacts> {
  const sections = sectionsOf(lines)
  yield
  const drafts: Draft[] = [...personOf(sections, { lines, links })]
  yield
  for (const section of sections) {
    drafts.push(...draftsOf(section, newId))
    yield
  }
  drafts.push(...languageDrafts(sections))
  yield
  for (const step of skillDrafts(sections)) {
    if (step === undefined) yield
    else drafts.push(step)
  }
  const taken = new Set(drafts.flatMap((draft) => draft.lines))
  const unread = [
    ...lines.filter((line) => !taken.has(line)).map(({ text }) => text),
    ...drafts.flatMap(({ rest }) => rest ?? []),
  ]
  const suggestions = drafts.map((draft) => suggestionOf(draft, newId))
  const language = readLanguage(
    lines
      .slice(0, 500)
      .map(({ text }) => text)
      .join('\n'),
  )
  return { suggestions, unread: unread.slice(0, MAX_UNREAD), language }
}

function suggestionOf(draft: Draft, newId: NewId): Suggestion {
  const { lines, doubts, rest: _, ...suggestion } = draft
  const source = suggestion.source === '' ? sourceOf(lines) : suggestion.source
  return { ...suggestion, source, id: newId(), doubts: [...doubts], confidence: confidenceOf(draft.kind, doubts) }
}

function personOf(sections: readonly Section[], { lines, links }: Pick<ResumeText, 'lines' | 'links'>): Draft[] {
  const head = sections.filter(({ kind }) => HEAD_SECTIONS.has(kind)).flatMap((section) => section.lines)
  const headSet = new Set(head)
  const byText = new Map(lines.toReversed().map((line) => [line.text, line]))
  const drafts: Draft[] = []
  const add = (field: 'name' | 'headline' | 'email' | 'phone' | 'city' | 'countryCode', found: Found | null) => {
    if (found === null) return
    const own = found.source.split('\n').flatMap((text) => byText.get(text) ?? [])
    drafts.push({ kind: 'person', field, ...found, value: textFrom(found.value, 160), lines: own })
  }
  const referees = new Set(sections.filter(({ heading }) => isReferences(heading)).flatMap((section) => section.lines))
  const ordered = [...head, ...lines.filter((line) => !headSet.has(line) && !referees.has(line))]
  const email = findEmail(ordered, links)
  const name = findName(ordered, email?.value ?? null)
  const home = findHome(head)
  add('name', name)
  add('headline', findHeadline(head, name))
  add('email', email)
  add('phone', findPhone(ordered))
  add('city', home.city)
  add('countryCode', home.countryCode)
  for (const link of findLinks(lines, { links, head: headSet })) {
    drafts.push({ kind: 'link', ...link, lines: link.source.split('\n').flatMap((text) => byText.get(text) ?? []) })
  }
  return drafts
}

function draftsOf({ kind, lines, isGuessed }: Section, newId: NewId): Draft[] {
  const from = <T>({ lines: own, doubts, rest }: Read<T>) => ({ source: sourceOf(own), doubts, rest, lines: own })
  if (kind === 'experience')
    return readExperiences(lines, newId).map((read) => {
      const doubts: ResumeDoubt[] = isGuessed ? [...read.doubts, 'unlabelled'] : [...read.doubts]
      return { kind: 'experience', value: read.value, ...from({ ...read, doubts }) }
    })
  if (kind === 'education')
    return readEducations(lines, newId).map((read) => ({ kind: 'education', value: read.value, ...from(read) }))
  if (kind === 'projects')
    return readProjects(lines, newId).map((read) => ({ kind: 'project', value: read.value, ...from(read) }))
  if (kind === 'summary') return summaryOf(lines)
  const extra = EXTRA_SECTIONS[kind]
  if (extra === undefined) return []
  return readExtras(lines, { kind: extra, newId }).map((read) => ({ kind: 'extra', value: read.value, ...from(read) }))
}

const MAX_SUMMARY = 3000

function summaryOf(lines: readonly ResumeLine[]): Draft[] {
  const text = pointsOf(lines)
    .map((point) => point.text)
    .join('\n')
  const value = textFrom(text, MAX_SUMMARY)
  const rest = restFrom(text, MAX_SUMMARY)
  if (value.length < 20) return []
  return [{ kind: 'summary', value, source: sourceOf(lines), doubts: [], lines, rest: rest === '' ? [] : [rest] }]
}

function languageDrafts(sections: readonly Section[]): Draft[] {
  const found = new Map<string, SpokenLanguage>()
  const all = [
    ...sections.filter(({ kind }) => kind === 'languages').flatMap(({ lines }) => languagesListed(lines)),
    ...sections.filter(({ kind }) => kind !== 'languages').flatMap(({ lines }) => lines.flatMap(languagesInPassing)),
  ]
  for (const language of all) {
    const known = found.get(language.code)
    if (known === undefined || (known.level === null && language.level !== null)) found.set(language.code, language)
  }
  return [...found.values()].map(({ code, level, line, doubts }) => ({
    kind: 'language',
    code,
    level,
    source: line.text,
    doubts,
    lines: [line],
  }))
}

function* skillDrafts(sections: readonly Section[]): Generator<Draft | undefined> {
  const known = new Set<string>()
  const ordered = sections.toSorted((left, right) => Number(right.kind === 'skills') - Number(left.kind === 'skills'))
  for (const { kind, lines } of ordered) {
    if (!SKILL_SECTIONS.has(kind)) continue
    const text = lines.map((line) => line.text).join('\n')
    yield undefined
    for (const { name, words, isItem } of kind === 'skills' ? skillsListed(text) : skillsIn(text)) {
      if (known.has(name)) continue
      known.add(name)
      const line = lines.find((each) => each.text.includes(words)) ?? lines[0]
      yield {
        kind: 'skill',
        value: name,
        source: line?.text ?? words,
        doubts: doubtsOf({ passing: !isItem }),
        lines: line === undefined ? [] : [line],
      }
    }
  }
}
