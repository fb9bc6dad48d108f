import { describe, expect, it } from 'vitest'
import { type Career, careerSchema } from '#shared/career.ts'
import { profileSchema } from '#shared/profile.ts'
import { tailoringOptionsSchema } from '#shared/tailoring.ts'
import { resumeFromCareer } from '../resume-from-career.ts'
import { composeLetter } from './compose-letter.ts'
import { composeResume } from './compose-resume.ts'
import { DATA_POSTING } from './posting.fixture.ts'

const NOW = Date.UTC(2026, 2, 15)
const profile = profileSchema.parse({})
const past = { id: 'pastpost', company: 'Havelwerk', title: 'Analyst', start: '2018', end: '2022-06' }
const present = { id: 'nowpost', company: 'Nordlicht', title: 'Engineer', start: '2022-07', end: null }

function careerOf(parts: Readonly<Record<string, unknown>>): Career {
  return careerSchema.parse({ person: { name: 'Mira Kovač', city: 'Wien' }, ...parts })
}

function letterOf(parts: Readonly<Record<string, unknown>>): string {
  const career = careerOf(parts)
  const { content } = composeLetter({
    posting: DATA_POSTING,
    career,
    profile,
    header: { ...career.person, isPlaceShown: true },
    options: tailoringOptionsSchema.parse({ kind: 'letter' }),
    language: 'en',
    now: NOW,
    zone: 'Europe/Vienna',
  })
  return content.kind === 'letter' ? content.paragraphs.map(({ text }) => text).join('\n') : ''
}

describe('the post that a letter names', () => {
  it('is none that has not begun, nor is anything of it told', () => {
    const bullets = [{ id: 'bulletnext', text: 'Will run Kafka at scale.' }]
    const next = { id: 'nextpost', company: 'Morgenrot', title: 'Lead', start: '2026-05', bullets, skills: ['Kafka'] }
    const text = letterOf({ experiences: [next, past] })
    expect(text).toContain('Most recently I worked as Analyst at Havelwerk.')
    expect(text).not.toMatch(/Morgenrot|I bring/)
    expect(letterOf({ experiences: [next, present] })).toContain('At present I work as Engineer at Nordlicht.')
  })

  it('goes on when its end is still to come', () => {
    const text = letterOf({ experiences: [{ ...present, end: '2026-12' }, past] })
    expect(text).toContain('At present I work as Engineer at Nordlicht.')
  })

  it('stays unsaid when one has no dates, or ends about now', () => {
    const undated = { id: 'undated', company: 'Irgendwo', title: 'Owner' }
    for (const experiences of [
      [undated, past],
      [undated, present],
      [{ ...present, end: '2026' }, past],
    ])
      expect(letterOf({ experiences })).not.toMatch(/At present|Most recently/)
  })
})

it('studies that have not begun are not told', () => {
  const next = { id: 'nextstudy', institution: 'TU Graz', degree: 'MSc', field: 'Physics', start: '2026-10' }
  const done = { id: 'donestudy', institution: 'TU Wien', degree: 'BSc', field: 'Physics', start: '2016', end: '2019' }
  expect(letterOf({ education: [next] })).not.toContain('TU Graz')
  expect(letterOf({ education: [next, done] })).toContain('My studies: BSc, Physics, TU Wien.')
})

describe('a skill that was only spoken of', () => {
  const bullets = [
    { id: 'bulletasked', text: 'Interviewed candidates for a Kubernetes post.' },
    { id: 'bulletgone', text: 'Replaced Kubernetes and Terraform by plain virtual machines.' },
    { id: 'bulletown', text: 'Ran Kafka for 12 teams.' },
  ]

  it('is not brought by the letter', () => {
    const text = letterOf({ experiences: [{ ...present, bullets }] })
    expect(text).toContain('Of what you ask for, I bring Kafka.')
    const listed = letterOf({ experiences: [{ ...present, bullets, skills: ['Kubernetes'] }] })
    expect(listed).toMatch(/I bring (?:Kafka and Kubernetes|Kubernetes and Kafka)\./)
  })

  it('is not added to the skills of a résumé', () => {
    const career = careerOf({ experiences: [{ ...present, bullets, skills: ['Python'] }] })
    const { content } = composeResume({
      posting: DATA_POSTING,
      career,
      profile,
      base: resumeFromCareer(career, profile, 'en'),
      options: tailoringOptionsSchema.parse({}),
      language: 'en',
    })
    const skills = content.kind === 'resume' ? content.sections.filter(({ kind }) => kind === 'skills') : []
    const words = skills.flatMap(({ groups }) => groups.flatMap((group) => group.words))
    expect(words).toContain('Kafka')
    expect(words).not.toContain('Kubernetes')
    expect(words).not.toContain('Terraform')
  })
})
