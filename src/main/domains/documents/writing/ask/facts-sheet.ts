import type { Career, FactId } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import type { AskedPosting } from '../../compose/asked-posting.ts'
import { asData } from './data-text.ts'
import { withoutContacts } from './contacts/without-contacts.ts'

const MOST_CHARS = 40_000

/** Everything that a model may write about the person, each fact under its id. Name, e-mail, phone, home, links and birth are no part
 *  of it: they are put into the document here. Pure. */
export function factsSheet(
  { person, ...career }: Career,
  { profile, posting }: { profile: Profile; posting: Pick<AskedPosting, 'title' | 'company' | 'city'> },
): string {
  const named = [posting.company, posting.title, posting.city].join('\n')
  const parts = [
    ...block('About the person (may be used anywhere, cites nothing)', [person.headline, career.summary]),
    ...career.experiences.flatMap(({ id, title, company, place, start, end, summary, bullets, skills }) =>
      entry(`Post [${id}]`, {
        head: [title, company, place, spanOf(start, end)],
        lines: [...(summary === '' ? [] : [summary]), ...bullets.map(bulletLine), ...skillLine(skills)],
      }),
    ),
    ...career.education.flatMap(({ id, degree, field, institution, place, start, end, grade, bullets }) =>
      entry(`Education [${id}]`, {
        head: [degree, field, institution, place, spanOf(start, end), grade],
        lines: bullets.map(bulletLine),
      }),
    ),
    ...career.projects.flatMap(({ id, name, role, start, end, bullets, skills }) =>
      entry(`Project [${id}]`, {
        head: [name, role, spanOf(start, end)],
        lines: [...bullets.map(bulletLine), ...skillLine(skills)],
      }),
    ),
    ...career.extras.flatMap(({ id, kind, name, by, date, text }) =>
      entry(`${kind} [${id}]`, { head: [name, by, date ?? ''], lines: text === '' ? [] : [text] }),
    ),
    ...block('Confirmed by the person', career.confirmed.map(bulletLine)),
    ...block('Skills (may be named anywhere)', [skillsLine(profile)]),
    ...block('Spoken languages', [languagesLine(profile)]),
    ...block('Years in the trade', [profile.yearsOfExperience === null ? '' : String(profile.yearsOfExperience)]),
  ]
  return asData(withoutContacts(parts.join('\n'), { person, named }), MOST_CHARS)
}

/** The ids of all facts, and for each the post, degree or project that it belongs to. Pure. */
export function factOwners({
  experiences,
  education,
  projects,
  extras,
  confirmed,
}: Career): ReadonlyMap<FactId, FactId> {
  const grouped = [...experiences, ...education, ...projects].flatMap(({ id, bullets }) => [
    [id, id] as const,
    ...bullets.map((bullet) => [bullet.id, id] as const),
  ])
  return new Map([...grouped, ...[...extras, ...confirmed].map(({ id }) => [id, id] as const)])
}

function entry(name: string, { head, lines }: { head: readonly string[]; lines: readonly string[] }): string[] {
  return ['', `${name} ${head.filter((part) => part !== '').join(', ')}`, ...lines]
}

function block(name: string, lines: readonly string[]): string[] {
  const said = lines.filter((line) => line.trim() !== '')
  return said.length === 0 ? [] : ['', name, ...said]
}

function bulletLine({ id, text }: { readonly id: FactId; readonly text: string }): string {
  return `- [${id}] ${text}`
}

function skillLine(skills: readonly string[]): string[] {
  return skills.length === 0 ? [] : [`Used there: ${skills.join(', ')}`]
}

function skillsLine({ skills }: Profile): string {
  return skills
    .map(({ name, years, level }) => {
      const more = [...(years === null ? [] : [`${years} years`]), ...(level === null ? [] : [level])]
      return more.length === 0 ? name : `${name} (${more.join(', ')})`
    })
    .join(', ')
}

function languagesLine({ languages }: Profile): string {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })
  return languages
    .map(({ code, level }) => `${names.of(code) ?? code}${level === null ? '' : ` (${level})`}`)
    .join(', ')
}

function spanOf(start: string | null, end: string | null): string {
  if (start === null) return end ?? ''
  return `${start} to ${end ?? 'now'}`
}
