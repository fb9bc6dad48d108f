import type { Bullet, Education, Experience, FactId, Project } from '#shared/career.ts'
import type { Fields } from './json-fields.ts'

const BULLETS = { most: 60, chars: 1000 } as const
const SKILLS = { most: 60, chars: 60 } as const

type NewId = () => FactId

/** A post; null without an employer. `company` and `website` are what older files call name and url. Pure but for `newId`. */
export function readWork(work: Fields, newId: NewId): Experience | null {
  const company = work.line('name', 160) || work.line('company', 160)
  const post: Experience = {
    id: newId(),
    company,
    title: work.line('position', 160),
    place: work.line('location', 120),
    url: work.url('url') || work.url('website'),
    ...work.span(),
    summary: work.text('summary', 2000),
    bullets: asBullets(work.lines('highlights', BULLETS), newId),
    skills: work.lines('keywords', SKILLS),
  }
  work.leaveOut('description', 'what an employer does is not kept')
  work.done()
  if (company !== '') return post
  work.refuse('a post without an employer')
  return null
}

/** A degree or course of study; null without an institution. Pure but for `newId`. */
export function readEducation(education: Fields, newId: NewId): Education | null {
  const institution = education.line('institution', 200)
  const degree: Education = {
    id: newId(),
    institution,
    degree: education.line('studyType', 160),
    field: education.line('area', 160),
    place: education.line('location', 120),
    ...education.span(),
    grade: education.line('score', 60) || education.line('gpa', 60),
    bullets: asBullets(education.lines('courses', BULLETS), newId),
  }
  education.leaveOut('url', 'addresses of schools are not kept')
  education.done()
  if (institution !== '') return degree
  education.refuse('education without an institution')
  return null
}

/** A project; null without a name. Its description becomes the first point. Pure but for `newId`. */
export function readProject(project: Fields, newId: NewId): Project | null {
  const name = project.line('name', 160)
  const description = project.line('description', BULLETS.chars)
  const points = project.lines('highlights', BULLETS)
  const read: Project = {
    id: newId(),
    name,
    role: project.lines('roles', { most: 20, chars: 160 }).join(', '),
    url: project.url('url'),
    ...project.span(),
    bullets: asBullets((description === '' ? points : [description, ...points]).slice(0, BULLETS.most), newId),
    skills: project.lines('keywords', SKILLS),
  }
  project.leaveOut('entity', 'for whom it was is not kept')
  project.leaveOut('type', 'kinds of projects are not kept')
  project.done()
  if (name !== '') return read
  project.refuse('a project without a name')
  return null
}

function asBullets(texts: readonly string[], newId: NewId): Bullet[] {
  return texts.map((text) => ({ id: newId(), text }))
}
