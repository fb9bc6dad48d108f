import { type Wording, WORDINGS } from './languages.ts'
import { PEOPLE, type Person } from './people.ts'

/** What a résumé of the set says, as it is laid out and as it is to be read. */
export interface ResumeCase {
  readonly id: string
  readonly half: Person['half']
  readonly layout: Layout
  readonly person: Person
  readonly wording: Wording
  readonly posts: readonly Post[]
  readonly schools: readonly School[]
  readonly skills: readonly string[]
  readonly languages: readonly {
    readonly code: string
    readonly name: string
    readonly level: string
    readonly said: string
  }[]
  readonly email: string
  readonly link: string
  readonly labelled: boolean
}

interface Spell {
  readonly start: string
  /** Null: it goes on. */
  readonly end: string | null
  readonly dates: string
}
export interface Post extends Spell {
  readonly title: string
  readonly company: string
  readonly place: string
  readonly bullets: readonly string[]
}
export interface School extends Spell {
  readonly degree: string
  readonly school: string
}

export const LAYOUTS = [
  'plain',
  'table',
  'sidebar',
  'below',
  'company-first',
  'sidebar-right',
  'europass',
  'one-line',
  'typeset',
  'indented',
  'three-columns',
  'capitals',
  'profile-export',
  'date-column',
  'promotions',
] as const
export type Layout = (typeof LAYOUTS)[number]
/** Those of the half that nothing was tuned on are partly unseen. */
const LAYOUTS_OF = {
  tuned: [
    'plain',
    'table',
    'sidebar',
    'below',
    'company-first',
    'europass',
    'one-line',
    'typeset',
    'indented',
    'three-columns',
    'capitals',
    'profile-export',
    'date-column',
    'promotions',
  ],
  held: ['company-first', 'table', 'sidebar-right', 'europass', 'one-line', 'plain', 'below'],
} as const satisfies Record<Person['half'], readonly Layout[]>

/** A part that no table of headings knows, with a span of time that is no post's. */
export const OTHER_PART = { heading: 'Varia', line: 'Atlas | Minerva | 2011 – 2013' }
/** A point that names a span of time, in layouts that set points in. */
const DATED_POINT = 'Atlas (2016–2017)'
const DATED_LAYOUTS: ReadonlySet<Layout> = new Set(['typeset', 'indented', 'three-columns', 'capitals'])

/** In these, the first employer has two posts. */
const HELD_LAYOUTS: ReadonlySet<Layout> = new Set(['profile-export', 'promotions'])

type DateStyle = 'number' | 'dots' | 'short' | 'long' | 'years'
const STYLES_OF: Readonly<Record<Person['half'], readonly DateStyle[]>> = {
  tuned: ['number', 'short', 'long'],
  held: ['dots', 'long', 'years', 'number', 'short'],
}

/** All of the set: one file of each kind a person. */
export function resumeCases(kind: 'pdf' | 'docx'): ResumeCase[] {
  const seen = { tuned: 0, held: 0 }
  return PEOPLE.map((person) => {
    const at = seen[person.half]++ + (kind === 'docx' ? 1 : 0)
    const layouts = LAYOUTS_OF[person.half]
    const layout = layouts[at % layouts.length] ?? 'plain'
    const styles = STYLES_OF[person.half]
    return caseOf(person, { layout, style: styles[at % styles.length] ?? 'number', at, kind })
  })
}

interface Form {
  readonly layout: Layout
  readonly style: DateStyle
  readonly at: number
  readonly kind: string
}

function caseOf(person: Person, { layout, style, at, kind }: Form): ResumeCase {
  const wording = WORDINGS[person.language] ?? WORDINGS['en']
  if (wording === undefined) throw new Error(`no wording for ${person.language}`)
  const skills = person.skills.split(', ')
  const spelled = (month: string) => spell(month, { style, wording })
  const spanOf = (start: string, end: string): Spell => {
    const cut = (month: string) => (style === 'years' ? month.slice(0, 4) : month)
    const dash = at % 2 === 0 ? ' – ' : ' - '
    return {
      start: cut(start),
      end: end === '' ? null : cut(end),
      dates: `${spelled(start)}${dash}${end === '' ? wording.present : spelled(end)}`,
    }
  }
  const all = person.posts.map((line, index): Post => {
    const [title = '', company = '', place = '', start = '', end = ''] = line.split('|')
    const bullets = wording.bullets
      .slice(0, index === 0 ? 3 : 2)
      .map((text) => text.replace('{0}', skills[0] ?? '').replace('{1}', skills[1] ?? ''))
    const points = DATED_LAYOUTS.has(layout) ? [...bullets, DATED_POINT] : bullets
    return { title, company, place, bullets: points, ...spanOf(start, end) }
  })
  const posts = HELD_LAYOUTS.has(layout) ? heldAtFirst(all) : all
  const schools = person.schools.map((line): School => {
    const [degree = '', school = '', start = '', end = ''] = line.split('|')
    return { degree, school, ...spanOf(start, end) }
  })
  const slug = asciiOf(person.name)
  return {
    id: `${kind}-${slug}-${layout}-${style}`,
    half: person.half,
    layout,
    person,
    wording,
    posts,
    schools,
    skills,
    languages: person.spoken.split(' ').map((spoken) => spokenOf(spoken, { person, wording })),
    email:
      at % 3 === 0 ? `${slug.replaceAll('-', '.')}@example.com` : `${slug.split('-')[0] ?? ''}${at}@mail.example.org`,
    link: `linkedin.com/in/${slug}`,
    labelled: at % 2 === 1,
  }
}

/** The posts that stand together at one employer. */
export function stays(posts: readonly Post[]): Post[][] {
  const groups: Post[][] = []
  for (const post of posts) {
    const last = groups.at(-1)
    if (last?.[0]?.company === post.company) last.push(post)
    else groups.push([post])
  }
  return groups
}

/** From the first day of a stay to its last one, as the dates of its posts are written; empty for a single post. */
export function wholeStay(posts: readonly Post[]): string {
  const [last, first] = [posts[0]?.dates ?? '', posts.at(-1)?.dates ?? '']
  const dash = last.includes(' – ') ? ' – ' : ' - '
  return posts.length < 2 ? '' : `${first.split(dash)[0] ?? ''}${dash}${last.split(dash)[1] ?? ''}`
}

/** The second post at the employer of the first. */
function heldAtFirst(posts: readonly Post[]): Post[] {
  const [first] = posts
  return posts.map((post, at) =>
    at === 1 && first !== undefined ? { ...post, company: first.company, place: first.place } : post,
  )
}

function spokenOf(spoken: string, { person, wording }: { person: Person; wording: Wording }) {
  const [code = '', level = ''] = spoken.split(':')
  const name = wording.names[code] ?? new Intl.DisplayNames([person.language], { type: 'language' }).of(code) ?? code
  return { code, level, name, said: level === 'native' ? wording.native : level }
}

function spell(month: string, { style, wording }: { style: DateStyle; wording: Wording }): string {
  const [year = '', number = ''] = month.split('-')
  const name = wording.months[Number(number) - 1] ?? ''
  if (style === 'number') return `${number}/${year}`
  if (style === 'dots') return `${number}.${year}`
  if (style === 'years') return year
  if (style === 'long') return `${name} ${year}`
  if (name.endsWith('kuu')) return `${name.slice(0, -3)} ${year}`
  return `${name.length > 4 ? `${name.slice(0, 3)}${wording === WORDINGS['en'] ? '' : '.'}` : name} ${year}`
}

function asciiOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z]+/gu, '-')
    .replace(/^dr-/u, '')
    .replaceAll(/^-|-$/gu, '')
}
