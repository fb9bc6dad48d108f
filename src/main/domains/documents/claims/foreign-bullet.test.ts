import { expect, it } from 'vitest'
import { resumeFromCareer } from '../resume-from-career.ts'
import { findClaims } from './find-claims.ts'
import { person } from './labelled.fixture.ts'

const known = person('A')
const [first, second] = known.career.experiences
const foreign = second?.bullets[0]

/** The person's résumé with one more sentence under the first post. */
function findingsWith(text: string, cites: string[]) {
  const resume = resumeFromCareer(known.career, known.profile, 'en')
  const added = { id: 'addedbullet', text, isShown: true, cites }
  const sections = resume.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.cites.includes(first?.id ?? '') || item.id === first?.id ? { ...item, bullets: [added] } : item,
    ),
  }))
  return findClaims({ ...resume, sections }, known).filter(({ at }) => at === 'addedbullet')
}

it('a sentence under a post that rests on another post alone is found', () => {
  const text = foreign?.text ?? ''
  for (const cites of [[foreign?.id ?? ''], [second?.id ?? '', foreign?.id ?? '']]) {
    const findings = findingsWith(text, cites)
    expect(findings.map(({ kind }) => kind)).toEqual(['citation'])
    expect(findings[0]?.message).toContain(`another entry of your career: `)
    expect(findings[0]?.words).toContain(second?.company)
  }
})

it('one that rests on its own post, too, or on its own alone, is not', () => {
  const own = first?.bullets[0]
  expect(findingsWith(own?.text ?? '', [own?.id ?? ''])).toEqual([])
  expect(findingsWith(own?.text ?? '', [own?.id ?? '', foreign?.id ?? ''])).toEqual([])
})
