import type { Bullet, Career, Extra, FactId } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import { isHelping } from './read/deeds-said.ts'
import { isSchool, tellingWords } from './read/names/schools-said.ts'
import { type DateSaid, dateOfFact } from './figures/dates.ts'
import { stretchOf, type Stretch } from './figures/backing/durations.ts'

/** What one fact says, and what may be said of it because of where it stands. */
export interface FactPiece {
  readonly lines: readonly string[]
  readonly titles: readonly string[]
  /** Employers, schools, those who gave something: names that a sentence may bear only with the fact. */
  readonly organisations: readonly string[]
  readonly schools: readonly string[]
  readonly skills: readonly string[]
  readonly dates: readonly DateSaid[]
  readonly stretch: Stretch | null
  readonly isCertificate: boolean
  /** Of which part of the career it is. */
  readonly part: 'experience' | 'education' | 'project' | Extra['kind'] | null
  /** A whole entry, no sentence of one. */
  readonly isEntry: boolean
  readonly isAward: boolean
  /** A point that says that somebody helped others to do it. */
  readonly isHelp: boolean
}

/** A career by its facts; `always` may be said anywhere: the person, their own summary, what was confirmed. */
export interface FactBook {
  readonly facts: ReadonlyMap<FactId, FactPiece>
  /** For each fact the entry that it belongs to. What was confirmed belongs to none. */
  readonly owners: ReadonlyMap<FactId, FactId>
  readonly always: FactPiece
  readonly profile: Profile
  /** The words by which the employers of the career are known. */
  readonly employers: readonly string[]
  readonly person: Career['person']
  /** UTC epoch ms. */
  readonly now: number
}

const NOTHING: FactPiece = {
  lines: [],
  titles: [],
  organisations: [],
  schools: [],
  skills: [],
  dates: [],
  stretch: null,
  isCertificate: false,
  part: null,
  isEntry: true,
  isAward: false,
  isHelp: false,
}

/** The facts of a career under their ids. A sentence of a post knows where it belongs: employer, title, dates and skills of the post.
 *  `now` in UTC epoch ms. Pure. */
export function readFactBook({ career, profile, now }: { career: Career; profile: Profile; now: number }): FactBook {
  const facts = new Map<FactId, FactPiece>()
  const add = (id: FactId, head: FactPiece, bullets: readonly Bullet[]) => {
    facts.set(id, { ...head, lines: [...head.lines, ...bullets.map(({ text }) => text)] })
    for (const { id: own, text } of bullets)
      facts.set(own, { ...head, isEntry: false, lines: [text, ...head.lines.slice(0, 1)], isHelp: isHelping(text) })
  }
  for (const { id, company, title, place, url, summary, skills, bullets, ...span } of career.experiences) {
    const line = joined([title, company, place, url])
    add(
      id,
      {
        ...NOTHING,
        part: 'experience',
        lines: [line, summary],
        titles: [title],
        organisations: [company],
        schools: isSchool(company) ? [company] : [],
        skills,
        ...dated(span, now),
      },
      bullets,
    )
  }
  for (const { id, institution, degree, field, place, grade, bullets, ...span } of career.education) {
    const line = joined([degree, field, institution, place, grade])
    add(
      id,
      {
        ...NOTHING,
        part: 'education',
        lines: [line],
        titles: [joined([degree, field])],
        organisations: [institution],
        schools: [institution],
        ...dated(span, now),
      },
      bullets,
    )
  }
  for (const { id, name, role, url, skills, bullets, ...span } of career.projects) {
    const line = joined([name, role, url])
    add(id, { ...NOTHING, part: 'project', lines: [line], titles: [role, name], skills, ...dated(span, now) }, bullets)
  }
  for (const extra of career.extras) facts.set(extra.id, extraPiece(extra, now))
  for (const { id, text } of career.confirmed) facts.set(id, { ...NOTHING, lines: [text], titles: [text] })
  return {
    facts,
    owners: ownersOf(career),
    always: alwaysOf(career, profile),
    profile,
    now,
    employers: career.experiences.flatMap(({ company }) => tellingWords(company)),
    person: career.person,
  }
}

function ownersOf({ experiences, education, projects, extras }: Career): ReadonlyMap<FactId, FactId> {
  const entries = [...experiences, ...education, ...projects]
  return new Map([
    ...entries.flatMap(({ id, bullets }) =>
      [id, ...bullets.map((bullet) => bullet.id)].map((one) => [one, id] as const),
    ),
    ...extras.map(({ id }) => [id, id] as const),
  ])
}

function extraPiece({ kind, name, by, date, url, text }: Extra, now: number): FactPiece {
  const span = dated({ start: date, end: null }, now)
  return {
    ...NOTHING,
    lines: [joined([name, by, url]), text],
    titles: [name],
    organisations: [by],
    schools: [by],
    dates: span.dates.map((said) => ({ ...said, role: null })),
    stretch: kind === 'volunteering' ? span.stretch : null,
    isCertificate: kind === 'certificate',
    part: kind,
    isAward: kind === 'award',
  }
}

function alwaysOf({ person, summary, confirmed }: Career, { skills }: Profile): FactPiece {
  const place = joined([person.city, person.countryCode ?? ''])
  const links = person.links.map(({ label, url }) => joined([label, url]))
  return {
    ...NOTHING,
    lines: [joined([person.name, person.headline]), place, ...links, summary, ...confirmed.map(({ text }) => text)],
    titles: [person.headline],
    skills: skills.map(({ name }) => name),
  }
}

function dated(span: { start: string | null; end: string | null }, now: number): Pick<FactPiece, 'dates' | 'stretch'> {
  const dates = [
    ...(span.start === null ? [] : [dateOfFact(span.start, 'start')]),
    ...(span.end === null ? [] : [dateOfFact(span.end, 'end')]),
  ]
  return { dates, stretch: stretchOf(span, now) }
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}
