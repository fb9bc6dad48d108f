import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LetterContent, ResumeContent } from '#shared/documents.ts'
import { LENGTHS, TONES, tailoringOptionsSchema } from '#shared/tailoring.ts'
import { careers } from '../claims/career.fixture.ts'
import { findClaims } from '../claims/find-claims.ts'
import { NOW, person } from '../claims/labelled.fixture.ts'
import { resumeFromCareer } from '../resume-from-career.ts'
import { composeLetter } from './compose-letter.ts'
import { composeResume } from './compose-resume.ts'
import { DATA_POSTING, SAMPLE_POSTINGS } from './posting.fixture.ts'

const { career, profile } = person('A')
const options = tailoringOptionsSchema.parse({})
const header = { ...career.person, isPlaceShown: true }
const when = { now: NOW, zone: 'Europe/Berlin' }

function resume(change: Partial<typeof options> = {}) {
  const chosen = { ...options, ...change }
  const result = composeResume({
    posting: DATA_POSTING,
    career,
    profile,
    base: resumeFromCareer(career, profile, 'en'),
    options: chosen,
    language: 'en',
  })
  if (result.content.kind !== 'resume') throw new Error('It is no résumé')
  return { ...result, content: result.content }
}

function shownPoints(content: ResumeContent, id: string): string[] {
  const item = content.sections.flatMap(({ items }) => items).find((one) => one.id === id)
  return (item?.bullets ?? []).filter(({ isShown }) => isShown).map(({ id: bullet }) => bullet)
}

describe('a résumé', () => {
  it('shows first what the posting requires', () => {
    expect(shownPoints(resume().content, 'expaurora')[0]).toBe('bulaurora2')
  })

  it('hides what fits least when it is to be short, and says why', () => {
    const { content, reasons } = resume({ length: 'short' })
    const points = shownPoints(content, 'expnordic')
    expect(points.length).toBe(2)
    const hidden = content.sections
      .flatMap(({ items }) => items)
      .flatMap(({ bullets }) => bullets)
      .filter(({ isShown }) => !isShown)
    expect(hidden.length).toBeGreaterThan(0)
    for (const { id } of hidden) expect(reasons.some(({ at }) => at === id)).toBe(true)
  })

  it('keeps what the user marked', () => {
    const { content } = resume({ length: 'short', highlights: ['bulnordic2'] })
    expect(shownPoints(content, 'expnordic')[0]).toBe('bulnordic2')
  })

  it('puts the skills asked for first and adds one that a point shows', () => {
    const { content, reasons } = resume()
    const words = content.sections.find(({ kind }) => kind === 'skills')?.groups.flatMap((group) => group.words) ?? []
    expect(words).toContain('Redis')
    expect(reasons.some(({ message }) => message.startsWith('Redis was added'))).toBe(true)
  })

  it('says what is asked for and missing, and adds none of it', () => {
    const { gaps, content } = resume()
    expect(gaps).toEqual(['Kubernetes', 'Terraform'])
    expect(JSON.stringify(content)).not.toMatch(/Kubernetes|Terraform/)
  })

  it('keeps every post, so that no gap opens in the years', () => {
    const experience = resume({ length: 'short' }).content.sections.find(({ kind }) => kind === 'experience')
    expect(experience?.items.map(({ id, isShown }) => [id, isShown])).toEqual([
      ['expaurora', true],
      ['expnordic', true],
      ['exptuwien', true],
    ])
  })

  it('invents and rewrites nothing, whatever the career and the posting', () => {
    fc.assert(
      fc.property(careers, fc.constantFrom(...SAMPLE_POSTINGS), fc.constantFrom(...LENGTHS), (one, posting, length) => {
        const base = resumeFromCareer(one.career, one.profile, 'en')
        const { content } = composeResume({ ...one, posting, base, options: { ...options, length }, language: 'en' })
        expect(findClaims(content, { ...one, now: NOW })).toEqual([])
        const texts = new Set(
          base.sections.flatMap(({ items }) => items).flatMap(({ bullets }) => bullets.map(({ text }) => text)),
        )
        const composed =
          content.kind === 'resume'
            ? content.sections.flatMap(({ items }) => items).flatMap(({ bullets }) => bullets.map(({ text }) => text))
            : []
        expect(new Set(composed)).toEqual(texts)
      }),
      { numRuns: 40 },
    )
  })
})

function letter(change: Partial<typeof options> = {}, language: 'en' | 'de' | 'fr' = 'en') {
  const result = composeLetter({
    posting: DATA_POSTING,
    career,
    profile,
    header,
    options: { ...options, kind: 'letter', ...change },
    language,
    ...when,
  })
  if (result.content.kind !== 'letter') throw new Error('It is no letter')
  return { ...result, content: result.content }
}

function body({ paragraphs }: LetterContent): string {
  return paragraphs.map(({ text }) => text).join('\n')
}

describe('a letter', () => {
  it('names the job, the post held now, what is asked for and proven, and points word for word', () => {
    const text = body(letter().content)
    expect(text).toContain('I am applying for the position Senior Data Engineer (m/f/d) at Lumen Logistics.')
    expect(text).toContain('At present I work as Senior Data Engineer at Aurora Freight.')
    expect(text).toContain('Of what you ask for, I bring Python, Kafka, PostgreSQL and Redis.')
    expect(text).toContain(
      'At Aurora Freight: Built a pipeline with Airflow and Kafka that processes 1.5M events a day.',
    )
  })

  it('says openly what is missing', () => {
    expect(body(letter().content)).toContain(
      'You also ask for Kubernetes and Terraform; my career does not show that yet.',
    )
    expect(body(letter({ length: 'short' }).content)).not.toContain('Kubernetes')
  })

  it('is dated and signed as its language does', () => {
    expect(letter().content).toMatchObject({
      dateLine: 'Berlin, 15 March 2026',
      subject: 'Application: Senior Data Engineer (m/f/d)',
      signature: 'Mira Kovač',
    })
    expect(letter({ tone: 'formal' }, 'de').content).toMatchObject({
      dateLine: 'Berlin, 15. März 2026',
      greeting: 'Sehr geehrte Damen und Herren,',
      closing: 'Mit freundlichen Grüßen',
    })
  })

  it('quotes an English point in a German letter, and says so', () => {
    const { content, reasons } = letter({}, 'de')
    expect(body(content)).toContain('Bei Aurora Freight: Built a pipeline')
    expect(reasons.some(({ message }) => message.includes('nothing is translated'))).toBe(true)
  })

  it('is in English where there are no blocks in a language', () => {
    const { language, reasons } = letter({}, 'fr')
    expect(language).toBe('en')
    expect(reasons[0]?.message).toContain('English and German')
  })

  it('speaks of a work permit only when asked to and when the profile says so', () => {
    const needing = { ...profile, needsSponsorship: true }
    const compose = (isVisaMentioned: boolean, known = profile) =>
      JSON.stringify(
        composeLetter({
          posting: DATA_POSTING,
          career,
          profile: known,
          header,
          options: { ...options, kind: 'letter', isVisaMentioned },
          language: 'en',
          ...when,
        }).content,
      )
    expect(compose(true, needing)).toContain('work permit')
    expect(compose(false, needing)).not.toContain('work permit')
    expect(compose(true)).not.toContain('work permit')
  })

  it('claims nothing that the career does not back, whatever the career and the posting', () => {
    fc.assert(
      fc.property(
        careers,
        fc.constantFrom(...SAMPLE_POSTINGS),
        fc.constantFrom(...TONES),
        fc.constantFrom('en' as const, 'de' as const),
        (one, posting, tone, language) => {
          const asked = { ...options, kind: 'letter' as const, tone, isVisaMentioned: true }
          const { content } = composeLetter({
            ...one,
            posting,
            header: { ...one.career.person, isPlaceShown: true },
            options: asked,
            language,
            ...when,
          })
          const context = { company: posting.company, title: posting.title }
          expect(findClaims(content, { ...one, now: NOW, context })).toEqual([])
          expect(content.kind === 'letter' ? content.paragraphs.length : 0).toBeGreaterThanOrEqual(2)
        },
      ),
      { numRuns: 60 },
    )
  })
})
