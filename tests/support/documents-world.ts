import { type Career, careerSchema } from '#shared/career.ts'
import type { Document, LetterContent, ResumeContent } from '#shared/documents.ts'
import type { SampleJob } from '#main/domains/jobs/search/search.fixture.ts'
import { applicationsWorld, type ApplicationsWorld } from './applications-world.ts'

/** Somebody with a post, a degree and a certificate. */
export const ANA: Career = careerSchema.parse({
  person: { name: 'Ana Kovač', headline: 'Data engineer', email: 'ana@example.org', city: 'Berlin', countryCode: 'DE' },
  summary: 'Builds what moves data, and measures it.\n\nSince 2019 at Havelwerk.',
  experiences: [
    {
      id: 'factpost1',
      company: 'Havelwerk GmbH',
      title: 'Data Engineer',
      place: 'Berlin',
      start: '2019-04',
      summary: 'Responsible for the data platform.',
      bullets: [
        { id: 'factbullet1', text: 'Built the pipeline for 40 suppliers in Python.' },
        { id: 'factbullet2', text: 'Cut the cost of storage by 30 %.' },
      ],
      skills: ['Python'],
    },
  ],
  education: [{ id: 'factmsc1', institution: 'TU Berlin', degree: 'MSc', field: 'Computer Science', end: '2018' }],
  projects: [{ id: 'factproj1', name: 'Trainspotter', role: 'Maintainer', url: 'https://example.org/trainspotter' }],
  extras: [
    { id: 'factcert1', kind: 'certificate', name: 'CKA', by: 'CNCF', date: '2021' },
    {
      id: 'factcourse1',
      kind: 'course',
      name: 'Rhetoric',
      by: 'Volkshochschule Berlin',
      date: '2020',
      text: 'Two evenings.',
    },
    { id: 'facthobby1', kind: 'interest', name: 'Rowing' },
  ],
})

export interface DocumentsWorld extends ApplicationsWorld {
  /** How often everybody was told that documents changed. */
  readonly changes: () => number
  /** A résumé of everything that Ana's career holds. */
  readonly resume: (name?: string) => Promise<Document>
  readonly count: (table: 'document' | 'document_version' | 'document_sent' | 'application_file') => unknown
}

/** A profile with Ana's career in it. */
export async function documentsWorld(jobs: readonly Partial<SampleJob>[] = []): Promise<DocumentsWorld> {
  const world = applicationsWorld(jobs)
  const { client, core, db } = world
  let changes = 0
  core.events.listen(({ type }) => {
    if (type === 'documents.changed') changes += 1
  })
  await client.career.save({ career: ANA, version: 0 })
  await client.profile.update({
    skills: [{ name: 'Python' }],
    languages: [
      { code: 'hr', level: 'native' },
      { code: 'de', level: 'C1' },
    ],
  })
  return {
    ...world,
    changes: () => changes,
    resume: (name = 'Résumé') => client.documents.create({ kind: 'resume', name, start: { from: 'career' } }),
    count: (table) => db.raw.prepare(`select count(*) from ${table}`).pluck().get(),
  }
}

/** Its content, which is that of a résumé. */
export function resumeOf({ content }: Pick<Document, 'content'>): ResumeContent {
  if (content.kind !== 'resume') throw new Error('That is a letter')
  return content
}

/** Its content, which is that of a letter. */
export function letterOf({ content }: Pick<Document, 'content'>): LetterContent {
  if (content.kind !== 'letter') throw new Error('That is a résumé')
  return content
}

/** The same document under another name on top. */
export function named(document: Document, name: string): Document {
  return { ...document, content: { ...document.content, header: { ...document.content.header, name } } }
}
