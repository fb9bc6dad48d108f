import type { Career, Extra, Person } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import { plainLetters } from '../../../../infra/text/fold.ts'
import { languageName, skillLevelWord, spokenLevelWord } from './levels.ts'
import { WEBSITE_LABEL } from './read-basics.ts'
import { REFERENCE_NAME } from './read-extras.ts'

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

/** The career with the profile's skills and languages, in the format of https://jsonresume.org/schema 1.0.0. What that has no section for
 *  (courses, other entries) stands in `meta`; what was confirmed beside the career is left out. `updatedAt` in UTC ms. Pure. */
export function writeJsonResume(
  career: Career,
  { profile, updatedAt }: { readonly profile: Profile; readonly updatedAt: number | null },
): { readonly fileName: string; readonly text: string } {
  const { experiences, education, projects, extras } = career
  const of = (kind: Extra['kind']) => extras.filter((extra) => extra.kind === kind)
  const sections = said({
    basics: basicsOf(career),
    work: experiences.map(({ company, title, place, url, start, end, summary, bullets, skills }) => ({
      name: company,
      position: title,
      location: place,
      url,
      startDate: start,
      endDate: end,
      summary,
      highlights: textsOf(bullets),
      keywords: skills,
    })),
    volunteer: of('volunteering').map(({ name, by, date, url, text }) => ({
      organization: by,
      position: name,
      url,
      startDate: date,
      summary: text,
    })),
    education: education.map(({ institution, degree, field, place, start, end, grade, bullets }) => ({
      institution,
      area: field,
      studyType: degree,
      location: place,
      startDate: start,
      endDate: end,
      score: grade,
      courses: textsOf(bullets),
    })),
    awards: of('award').map(({ name, by, date, url, text }) => ({
      title: name,
      date,
      awarder: by,
      url,
      summary: text,
    })),
    certificates: of('certificate').map(({ name, by, date, url, text }) => ({
      name,
      date,
      issuer: by,
      url,
      summary: text,
    })),
    publications: of('publication').map(({ name, by, date, url, text }) => ({
      name,
      publisher: by,
      releaseDate: date,
      url,
      summary: text,
    })),
    skills: profile.skills.map(({ name, years, level }) => ({
      name,
      level: level === null ? null : skillLevelWord(level),
      years,
    })),
    languages: profile.languages.map(({ code, level }) => ({
      language: languageName(code),
      fluency: spokenLevelWord(level),
    })),
    interests: of('interest').map(({ name, by, date, url, text }) => ({
      name,
      by,
      date,
      url,
      keywords: wordsIn(text),
    })),
    references: extras.filter(isReference).map(({ by, date, url, text }) => ({ name: by, date, url, reference: text })),
    projects: projects.map(({ name, role, url, start, end, bullets, skills }) => ({
      name,
      url,
      startDate: start,
      endDate: end,
      highlights: textsOf(bullets),
      keywords: skills,
      roles: role === '' ? [] : [role],
    })),
    meta: {
      version: 'v1.0.0',
      lastModified: updatedAt === null ? null : new Date(updatedAt).toISOString().slice(0, 19),
      careerCopilot: {
        extras: extras
          .filter(isElsewhere)
          .map(({ kind, name, by, date, url, text }) => ({ kind, name, by, date, url, text })),
      },
    },
  })
  // Always there: a file without any section is not known as a résumé.
  const resume = { $schema: SCHEMA, basics: {}, ...sections }
  return { fileName: fileNameOf(career.person), text: `${JSON.stringify(resume, null, 2)}\n` }
}

function basicsOf({ person, summary }: Career) {
  const { name, headline, email, phone, city, countryCode, links } = person
  const [first] = links
  const hasWebsite = first?.label === WEBSITE_LABEL
  return {
    name,
    label: headline,
    email,
    phone,
    url: hasWebsite ? first.url : '',
    summary,
    location: { city, countryCode },
    profiles: links.slice(hasWebsite ? 1 : 0).map(({ label, url }) => ({ network: label, url })),
  }
}

function isReference({ kind, name, by }: Extra): boolean {
  return kind === 'other' && name === REFERENCE_NAME && by !== ''
}

/** What no section of the schema holds as it is. */
function isElsewhere(extra: Extra): boolean {
  return extra.kind === 'course' || (extra.kind === 'other' && !isReference(extra))
}

function textsOf(bullets: Career['experiences'][number]['bullets']): string[] {
  return bullets.map(({ text }) => text)
}

/** The words of a list that reads back as the same text. */
function wordsIn(text: string): string[] {
  const words = text.split(', ')
  return words.every((word) => word !== '' && word.trim() === word) ? words : [text].filter((whole) => whole !== '')
}

/** The same without what says nothing: null, empty texts, lists and objects. */
function said(parts: object): object {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]: [string, unknown]) => {
      const kept = saidOf(part)
      return isSaying(kept) ? [[key, kept]] : []
    }),
  )
}

function saidOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(saidOf).filter(isSaying)
  return typeof value === 'object' && value !== null ? said(value) : value
}

function isSaying(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || Object.keys(value).length > 0
}

function fileNameOf({ name }: Person): string {
  const words = plainLetters(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return words === '' ? 'resume.json' : `${words}-resume.json`
}
