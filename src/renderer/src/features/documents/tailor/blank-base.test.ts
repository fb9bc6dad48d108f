import { expect, test } from 'vitest'
import { applyHunks, hunksOf } from '#shared/document-hunks.ts'
import { letterContentSchema, resumeContentSchema } from '#shared/documents.ts'
import { blankBase, withoutEmptySections } from './blank-base.ts'

const resume = resumeContentSchema.parse({
  kind: 'resume',
  header: { name: 'Ada' },
  sections: [
    { id: 'section1', kind: 'summary', paragraphs: [{ id: 'claim001', text: 'About' }] },
    { id: 'section2', kind: 'skills', groups: [{ id: 'group001', words: ['Python'] }] },
  ],
})
const letter = letterContentSchema.parse({
  kind: 'letter',
  header: { name: 'Ada' },
  recipient: { company: 'Northwind' },
  greeting: 'Dear all,',
  paragraphs: [{ id: 'claim001', text: 'Hello' }],
})

test('all pieces taken make the proposal, for either kind', () => {
  for (const proposal of [resume, letter]) {
    const base = blankBase(proposal)
    const ids = hunksOf(base, proposal).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(1)
    expect(withoutEmptySections(applyHunks(base, proposal, ids).content)).toEqual(proposal)
  }
})

test('a section of which nothing is taken is not there', () => {
  const base = blankBase(resume)
  const about = hunksOf(base, resume).filter(({ after }) => after?.includes('About'))
  const content = withoutEmptySections(
    applyHunks(
      base,
      resume,
      about.map(({ id }) => id),
    ).content,
  )
  expect(content).toEqual({ ...resume, sections: resume.sections.slice(0, 1) })
})
