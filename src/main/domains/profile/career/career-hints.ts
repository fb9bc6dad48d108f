import type { Career, CareerView } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import { longestGap } from './date-gaps.ts'

type Hint = CareerView['hints'][number]

/** Bullets that a résumé of one page has room for at the newest post. */
const FEW_BULLETS = 2
const GAP_MONTHS = 6

/** What is missing that a résumé or the matching needs, most useful first, each with what it is good for. Pure. */
export function careerHints(career: Career, profile: Profile): Hint[] {
  return [
    ...personHints(career),
    ...experienceHints(career),
    ...skillHints(career, profile),
    ...educationHints(career),
    career.summary === ''
      ? { field: 'summary', message: 'Write a few sentences about yourself: a résumé and a letter begin with them.' }
      : null,
    ...contactHints(career),
    profile.languages.length === 0
      ? { field: 'languages', message: 'Name the languages you speak: postings in Europe ask for them.' }
      : null,
  ].filter((hint) => hint !== null)
}

function personHints({ person }: Career): (Hint | null)[] {
  return [
    person.name === '' ? { field: 'person.name', message: 'Say your name: it stands on top of every document.' } : null,
    person.email === '' ? { field: 'person.email', message: 'Say your e-mail address: employers answer to it.' } : null,
    person.headline === ''
      ? { field: 'person.headline', message: 'Say what you are, as “Data engineer”: it is read first after your name.' }
      : null,
  ]
}

function contactHints({ person }: Career): (Hint | null)[] {
  return [
    person.phone === ''
      ? { field: 'person.phone', message: 'Say your phone number: recruiters often call first.' }
      : null,
    person.city === '' && person.countryCode === null
      ? { field: 'person.city', message: 'Say where you live: employers look for whoever is near or has to move.' }
      : null,
    person.links.length === 0
      ? { field: 'person.links', message: 'Add a link, as to your code or your page: it shows what you have done.' }
      : null,
  ]
}

function experienceHints({ experiences }: Career): (Hint | null)[] {
  if (experiences.length === 0) {
    return [{ field: 'experiences', message: 'Add where you have worked: a résumé rests on it most.' }]
  }
  const untitled = experiences.filter(({ title }) => title === '')
  const undated = experiences.filter(({ start }) => start === null)
  const reversed = experiences.filter(({ start, end }) => start !== null && end !== null && endsBefore(start, end))
  const silent = experiences.filter(({ bullets, summary }) => bullets.length === 0 && summary === '')
  const newest = experiences[0]
  const gap = longestGap(experiences)
  return [
    reversed.length === 0
      ? null
      : { field: 'experiences', message: `Put the dates right at ${names(reversed)}: the end is before the start.` },
    undated.length === 0
      ? null
      : {
          field: 'experiences',
          message: `Say when you were at ${names(undated)}: parsers leave out posts without dates.`,
        },
    silent.length === 0
      ? null
      : { field: 'experiences', message: `Say what you did at ${names(silent)}: only what stands here can be used.` },
    untitled.length === 0
      ? null
      : { field: 'experiences', message: `Say what you were at ${names(untitled)}: postings are compared by title.` },
    newest !== undefined && newest.bullets.length > 0 && newest.bullets.length <= FEW_BULLETS
      ? {
          field: 'experiences',
          message: `Say more of what you did at ${newest.company}: with more points, those that fit a posting can be chosen.`,
        }
      : null,
    gap === null || gap.months < GAP_MONTHS
      ? null
      : {
          field: 'experiences',
          message: `Nothing is said of ${gap.months} months after ${gap.after}: employers ask about gaps. A course, a project or a sentence closes it.`,
        },
  ]
}

function skillHints({ experiences, projects }: Career, { skills }: Profile): (Hint | null)[] {
  const named = new Set(skills.map(({ name }) => name.toLowerCase()))
  const used = [...experiences, ...projects].flatMap((entry) => entry.skills)
  const unlisted = used.filter((name) => !named.has(name.toLowerCase()))
  return [
    skills.length === 0
      ? { field: 'skills', message: 'Name your skills: a résumé lists them, and matching counts them most.' }
      : null,
    skills.length > 0 && skills.every(({ years }) => years === null)
      ? { field: 'skills', message: 'Say for how many years you have used your main skills: postings ask for years.' }
      : null,
    unlisted.length === 0 || skills.length === 0
      ? null
      : {
          field: 'skills',
          message: `Your posts name skills that matching does not know of: ${shortList([...new Set(unlisted)])}.`,
        },
  ]
}

function educationHints({ education }: Career): (Hint | null)[] {
  if (education.length === 0) {
    return [
      {
        field: 'education',
        message: 'Add your education: many postings and most work permits ask for a degree.',
      },
    ]
  }
  const undated = education.filter(({ start, end }) => start === null && end === null)
  return [
    undated.length === 0
      ? null
      : {
          field: 'education',
          message: `Say when you were at ${shortList(undated.map(({ institution }) => institution))}: a permit may depend on how long ago that was.`,
        },
  ]
}

/** Whether a span is the wrong way round, as far as its dates say: 2020-05 to 2020 may be right. Pure. */
export function endsBefore(start: string, end: string): boolean {
  const exact = Math.min(start.length, end.length)
  return end.slice(0, exact) < start.slice(0, exact)
}

function names(experiences: Career['experiences']): string {
  return shortList([...new Set(experiences.map(({ company }) => company))])
}

const NAMES_SHOWN = 3

/** 'a, b, c and 2 more'. */
function shortList(words: readonly string[]): string {
  const more = words.length - NAMES_SHOWN
  return `${words.slice(0, NAMES_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Whether nothing was said in it yet. Pure. */
export function isEmptyCareer({ person, summary, ...lists }: Career): boolean {
  const { links, countryCode, ...lines } = person
  const hasPerson = Object.values(lines).some((line) => line !== '') || countryCode !== null || links.length > 0
  return !hasPerson && summary === '' && Object.values(lists).every((list) => list.length === 0)
}
