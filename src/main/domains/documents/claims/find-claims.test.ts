import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { DOCUMENT_LANGUAGES, type ResumeContent } from '#shared/documents.ts'
import { profileSchema } from '#shared/profile.ts'
import { resumeFromCareer } from '../resume-from-career.ts'
import { careers } from './career.fixture.ts'
import { findClaims } from './find-claims.ts'
import apart from './fixtures/apart.json' with { type: 'json' }
import blind from './fixtures/blind.json' with { type: 'json' }
import fresh from './fixtures/fresh.json' with { type: 'json' }
import languages from './fixtures/languages.json' with { type: 'json' }
import heldout from './fixtures/heldout.json' with { type: 'json' }
import reworded from './fixtures/reworded.json' with { type: 'json' }
import tuned from './fixtures/tuned.json' with { type: 'json' }
import { findingsOf, NOW, person, sentenceOf } from './labelled.fixture.ts'

const LEAST_RECALL = 0.95
const MOST_FALSE_ALARMS = 0.05

describe('the labelled sets', () => {
  it.each([
    ['tuned', tuned],
    ['held out', heldout],
    ['blind', blind],
    ['fresh', fresh],
    ['reworded', reworded],
    ['apart', apart],
    ['other languages', languages],
  ])('finds what is invented and leaves alone what is only reworded: %s', (_, set) => {
    const missed = set.invented.filter((line) => findingsOf(line).length === 0)
    const alarms = set.true.filter((line) => findingsOf(line).length > 0)
    expect(1 - missed.length / set.invented.length, `missed: ${missed.join(' / ')}`).toBeGreaterThanOrEqual(
      LEAST_RECALL,
    )
    expect(alarms.length / set.true.length, `false alarms: ${alarms.join(' / ')}`).toBeLessThanOrEqual(
      MOST_FALSE_ALARMS,
    )
  })

  it('is large enough to say something', () => {
    const sets = [tuned, heldout, blind, fresh, reworded, apart]
    expect(sets.flatMap((set) => set.true).length).toBeGreaterThanOrEqual(400)
    expect(sets.flatMap((set) => set.invented).length).toBeGreaterThanOrEqual(400)
  })
})

describe('a skill that the fact names in another form', () => {
  const career = careerSchema.parse({
    experiences: [
      {
        id: 'expacme1',
        company: 'Acme',
        start: '2020',
        bullets: [{ id: 'bulacme1', text: 'Quantized the network to INT8; calibrated the cameras.' }],
      },
    ],
  })
  const found = (text: string) =>
    findClaims(sentenceOf(career, { text, cites: ['bulacme1'] }), {
      career,
      profile: profileSchema.parse({}),
      now: NOW,
    })

  it.each([
    ['Ran the network after INT8 quantization.', []],
    ['Ran the network for time series forecasting.', ['time series forecasting']],
  ])('%s', (text, words) => {
    expect(found(text).map((finding) => finding.words)).toEqual(words)
  })
})

describe('the kind of a finding', () => {
  it.each([
    ['A|bulaurora1|Cut latency by 45% with Redis.', 'number', '45%'],
    ['A|expaurora|Senior Data Engineer at Aurora Freight since 2019.', 'date', '2019'],
    ['A|expaurora|Senior Data Engineer at Zalando.', 'employer', 'Zalando'],
    ['A|expaurora|Lead Data Engineer at Aurora Freight.', 'title', 'Lead Data Engineer'],
    ['A|bulaurora1|Cut latency by 40% with Memcached.', 'skill', 'Memcached'],
    ['A|edumaster|PhD in Computer Science, TU Wien.', 'degree', 'phd'],
    ['A|edumaster|MSc in Computer Science, Harvard University.', 'institution', 'Harvard'],
    ['A||Fluent in Spanish.', 'language', 'Spanish'],
    ['A|bulaurora1|PMP certified.', 'certificate', 'certified'],
    ['A|nofact123|I like it.', 'citation', 'nofact123'],
    ['A||Reduced latency by 40%.', 'uncited', '40%'],
  ])('%s', (line, kind, words) => {
    expect(findingsOf(line)).toContainEqual(expect.objectContaining({ kind, words }))
  })

  it('names what the career has instead, and what can be done', () => {
    const [finding] = findingsOf('A|bulaurora1|Cut pricing latency by 45%.')
    expect(finding?.nearest).toBe('Reduced the latency of the pricing API by 40% with caching in Redis.')
    expect(finding?.message).toContain('Change it, confirm that it is true, or drop it.')
  })

  it('says when another fact than the one cited has it', () => {
    const [finding] = findingsOf('A|bulnordic2|Reduced the latency by 40%.')
    expect(finding?.message).toContain('another one of yours does')
  })

  it('takes what the user confirmed as true', () => {
    const ground = person('A')
    const text = 'Ran the Oslo Marathon in 3 hours with Strava.'
    const content = sentenceOf(ground.career, { text, cites: [] })
    expect(findClaims(content, ground)).not.toEqual([])
    const career = { ...ground.career, confirmed: [{ id: 'confirm99', text, confirmedAt: NOW }] }
    expect(findClaims(content, { ...ground, career })).toEqual([])
  })
})

/** A résumé of the career of A, to be changed. */
function resumeOfA(): ResumeContent {
  const ground = person('A')
  return resumeFromCareer(ground.career, ground.profile, 'en')
}

function findingsOfA(content: ResumeContent) {
  return findClaims(content, person('A'))
}

describe('the parts of a résumé', () => {
  it.each([
    ['the name', (content: ResumeContent) => ({ ...content, header: { ...content.header, name: 'Dr. Mira Kovač' } })],
    [
      'the e-mail address',
      (content: ResumeContent) => ({ ...content, header: { ...content.header, email: 'ceo@example.org' } }),
    ],
    [
      'the headline',
      (content: ResumeContent) => ({
        ...content,
        header: { ...content.header, headline: 'Chief Data Officer, Lead Data Engineer' },
      }),
    ],
    ['a title', (content: ResumeContent) => changedItem(content, { title: 'Principal Engineer' })],
    ['an employer', (content: ResumeContent) => changedItem(content, { organisation: 'Aurora Airlines' })],
    ['a start', (content: ResumeContent) => changedItem(content, { start: '2020-03' })],
    ['an end', (content: ResumeContent) => changedItem(content, { end: '2025-01' })],
    ['a place', (content: ResumeContent) => changedItem(content, { place: 'New York' })],
    ['a skill', (content: ResumeContent) => changedWords(content, { kind: 'skills', words: ['Python', 'Cobol'] })],
    [
      'a language',
      (content: ResumeContent) => changedWords(content, { kind: 'languages', words: ['English (C1)', 'Dutch'] }),
    ],
    ['a level', (content: ResumeContent) => changedWords(content, { kind: 'languages', words: ['German (C1)'] })],
  ])('notices that %s was changed', (_, change) => {
    expect(findingsOfA(resumeOfA())).toEqual([])
    expect(findingsOfA(change(resumeOfA()))).not.toEqual([])
  })

  it('does not look at what is not shown', () => {
    expect(findingsOfA(changedItem(resumeOfA(), { title: 'Principal Engineer', isShown: false }))).toEqual([])
  })

  it('knows a skill by its other names', () => {
    expect(
      findingsOfA(
        changedWords(resumeOfA(), { kind: 'skills', words: ['Postgres', 'Amazon Web Services', 'Apache Kafka'] }),
      ),
    ).toEqual([])
  })
})

function changedItem(
  content: ResumeContent,
  change: Partial<ResumeContent['sections'][number]['items'][number]>,
): ResumeContent {
  const sections = content.sections.map((section) =>
    section.kind === 'experience'
      ? { ...section, items: section.items.map((item, at) => (at === 0 ? { ...item, ...change } : item)) }
      : section,
  )
  return { ...content, sections }
}

function changedWords(content: ResumeContent, { kind, words }: { kind: string; words: string[] }): ResumeContent {
  const group = { id: 'changed1', isShown: true, label: '', words }
  return {
    ...content,
    sections: content.sections.map((section) => (section.kind === kind ? { ...section, groups: [group] } : section)),
  }
}

describe('a letter', () => {
  const letter = (text: string, cites: string[] = []) => ({
    kind: 'letter' as const,
    header: resumeOfA().header,
    recipient: { name: 'Frau Schulz', company: 'Zalando SE', address: '' },
    dateLine: 'Berlin, 15 March 2026',
    subject: 'Application as Lead Platform Engineer',
    greeting: 'Dear Frau Schulz,',
    paragraphs: [{ id: 'para0001', text, isShown: true, cites }],
    closing: 'Kind regards',
    signature: 'Mira Kovač',
  })
  const context = {
    company: 'Zalando SE',
    title: 'Lead Platform Engineer (m/f/d)',
    text: 'We look for 5 years of Kubernetes, Terraform and Go. An MBA or PhD and fluent Japanese are welcome. Head of 300 people.',
  }
  const ground = () => ({ ...person('A'), context })

  it.each([
    'I am applying for the position as Lead Platform Engineer at Zalando.',
    'You ask for five years of Kubernetes and Terraform.',
    'Ihre Anzeige nennt Kubernetes und Go.',
    'I have not worked with Kubernetes yet.',
    'Kubernetes is new to me.',
    'I do not yet know Kubernetes, Terraform and Go.',
    'You also ask for Kubernetes and an MBA; my career does not show that yet.',
    'Ich bewerbe mich auf die Stelle Lead Platform Engineer bei Zalando.',
    'Sie suchen auch Kubernetes und Go; das zeigt mein Werdegang noch nicht.',
    'Mit Kubernetes habe ich noch keine Erfahrung.',
    'I look forward to hearing from you.',
    'I would love to give your 300 people good tools.',
    'I know Python, while Kubernetes and Terraform are tools I would like to get to know with you.',
    'Your 300 people need good tools: I enjoy building them.',
    'Kubernetes, Terraform und Go würde ich bei Ihnen gern lernen.',
    'Es reizt mich, für Ihre 300 Leute zu arbeiten.',
    'Dear Ms Okafor, a team of 300 people needs somebody who listens.',
    'I ran our jobs in Python rather than in Go.',
    'Dass Sie mit Terraform arbeiten, gefällt mir.',
    'I do not hold an MBA.',
  ])('may name the company, the job and what it asks for: %s', (text) => {
    expect(findClaims(letter(text), ground())).toEqual([])
  })

  it.each([
    'I have worked with Kubernetes for five years.',
    'You ask for Kubernetes, which I used at Aurora Freight.',
    'At Spotify I learned to listen.',
    'As Head of Data I built a team.',
    'As Lead Platform Engineer I built a team.',
    'You ask for Go. I wrote three services in Go.',
    'In my current position I manage 500 engineers and hold a PhD in physics.',
    'In meiner jetzigen Stelle leite ich 40 Personen und verantworte ein Budget von 9 Millionen Euro.',
    'I never stopped learning and hold an MBA, speak fluent Japanese and ran 300 clusters.',
    'I have not missed a deadline in 20 years as CTO.',
    'Für Ihre Stelle spreche ich verhandlungssicher Französisch und bin promovierter Physiker.',
    'You ask for Kubernetes and I ran Kubernetes for 5 years.',
    'You ask for an MBA, and mine is from Harvard.',
    'I do not know Go yet and ran three large clusters on Kubernetes.',
    'I have not only used Kubernetes, I taught it.',
    'Your posting names Haskell.',
    'As Lead Platform Engineer I built a team, and I am applying for the next step.',
    'My application rests on 12 patents.',
    'Your team will like that I speak Japanese.',
    'I would bring my five years of Kubernetes to your team.',
    'I would be happy to move and could start after a notice period of three months.',
    'I would love to join and built three large clusters on Kubernetes.',
    'I look forward to your call; I ran Kubernetes for 300 people.',
    'Mit Terraform konnte ich die Kosten um 30 % senken.',
    'I would enjoy using Haskell with you.',
    'A team of 400 people relied on the service.',
    'I moved 300 people to Kubernetes instead of virtual machines.',
  ])('may not claim more about its author: %s', (text) => {
    const found = findClaims(letter(text, ['expaurora']), ground())
    expect(found).toContainEqual(expect.objectContaining({ at: 'para0001' }))
  })

  it.each([
    ['Head of Data, PhD, 15 years at Google, 300 engineers led', false],
    ['Application as Head of Data', false],
    ['Application: Lead Platform Engineer (m/f/d)', true],
    ['Application: Lead Platform Engineer', true],
  ])('is held to the facts in its subject: %s', (subject, isFine) => {
    const found = findClaims({ ...letter('Hello.'), subject }, ground())
    expect(found.every(({ at }) => at === 'subject')).toBe(true)
    expect(found.length === 0).toBe(isFine)
  })

  it('does not take the words of its subject for backed', () => {
    const written = { ...letter('At Google I held a PhD as Head of Data.'), subject: 'Head of Data, PhD, Google' }
    expect(findClaims(written, ground())).toContainEqual(expect.objectContaining({ at: 'para0001' }))
  })

  it('bears the name of its author', () => {
    expect(findClaims({ ...letter('Hello.'), signature: 'Prof. Mira Musterfrau' }, ground())).toContainEqual(
      expect.objectContaining({ at: 'signature' }),
    )
  })
})

describe('what earlier rules let through', () => {
  it.each([
    ['A|bulaurora2|Processes 1.5M events a second.', 'number', '1.5M'],
    ['A|bulaurora2|Processes 1.5M events per millisecond.', 'number', '1.5M'],
    ['A|bulaurora2|Processes 1.5M payments a day.', 'number', '1.5M'],
    ['A|bulnordic1|A refund service for more than 1,200 banks.', 'number', '1,200'],
    ['A|bulaurora5|Saved about €270,000 a year.', 'number', '270,000'],
    ['A|bulnordic2|Cut the build time to a sixth.', 'number', 'a sixth'],
    ['A|expaurora|Co-founded Aurora Freight.', 'title', 'co - founded'],
    ['A|edumaster|MSc in Computer Science with distinction, TU Wien.', 'degree', 'with distinction'],
    ['A|bulaurora3|Hired and mentored a team of 5 engineers.', 'title', 'hired'],
    ['A|bulnordic1|Led backend development in Java.', 'title', 'Led'],
    ['A|bulnordic4|Introduced on-call rotations across three teams.', 'title', 'introduced'],
    ['A|bulnordic4|Führte Rufbereitschaften in drei Teams ein.', 'title', 'fuhrte … ein'],
    ['A|bulnordic2|Bei der Deutschen Bahn Builds beschleunigt.', 'employer', 'Deutschen Bahn'],
  ])('%s', (line, kind, words) => {
    expect(findingsOf(line)).toContainEqual(expect.objectContaining({ kind, words }))
  })

  it.each([
    'A|bulnordic2|Cut the build time by about two thirds.',
    'A|bulnordic2|Die Builds sind um zwei Drittel schneller.',
    'A|bulnordic2|Cut the build time by 67%.',
    'A|bulaurora5|Saved a quarter of a million euros a year.',
    'A|bulaurora5|Saved more than €200,000 in a year.',
    'A|extaws001|Zertifizierte AWS-Lösungsarchitektin.',
    'A|extaward1|Award of the City of Vienna in 2017.',
    'B|bullogix03|Führte mit einem zweiten Team Tests mit Jenkins ein.',
  ])('is no finding: %s', (line) => {
    expect(findingsOf(line)).toEqual([])
  })
})

describe('properties', () => {
  it('finds nothing in a résumé that is the career itself', () => {
    fc.assert(
      fc.property(careers, fc.constantFrom(...DOCUMENT_LANGUAGES), ({ career, profile }, language) => {
        expect(findClaims(resumeFromCareer(career, profile, language), { career, profile, now: NOW })).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('notices every changed digit of a number', () => {
    const sentences = [
      'bulaurora1',
      'bulaurora2',
      'bulaurora3',
      'bulaurora4',
      'bulaurora5',
      'bulnordic2',
      'bulnordic3',
      'bulprj001',
    ]
    const ground = person('A')
    const textOf = new Map(
      [...ground.career.experiences, ...ground.career.projects].flatMap(({ bullets }) =>
        bullets.map(({ id, text }) => [id, text] as const),
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.nat(), fc.integer({ min: 1, max: 9 }), (id, pick, by) => {
        const text = textOf.get(id) ?? ''
        const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
        const at = digits[pick % digits.length] ?? 0
        const digit = (Number(text.charAt(at)) + by) % 10
        const changed = text.slice(0, at) + String(digit) + text.slice(at + 1)
        expect(findClaims(sentenceOf(ground.career, { text: changed, cites: [id] }), ground), changed).not.toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('bears any text', () => {
    const ground = person('B')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => findClaims(sentenceOf(ground.career, { text, cites: ['bulmuster1'] }), ground)).not.toThrow()
      }),
      { numRuns: 100 },
    )
  })
})
