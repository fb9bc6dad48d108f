import { expect, test } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { fakeProvider } from '../support/ai-world.ts'
import { MIRA, writingWorld } from '../support/writing-world.ts'

function missing(): never {
  throw new Error('no job')
}

async function prepared(world: Awaited<ReturnType<typeof writingWorld>>, withModel: boolean) {
  const jobId = world.jobIds[0] ?? missing()
  return world.client.writing.prepareInterview({ jobId, withModel })
}

test('by rules: what overlaps, what is asked for and what is missing, answered only in the career’s own words', async () => {
  const career = careerSchema.parse({
    ...MIRA,
    experiences: [
      ...MIRA.experiences.slice(0, 1).map((post) => ({
        ...post,
        bullets: [
          ...post.bullets,
          { id: 'bulletsix', text: 'Moved the reports to Airflow, cutting the wait by two days.' },
        ],
      })),
      ...MIRA.experiences.slice(1),
    ],
  })
  const world = await writingWorld([], { career })
  const { questions, by, callId } = await prepared(world, false)
  expect([by, callId]).toEqual(['rules', null])
  expect(questions.length).toBeGreaterThanOrEqual(5)
  expect(questions.flatMap(({ findings }) => findings)).toEqual([])
  const asked = questions.map(({ question }) => question)
  expect(asked).toContain('Why do you want to leave Havelwerk GmbH?')
  expect(asked).toContain('What did you do between 2019-06 and 2020-04?')
  expect(questions[0]?.question).toBe('What in your experience is closest to this job?')
  const points = career.experiences
    .flatMap(({ bullets }) => bullets.map(({ text }) => text))
    .join(' ')
    .toLowerCase()
  const answers = questions.flatMap(({ answer }) => (answer === null ? [] : [answer]))
  expect(answers.every(({ cites }) => cites.length > 0)).toBe(true)
  const parts = answers.flatMap(({ action, result }) => [action, result]).filter((part) => !part.startsWith('Add:'))
  expect(parts.filter((part) => !points.includes(part.replace(/\.$/, '').toLowerCase()))).toEqual([])
  const airflow = questions.find(({ answer }) => answer?.cites.includes('bulletsix'))?.answer
  expect(airflow).toMatchObject({ action: 'Moved the reports to Airflow.', result: 'Cutting the wait by two days.' })
  const cut = questions.find(({ answer }) => answer?.cites.includes('bullettwo'))?.answer
  expect(cut?.action).toMatch(/^Add:/)
  expect(cut?.result).toBe('Cut the cost of storage by 30 % with partitions in PostgreSQL.')
})

const POSTING_DE = {
  title: 'Dateningenieurin (m/w/d)',
  company: 'Elbtal Analytics',
  place: 'Hamburg',
  body: 'Sie bauen Datenstrecken mit Python und Airflow. Sie kennen Kafka. Ein abgeschlossenes Studium der Medizin ist zwingend erforderlich. Sie sprechen fließend Deutsch und Niederländisch.',
  skills: ['Python', 'Airflow', 'Kafka'],
  language: 'de',
}
const MIRA_DE = careerSchema.parse({
  ...MIRA,
  summary: 'Ich baue gern schlichte Datenstrecken.',
  experiences: [
    {
      ...MIRA.experiences[0],
      title: 'Dateningenieurin',
      bullets: [
        {
          id: 'bulletone',
          text: 'Baute die Datenstrecke für 40 Lieferanten in Python und Airflow, wodurch die Wartezeit sank.',
        },
        { id: 'bullettwo', text: 'Senkung der Speicherkosten um 30 % mit Airflow.' },
        { id: 'bulletthree', text: 'Schrieb den Leitfaden für neue Kolleginnen in Python.' },
      ],
    },
    ...MIRA.experiences.slice(1),
  ],
})

test.each([
  ['a career in German', MIRA_DE],
  ['a career in English', MIRA],
])('by rules and for a German posting: German questions, outlines and dates, out of %s', async (_name, career) => {
  const world = await writingWorld([], { career, jobs: [POSTING_DE] })
  const { questions, by, language } = await prepared(world, false)
  expect([by, language]).toEqual(['rules', 'de'])
  expect(questions.flatMap(({ findings }) => findings)).toEqual([])
  const asked = questions.map(({ question }) => question)
  expect(asked[0]).toBe('Was aus Ihrer bisherigen Arbeit kommt dieser Stelle am nächsten?')
  expect(asked).toEqual(
    expect.arrayContaining([
      'Haben Sie ein weiteres Beispiel aus einer ähnlichen Arbeit?',
      'Welche Erfahrung haben Sie mit Airflow? Nennen Sie uns ein Beispiel.',
      'Was haben Sie zwischen 06/2019 und 04/2020 gemacht?',
      'Warum möchten Sie Havelwerk GmbH verlassen?',
    ]),
  )
  const said = questions.flatMap(({ question, why, answer }) => [
    question,
    why,
    ...(answer === null ? [] : Object.values(answer).flat()),
  ])
  const own = new Set(career.experiences.flatMap(({ bullets }) => bullets.map(({ text }) => text)))
  const ours = said.filter((text) => ![...own].some((point) => point.includes(text.replace(/\.$/, ''))))
  expect(ours.filter((text) => /\b(?:the|your|Add|What|Tell|How|of|at|asks|and|now)\b/.test(text))).toEqual([])
  expect(ours.join(' ')).not.toContain('{{')
  expect(questions[0]?.answer?.situation).toMatch(/bei Havelwerk GmbH, 04\/2020 bis heute\.$/)
  expect(questions[0]?.answer?.task).toBe('Ergänzen Sie: was Sie erreichen sollten und was daran schwierig war.')
})

test('in German an outcome is told from what was done', async () => {
  const { questions } = await prepared(await writingWorld([], { career: MIRA_DE, jobs: [POSTING_DE] }), false)
  const answers = questions.flatMap(({ answer }) => (answer === null ? [] : [answer]))
  expect(answers.find(({ cites }) => cites.includes('bulletone'))).toMatchObject({
    action: 'Baute die Datenstrecke für 40 Lieferanten in Python und Airflow.',
    result: 'Wodurch die Wartezeit sank.',
  })
  expect(answers.find(({ cites }) => cites.includes('bullettwo'))).toMatchObject({
    action: 'Ergänzen Sie: was Sie selbst getan haben, Schritt für Schritt.',
    result: 'Senkung der Speicherkosten um 30 % mit Airflow.',
  })
})

test('a posting in a language without words is prepared in English', async () => {
  const world = await writingWorld([], { jobs: [{ ...POSTING_DE, language: 'fr' }] })
  const { questions, language } = await prepared(world, false)
  expect(language).toBe('en')
  expect(questions[0]?.question).toBe('What in your experience is closest to this job?')
})

test('a career without anything brings questions, and no answers', async () => {
  const { questions } = await prepared(await writingWorld([], { career: careerSchema.parse({}) }), false)
  expect(questions.filter(({ answer }) => answer !== null)).toEqual([])
})

test('with a model: reasons must stand in the posting, answers must rest on facts, and what they invent is flagged', async () => {
  const none = { situation: '', task: '', action: '', result: '', cites: [] }
  const questions = [
    {
      question: 'How do you use Airflow?',
      why: 'You build pipelines in Python and Airflow.',
      situation: '',
      task: '',
      action: 'Built the pipeline for 40 suppliers.',
      result: '',
      cites: ['bulletone'],
    },
    {
      question: 'How large was the <b>team</b>?',
      why: 'A team of 12 awaits you.',
      situation: '',
      task: '',
      action: 'Led 25 people at Google.',
      result: '',
      cites: ['bulletone'],
    },
    { question: 'Do you know Kafka?', why: 'You know Kafka and PostgreSQL.', ...none },
    { question: 'And this?', why: '', situation: 'Invented.', task: '', action: '', result: '', cites: ['nofact'] },
  ]
  const groq = await fakeProvider('groq', { answer: JSON.stringify({ questions }) })
  const world = await writingWorld([groq])
  const shown = await world.client.writing.previewInterview({ jobId: world.jobIds[0] ?? missing() })
  expect(groq.asked).toEqual([])
  const result = await prepared(world, true)
  expect(result).toMatchObject({ by: 'model', callId: 1 })
  const [first, second, third, fourth] = result.questions
  expect(first).toMatchObject({
    why: '“You build pipelines in Python and Airflow.”',
    findings: [],
    answer: { action: 'Built the pipeline for 40 suppliers.', task: 'Add: your facts do not say it.' },
  })
  expect(second?.question).toBe('How large was the team?')
  expect(second?.why).toMatch(/no words of the posting/)
  expect(second?.findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['number']))
  expect(third?.answer).toBeNull()
  expect(fourth?.answer).toBeNull()
  const body = groq.asked[0]?.body ?? ''
  expect(JSON.parse(body)).toMatchObject({
    messages: shown.messages.map(({ role, text }) => ({ role, content: text })),
  })
  expect(shown).toMatchObject({ provider: 'groq', model: 'the-model', costUsd: expect.any(Number) })
  expect(body).not.toMatch(/Castellanos|example\.org|5551234/)
})
