import {
  CAREER_MAX_JSON_CHARS,
  type Career,
  careerSchema,
  type FactId,
  type JsonResumePreview,
} from '#shared/career.ts'
import { AppError, type ErrorData } from '#shared/errors.ts'
import { CAREER_MOST } from '../merge/merge-career.ts'
import { createReport, type Fields, fieldsOf, isObject, type ReadEntry, type Report } from './json-fields.ts'
import { readBasics } from './read-basics.ts'
import { readEducation, readProject, readWork } from './read-entries.ts'
import { readExtras } from './read-extras.ts'
import { readLanguages, readSkills } from './read-words.ts'

const SECTIONS = [
  'basics',
  'work',
  'volunteer',
  'education',
  'awards',
  'certificates',
  'publications',
  'skills',
  'languages',
  'interests',
  'references',
  'projects',
] as const

export type JsonResumeFile = Omit<JsonResumePreview, 'changes'>

/** What a file of https://jsonresume.org/schema 1.0.0 says. A part that is wrong, of another type or too long is left out and told in
 *  `ignored`; the rest is kept. Throws CAREER_FILE_REFUSED for what is no such file. Pure but for `newId`. */
export function readJsonResume(text: string, newId: () => FactId): JsonResumeFile {
  const file = parsed(text)
  const report = createReport()
  const fields = fieldsOf(file, { path: '', report })
  const basics = readBasics(fields.object('basics'))
  const career: Career = {
    person: basics.person,
    summary: basics.summary,
    experiences: fitting(
      'experiences',
      readList(fields, 'work', (entry) => readWork(entry, newId)),
      report,
    ),
    education: fitting(
      'education',
      readList(fields, 'education', (entry) => readEducation(entry, newId)),
      report,
    ),
    projects: fitting(
      'projects',
      readList(fields, 'projects', (entry) => readProject(entry, newId)),
      report,
    ),
    extras: fitting('extras', readExtras(fields, newId), report),
    confirmed: [],
  }
  const skills = readSkills(fields)
  const languages = readLanguages(fields)
  fields.has('$schema')
  fields.done()
  return { career, skills, languages, ignored: report.lines() }
}

function parsed(text: string): object {
  const refused = (problem: ErrorData<'CAREER_FILE_REFUSED'>['problem'], reason: string) =>
    new AppError('CAREER_FILE_REFUSED', { problem, reason })
  const bare = text.replace(/^\uFEFF/, '')
  if (bare.length > CAREER_MAX_JSON_CHARS) {
    throw refused('too_large', `It is longer than ${CAREER_MAX_JSON_CHARS / 1_000_000} million characters.`)
  }
  if (bare.trim() === '') throw refused('empty', 'There is nothing in the file.')
  let value: unknown
  try {
    value = JSON.parse(bare)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw refused('not_json', 'It is no JSON. JSON Resume is a text file that begins with a brace.')
  }
  if (isObject(value)) {
    const file = value
    if (SECTIONS.some((section) => Object.hasOwn(file, section))) return file
  }
  throw refused('not_json_resume', `It is JSON, but has none of the parts ${SECTIONS.join(', ')}.`)
}

/** `read` gives null where an entry says too little to be one, and tells so. */
function readList<T>(file: Fields, key: string, read: (entry: Fields) => T | null): ReadEntry<T>[] {
  return file.objects(key).flatMap((fields) => {
    const entry = read(fields)
    return entry === null ? [] : [{ path: fields.path, entry }]
  })
}

type ListName = 'experiences' | 'education' | 'projects' | 'extras'

/** As many as a career holds, each as its schema wants it. */
function fitting<Name extends ListName>(
  name: Name,
  read: readonly ReadEntry<Career[Name][number]>[],
  report: Report,
): Career[Name][number][] {
  const most = CAREER_MOST[name]
  const [more, ...others] = read.slice(most)
  if (more !== undefined)
    report.ignore(more.path, `${others.length === 0 ? '' : `and ${others.length} others: `}more than ${most}`)
  return read.slice(0, most).flatMap(({ path, entry }) => {
    const [whole] = careerSchema.shape[name].safeParse([entry]).data ?? []
    if (whole !== undefined) return [entry]
    report.ignore(path, 'it does not fit')
    return []
  })
}
