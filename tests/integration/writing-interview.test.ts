import { expect, test } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { fakeProvider } from '../support/ai-world.ts'
import { MIRA, writingWorld } from '../support/writing-world.ts'

async function prepared(world: Awaited<ReturnType<typeof writingWorld>>, withModel: boolean) {
  const [jobId] = world.jobIds
  if (jobId === undefined) throw new Error('no job')
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
  const result = await prepared(await writingWorld([groq]), true)
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
  expect(body).not.toMatch(/Castellanos|example\.org|5551234/)
})
