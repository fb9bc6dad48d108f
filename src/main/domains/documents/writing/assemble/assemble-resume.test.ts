import { describe, expect, it } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import type { ResumeContent } from '#shared/documents.ts'
import { profileSchema } from '#shared/profile.ts'
import { resumeFromCareer } from '../../resume-from-career.ts'
import type { ResumeAnswer } from '../answer/answers.ts'
import { factOwners } from '../ask/facts-sheet.ts'
import { assembleResume } from './assemble-resume.ts'
import { Sentences } from './sentences.ts'

const PIPELINE = 'Built the pipeline for 40 suppliers in Python.'
const STORAGE = 'Cut the cost of storage by 30 %.'
const REPORTS = 'Prepared weekly reports in SQL for the sales team.'
const career = careerSchema.parse({
  experiences: [
    {
      id: 'postone',
      company: 'Havelwerk GmbH',
      start: '2020',
      bullets: [
        { id: 'bulletone', text: PIPELINE },
        { id: 'bullettwo', text: STORAGE },
      ],
    },
    {
      id: 'posttwo',
      company: 'booking.com',
      start: '2017',
      end: '2019',
      bullets: [{ id: 'bulletfour', text: REPORTS }],
    },
  ],
  confirmed: [{ id: 'confirmed1', text: 'Trained 12 colleagues.', confirmedAt: 0 }],
})

function assembled(bullets: ResumeAnswer['items'][number]['bullets'], isPart = false) {
  const whole = resumeFromCareer(career, profileSchema.parse({}), 'en')
  const facts = factOwners(career)
  const sentences = new Sentences({ career, facts, instructions: '', isTranslated: false, names: ['Check24.de'] })
  const answer = {
    summary: { text: '', cites: [] },
    items: [{ fact: 'postone', bullets }],
    skills: [],
    order: [],
    gaps: [],
  }
  const { content, reasons } = assembleResume(answer, {
    base: whole,
    whole,
    facts,
    skills: new Set(),
    sentences,
    isPart,
  })
  return { shown: shownOf(content, 'postone'), cites: citesOf(content), why: reasons.map(({ message }) => message) }
}

function bulletsOf({ sections }: ResumeContent, id: string) {
  return sections.flatMap(({ items }) => items).find((item) => item.id === id)?.bullets ?? []
}

function shownOf(content: ResumeContent, id: string): string[] {
  return bulletsOf(content, id).flatMap(({ text, isShown }) => (isShown ? [text] : []))
}

function citesOf(content: ResumeContent) {
  return bulletsOf(content, 'postone').flatMap(({ isShown, cites }) => (isShown ? [cites] : []))
}

describe('a sentence under an employer', () => {
  it.each([[['bulletfour']], [['posttwo']], [['posttwo', 'bulletfour']], [['confirmed1']], [[]]])(
    'that rests on %j, nothing of it, is left out with the reason',
    (cites) => {
      const { shown, why } = assembled([{ text: REPORTS, cites }])
      expect(shown).toEqual([])
      expect(why.join('\n')).toContain(`it rests on another entry of your career: “${REPORTS}”`)
    },
  )

  it('rests on its own facts and what was confirmed, not on those of another', () => {
    const { shown, cites } = assembled([
      { text: 'Built the pipeline and prepared reports.', cites: ['bulletfour', 'bulletone', 'confirmed1'] },
    ])
    expect(shown).toEqual(['Built the pipeline and prepared reports.'])
    expect(cites).toEqual([['bulletone', 'confirmed1']])
  })

  it('is left out with the reason when it cannot stand without an address', () => {
    const { shown, why } = assembled([
      { text: 'Built the pipeline, see evil.example/x for the proof.', cites: ['bulletone'] },
      { text: 'Built **the** pipeline like booking.com and Check24.de do.', cites: ['bulletone'] },
    ])
    expect(shown).toEqual(['Built the pipeline like booking.com and Check24.de do.'])
    expect(why.join('\n')).toMatch(/Left out, it holds an address or code: “Built the pipeline, see for the proof\.”/)
  })
})

describe('an entry of which the first sentence had come when it was stopped', () => {
  it('keeps its others', () => {
    expect(assembled([{ text: STORAGE, cites: ['bullettwo'] }], true).shown).toEqual([STORAGE, PIPELINE])
  })

  it('hides them when the answer is whole', () => {
    expect(assembled([{ text: STORAGE, cites: ['bullettwo'] }]).shown).toEqual([STORAGE])
  })
})
