import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Core } from '#main/core.ts'
import { NOW, plainJob, type SampleJob, storeJobs } from '#main/domains/jobs/search/search.fixture.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { AI_PROVIDERS } from '#shared/ai.ts'
import { type Career, careerSchema } from '#shared/career.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Settings } from '#shared/settings.ts'
import { tailoringOptionsSchema } from '#shared/tailoring.ts'
import type { WritingEvent, WritingInput } from '#shared/writing.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import type { FakeProvider } from '../fakes/ai/provider.ts'
import { tempDir } from './profile.ts'
import { testCore } from './test-core.ts'

/** Somebody whose facts, contacts and birth stand in the career, with two posts, a degree, a project and a certificate. */
export const MIRA: Career = careerSchema.parse({
  person: {
    name: 'Mira Castellanos',
    headline: 'Data engineer',
    email: 'mira.castellanos@example.org',
    phone: '+49 170 5551234',
    city: 'Leipzig',
    countryCode: 'DE',
    links: [{ label: 'Pages', url: 'https://mira.example.org/pages' }],
  },
  summary: 'Data engineer who likes plain pipelines. Born 14 March 1990. Write to mira.castellanos@example.org.',
  experiences: [
    {
      id: 'postone',
      company: 'Havelwerk GmbH',
      title: 'Data Engineer',
      place: 'Berlin',
      start: '2020-04',
      bullets: [
        { id: 'bulletone', text: 'Built the pipeline for 40 suppliers in Python and Airflow.' },
        { id: 'bullettwo', text: 'Cut the cost of storage by 30 % with partitions in PostgreSQL.' },
        { id: 'bulletthree', text: 'Wrote the guide for new colleagues.' },
      ],
      skills: ['Python', 'Airflow', 'PostgreSQL'],
    },
    {
      id: 'posttwo',
      company: 'Nordlicht Daten AG',
      title: 'Analyst',
      start: '2017-01',
      end: '2019-06',
      bullets: [{ id: 'bulletfour', text: 'Prepared weekly reports in SQL for the sales team.' }],
      skills: ['SQL'],
    },
  ],
  education: [{ id: 'studyone', institution: 'TU Dresden', degree: 'MSc', field: 'Statistics', end: '2016' }],
  projects: [
    {
      id: 'projectone',
      name: 'Tram delays',
      bullets: [{ id: 'bulletfive', text: 'Published the delays of the trams of Leipzig in a small site.' }],
    },
  ],
  extras: [{ id: 'certone', kind: 'certificate', name: 'CKA', by: 'CNCF', date: '2021' }],
})

const POSTING: Partial<SampleJob> = {
  title: 'Senior Data Engineer',
  company: 'Elbtal Analytics',
  place: 'Hamburg',
  body: 'You build pipelines in Python and Airflow. You know Kafka and PostgreSQL. We offer 30 days of holiday.',
  skills: ['Python', 'Airflow', 'Kafka', 'PostgreSQL'],
  language: 'en',
}

export interface WritingWorld {
  readonly core: Core
  readonly client: Core['client']
  readonly jobIds: readonly JobId[]
  readonly profileDir: string
  /** Writes for the first job, or as the wish says, and collects what is told. */
  readonly write: (wish?: WritingWish) => Promise<WritingEvent[]>
}

export interface WritingWish {
  readonly jobId?: JobId
  readonly documentId?: number
  readonly kind?: 'resume' | 'letter'
  readonly options?: Partial<WritingInput['options']>
  readonly provider?: WritingInput['provider']
}

export interface WritingWorldOptions {
  readonly jobs?: readonly Partial<SampleJob>[]
  readonly career?: Career
  readonly settings?: Partial<Settings>
  readonly clock?: Clock
}

/** A core with Mira's career and these models, each with a key of its own. */
export async function writingWorld(
  fakes: readonly FakeProvider[],
  options: WritingWorldOptions = {},
): Promise<WritingWorld> {
  const profileDir = tempDir()
  const clock = options.clock ?? createFakeClock({ now: NOW, autoAdvance: true })
  const baseUrls = Object.fromEntries(fakes.map(({ provider, baseUrl }) => [provider, baseUrl]))
  const core = testCore({ profileDir, clock, baseUrls })
  const { client } = core
  const db = openDatabase({ path: join(profileDir, 'career-copilot.db'), now: NOW })
  onTestFinished(() => db.close())
  const stored = storeJobs(
    db,
    (options.jobs ?? [POSTING]).map((job) => ({ ...plainJob, ...job })),
  )
  await client.settings.update({ ...modelsOf(fakes), ...options.settings })
  for (const { provider } of fakes) {
    const { keyName } = (await client.ai.providers()).find(({ id }) => id === provider) ?? { keyName: null }
    if (keyName !== null) await client.secrets.set({ name: keyName, value: `secret-of-${provider}` })
  }
  await client.career.save({ career: options.career ?? MIRA, version: 0 })
  await client.profile.update({
    skills: [{ name: 'Python', years: 6 }, { name: 'Airflow' }, { name: 'PostgreSQL' }, { name: 'SQL' }],
    languages: [{ code: 'de', level: 'native' }],
    yearsOfExperience: 8,
  })
  const jobIds = stored.map(({ id }) => jobIdSchema.parse(id))
  return {
    core,
    client,
    jobIds,
    profileDir,
    write: (wish = {}) => collect(client, { ...(jobIds[0] !== undefined && { jobId: jobIds[0] }), ...wish }),
  }
}

/** They are asked in this order, each a model of $10 and $20 a million tokens. */
function modelsOf(fakes: readonly FakeProvider[]): Partial<Settings> {
  const unused = AI_PROVIDERS.filter((id) => fakes.every(({ provider }) => provider !== id))
  const price = { id: 'the-model', inputUsdPerMillion: 10, outputUsdPerMillion: 20, asOf: '2026-11-01' }
  return {
    aiProviders: [
      ...fakes.map(({ provider: id }) => ({ id, isOn: true })),
      ...unused.map((id) => ({ id, isOn: false })),
    ],
    aiModels: Object.fromEntries(fakes.map(({ provider }) => [provider, 'the-model'])),
    aiOwnModels: fakes.map(({ provider }) => ({ provider, ...price })),
    aiBaseUrls: Object.fromEntries(
      fakes.flatMap(({ provider, baseUrl }) => (provider === 'compatible' ? [[provider, baseUrl]] : [])),
    ),
  }
}

async function collect(
  client: Core['client'],
  { jobId, documentId, kind, options, provider }: WritingWish,
): Promise<WritingEvent[]> {
  if (jobId === undefined) throw new Error('There is no job')
  const events: WritingEvent[] = []
  const stream = await client.writing.write({
    jobId,
    documentId: documentId ?? null,
    provider: provider ?? null,
    options: { ...tailoringOptionsSchema.parse({ kind: kind ?? 'resume' }), ...options },
  })
  for await (const event of stream) events.push(event)
  return events
}

/** The last event, which has to be that. */
export function lastOf<Type extends WritingEvent['type']>(
  events: readonly WritingEvent[],
  type: Type,
): Extract<WritingEvent, { type: Type }> {
  const last = events.at(-1)
  if (last?.type !== type) throw new Error(`It ended with ${JSON.stringify(last)}`)
  return last as Extract<WritingEvent, { type: Type }>
}

/** An honest answer for Mira. */
export const HONEST = {
  summary: { text: 'Data engineer with pipelines for 40 suppliers in Python and Airflow.', cites: ['bulletone'] },
  items: [
    {
      fact: 'postone',
      bullets: [
        { text: 'Cut the cost of storage by 30 % with partitions in PostgreSQL.', cites: ['bullettwo'] },
        { text: 'Built a pipeline in Airflow and Python for 40 suppliers.', cites: ['bulletone'] },
      ],
    },
    { fact: 'posttwo', bullets: [] },
  ],
  skills: ['Airflow', 'Python', 'PostgreSQL'],
  order: ['summary', 'skills', 'experience'],
  gaps: ['Kafka'],
} as const

export const HONEST_LETTER = {
  subject: 'Application as Senior Data Engineer',
  greeting: 'Dear Sir or Madam,',
  paragraphs: [
    { text: 'I am applying as Senior Data Engineer at Elbtal Analytics.', cites: [] },
    { text: 'At Havelwerk GmbH I built the pipeline for 40 suppliers in Python and Airflow.', cites: ['bulletone'] },
  ],
  closing: 'Yours faithfully',
  gaps: ['Kafka'],
} as const
