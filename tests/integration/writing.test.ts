import { expect, test } from 'vitest'
import type { DocumentContent, ResumeContent } from '#shared/documents.ts'
import { hunksOf } from '#shared/document-hunks.ts'
import { jobIdSchema } from '#shared/ids.ts'
import { tailoringOptionsSchema } from '#shared/tailoring.ts'
import { fakeProvider } from '../support/ai-world.ts'
import { HONEST, HONEST_LETTER, lastOf, MIRA, writingWorld } from '../support/writing-world.ts'

const say = (answer: unknown) => JSON.stringify(answer)

function resume(content: DocumentContent): ResumeContent {
  if (content.kind !== 'resume') throw new Error('That is a letter')
  return content
}

function itemOf(content: DocumentContent, id: string) {
  const item = resume(content)
    .sections.flatMap(({ items }) => items)
    .find((one) => one.id === id)
  if (item === undefined) throw new Error(`There is no ${id}`)
  return item
}

const shown = (item: { bullets: readonly { text: string; isShown: boolean }[] }) =>
  item.bullets.filter(({ isShown }) => isShown).map(({ text }) => text)

test('a résumé is written from the facts: headings are the career’s, unchanged sentences keep their ids, nothing is lost', async () => {
  const groq = await fakeProvider('groq', { answer: say(HONEST) })
  const { write, client } = await writingWorld([groq])
  const events = await write()
  expect(events[0]).toMatchObject({ type: 'asked', provider: 'groq', model: 'the-model', reason: '' })
  const written = lastOf(events, 'written')
  expect(written.findings).toEqual([])
  const { content } = written.result
  const post = itemOf(content, 'postone')
  expect(post).toMatchObject({ title: 'Data Engineer', organisation: 'Havelwerk GmbH', start: '2020-04', end: null })
  expect(shown(post)).toEqual([HONEST.items[0].bullets[0].text, HONEST.items[0].bullets[1].text])
  expect(post.bullets.map(({ id, isShown }) => [id, isShown])).toEqual([
    ['bullettwo', true],
    ['bulletone', true],
    ['bulletthree', false],
  ])
  expect(shown(itemOf(content, 'posttwo'))).toEqual([])
  expect(itemOf(content, 'projectone').isShown).toBe(false)
  expect(itemOf(content, 'studyone').isShown).toBe(true)
  expect(
    resume(content)
      .sections.slice(0, 3)
      .map(({ kind }) => kind),
  ).toEqual(['summary', 'skills', 'experience'])
  const skills = resume(content).sections.find(({ kind }) => kind === 'skills')
  const words = skills?.groups.filter(({ isShown }) => isShown).flatMap((group) => group.words)
  expect(words?.toSorted()).toEqual(['Airflow', 'PostgreSQL', 'Python'])
  expect(written.result.gaps).toEqual(['Kafka'])
  expect(written.costUsd).toBeGreaterThan(0)
  const base = await client.documents.create({ kind: 'resume', name: 'All', start: { from: 'career' } })
  const changed = hunksOf(base.content, content).filter(({ at }) => at === 'bullettwo')
  expect(changed.map(({ type }) => type)).not.toContain('changed')
})

test('what is told while it comes are the sentences, in order and without JSON', async () => {
  const groq = await fakeProvider('groq', { answer: say(HONEST) })
  const { write } = await writingWorld([groq])
  const events = await write()
  const pieces = events.flatMap((event) => (event.type === 'text' ? [event.text] : []))
  expect(pieces.length).toBeGreaterThan(10)
  const text = pieces
    .join('')
    .split('\n')
    .filter((line) => line !== '')
  expect(text).toEqual([HONEST.summary.text, ...HONEST.items[0].bullets.map((bullet) => bullet.text)])
})

test('a letter is written between its own sender, addressee, date and signature', async () => {
  const openai = await fakeProvider('openai', { answer: say(HONEST_LETTER) })
  const { write } = await writingWorld([openai])
  const { result, findings } = lastOf(await write({ kind: 'letter' }), 'written')
  expect(findings).toEqual([])
  expect(result.content).toMatchObject({
    kind: 'letter',
    header: { name: MIRA.person.name, email: MIRA.person.email },
    recipient: { company: 'Elbtal Analytics' },
    subject: HONEST_LETTER.subject,
    signature: MIRA.person.name,
  })
  expect(result.content.kind === 'letter' && result.content.dateLine).toMatch(/^Leipzig, \d{1,2} \w+ \d{4}$/)
})

test('no name, e-mail, phone, page, home or birth is sent, and what was sent can be read afterwards', async () => {
  const groq = await fakeProvider('groq', { answer: say(HONEST) })
  const { write, client } = await writingWorld([groq])
  const { callId } = lastOf(await write(), 'written')
  const body = groq.asked[0]?.body ?? ''
  expect(body).toContain('Built the pipeline for 40 suppliers')
  expect(body).toContain('Havelwerk GmbH')
  for (const secret of ['Mira', 'Castellanos', 'example.org', '5551234', '1990', 'secret-of-groq'])
    expect(body).not.toContain(secret)
  const call = await client.ai.call({ id: callId })
  expect(call.sent).toContain('Built the pipeline for 40 suppliers')
  expect(call.sent).not.toContain('Castellanos')
  expect(JSON.parse(call.received)).toEqual(HONEST)
  expect(body).not.toContain('"tools"')
})

test('what the user wrote or pasted keeps its facts and loses the own contacts; the employer stays as it is', async () => {
  const groq = await fakeProvider('groq', { answer: say(HONEST) })
  const body = [
    'Elbtal Analytics, Hauptstraße 5, 04109 Leipzig, looks for an engineer. Write to jobs@elbtal.example or call +49 341 5550199.',
    'To: Mira Castellanos <mira.castellanos@example.org>, 0170 5551234, mira.example.org/pages',
  ].join('\n')
  const { write, client, jobIds } = await writingWorld([groq], { jobs: [{ company: 'Elbtal Analytics', body }] })
  const text = '{{facts}} {{posting}} {{options}} I am Mira Castellanos, call me at +49 170 5551234.'
  await client.ai.savePrompt({ purpose: 'resume', text })
  await client.ai.savePrompt({ purpose: 'interview', text })
  await write()
  await client.writing.prepareInterview({ jobId: jobIds[0] ?? missing(), withModel: true }).catch(() => undefined)
  expect(groq.asked.length).toBeGreaterThan(1)
  for (const { body: sent } of groq.asked) {
    expect(sent).toContain('Elbtal Analytics, Hauptstraße 5, 04109 Leipzig')
    expect(sent).toContain('jobs@elbtal.example or call +49 341 5550199')
    expect(sent).toContain('I am [left out], call me at [left out].')
    expect(sent).toContain('Havelwerk GmbH, Berlin')
    for (const own of ['Castellanos', 'example.org', '5551234']) expect(sent).not.toContain(own)
  }
})

test('a home that a document of the user tells is not sent, however a pasted posting spells it; what nobody tells is shown before it is', async () => {
  const groq = await fakeProvider('groq', { answer: say(HONEST) })
  const body = [
    'You build pipelines in Python and Airflow in Stockerau.',
    'Sent to: MÜHL-\nGASSE Nr. 12/3, A-2000 STOCKERAU, on Monday.',
    'The other one lives at Unknown Quarter 7, 9999 Nowhere.',
  ].join('\n\n')
  const career = { ...MIRA, person: { ...MIRA.person, city: '' } }
  const { write, client, jobIds } = await writingWorld([groq], {
    career,
    jobs: [{ company: 'Elbtal Analytics', body }],
  })
  const input = {
    jobId: jobIds[0] ?? missing(),
    documentId: null,
    provider: null,
    options: tailoringOptionsSchema.parse({}),
  }
  const told = async () => (await client.writing.preview(input)).messages.map(({ text }) => text).join('\n')
  expect(await told()).toMatch(/GASSE Nr\. 12/)
  const { id, revision, style, content } = await client.documents.create({
    kind: 'resume',
    name: 'All',
    start: { from: 'career' },
  })
  const header = { ...content.header, city: 'Muehlgasse 12, 2000 Stockerau' }
  await client.documents.save({ id, revision, style, content: { ...content, header } })
  const shown = await told()
  expect(shown).toContain('Sent to: [left out], on Monday.')
  expect(shown).toContain('Airflow in Stockerau.')
  expect(shown).toContain('Unknown Quarter 7, 9999 Nowhere')
  const { callId } = lastOf(await write(), 'written')
  const call = await client.ai.call({ id: callId })
  for (const sent of [groq.asked[0]?.body ?? '', call.sent]) {
    expect(sent).toContain('Sent to: [left out], on Monday.')
    expect(sent).not.toMatch(/gasse nr/i)
  }
})

function missing(): never {
  throw new Error('no job')
}

test('the preview is what is sent, word for word, and asks nobody', async () => {
  const groq = await fakeProvider('groq', { answer: say(HONEST) })
  const { write, client, jobIds } = await writingWorld([groq])
  const [jobId] = jobIds
  if (jobId === undefined) throw new Error('no job')
  const preview = await client.writing.preview({
    jobId,
    documentId: null,
    provider: null,
    options: tailoringOptionsSchema.parse({ highlights: ['bulletone', 'nofact'] }),
  })
  expect(groq.asked).toEqual([])
  expect(preview).toMatchObject({ provider: 'groq', model: 'the-model' })
  expect(preview.costUsd).toBeGreaterThan(0)
  await write({ options: { highlights: ['bulletone', 'nofact'] } })
  const sent = JSON.parse(groq.asked[0]?.body ?? '{}') as { messages: { role: string; content: string }[] }
  expect(sent.messages.map(({ role, content }) => ({ role, text: content }))).toEqual(preview.messages)
  expect(preview.messages[0]?.text).toContain('Facts that have to be in it: bulletone')
  expect(preview.messages[0]?.text).not.toContain('nofact')
})

test('an employer that the model makes up is left out and told; an invented number, skill and title is flagged', async () => {
  const answer = {
    ...HONEST,
    items: [
      {
        fact: 'postone',
        bullets: [
          { text: 'Built the pipeline for 400 suppliers in Python and Kafka at Google.', cites: ['bulletone'] },
        ],
      },
      { fact: 'googlepost', bullets: [{ text: 'Led 50 engineers.', cites: ['bulletone'] }] },
    ],
    skills: ['Python', 'Kubernetes'],
  }
  const groq = await fakeProvider('groq', { answer: say(answer) })
  const { write } = await writingWorld([groq])
  const { result, findings } = lastOf(await write(), 'written')
  expect(JSON.stringify(result.content)).not.toMatch(/50 engineers|Kubernetes/)
  expect(result.reasons.map(({ message }) => message).join('\n')).toMatch(/fact that does not exist.*\n?.*Kubernetes/s)
  const flagged = findings.map(({ kind, words }) => `${kind} ${words}`)
  expect(flagged).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^number 400/),
      expect.stringMatching(/Kafka/),
      expect.stringMatching(/Google/),
      'skill Kubernetes',
    ]),
  )
})

test('a fallback is announced with the reason, and what the first one had said is not what is written', async () => {
  const groq = await fakeProvider('groq', {
    mode: 'cut',
    answer: say({ ...HONEST, summary: { text: 'Half an answer.', cites: [] } }),
  })
  const openai = await fakeProvider('openai', { answer: say(HONEST) })
  const { write, client } = await writingWorld([groq, openai])
  const events = await write()
  const asked = events.flatMap((event) => (event.type === 'asked' ? [event] : []))
  expect(asked.map(({ provider }) => provider)).toEqual(['groq', 'openai'])
  expect(asked[1]?.reason).toMatch(/Groq broke in the middle/)
  const after = events.slice(events.findLastIndex(({ type }) => type === 'asked'))
  expect(after.flatMap((event) => (event.type === 'text' ? [event.text] : [])).join('')).not.toContain('Half')
  expect(JSON.stringify(lastOf(events, 'written').result.content)).not.toContain('Half an answer')
  const costs = await Promise.all(asked.map(async ({ callId }) => (await client.ai.call({ id: callId })).costUsd))
  expect(costs[0]).toBeGreaterThan(0)
  expect(lastOf(events, 'written').costUsd).toBeCloseTo((costs[0] ?? 0) + (costs[1] ?? 0), 9)
})

test('the provider that is named is asked alone', async () => {
  const groq = await fakeProvider('groq', { answer: say(HONEST) })
  const google = await fakeProvider('google', { answer: say(HONEST) })
  const { write } = await writingWorld([groq, google])
  expect((await write({ provider: 'google' }))[0]).toMatchObject({ provider: 'google' })
  expect(groq.asked).toEqual([])
})

test('stopped in the middle: the sentences that are whole are offered over what was there, and the call keeps the rest', async () => {
  const groq = await fakeProvider('groq', { mode: 'slow', slowMs: 8, answer: say(HONEST) })
  const { client, jobIds } = await writingWorld([groq])
  const [jobId] = jobIds
  if (jobId === undefined) throw new Error('no job')
  const stream = await client.writing.write({
    jobId,
    documentId: null,
    provider: null,
    options: tailoringOptionsSchema.parse({}),
  })
  const events = []
  let text = ''
  for await (const event of stream) {
    events.push(event)
    if (event.type === 'text') text += event.text
    const callId = events.flatMap((one) => (one.type === 'asked' ? [one.callId] : []))[0] ?? 0
    if (text.includes('Built a pipeline')) await client.writing.stop({ callId })
  }
  const stopped = lastOf(events, 'stopped')
  expect(stopped.text).toContain('Cut the cost of storage')
  expect(stopped.result).not.toBeNull()
  if (stopped.result === null) return
  expect(shown(itemOf(stopped.result.content, 'postone'))).toContain(HONEST.items[0].bullets[0].text)
  expect(itemOf(stopped.result.content, 'projectone').isShown).toBe(true)
  const [call] = await client.ai.calls({})
  expect(call).toMatchObject({ state: 'stopped' })
  expect((await client.ai.call({ id: call?.id ?? 0 })).received).toContain('Cut the cost')
  expect(await client.writing.stop({ callId: call?.id ?? 0 })).toEqual({ isStopped: false })
})

test('leaving the stream stops the model', async () => {
  const groq = await fakeProvider('groq', { mode: 'slow', slowMs: 20, answer: say(HONEST) })
  const { client, jobIds } = await writingWorld([groq])
  const [jobId] = jobIds
  if (jobId === undefined) throw new Error('no job')
  const stream = await client.writing.write({
    jobId,
    documentId: null,
    provider: null,
    options: tailoringOptionsSchema.parse({}),
  })
  for await (const event of stream) if (event.type === 'text') break
  expect(await client.ai.calls({})).toMatchObject([{ state: 'stopped' }])
})

test('nobody set up, a full budget and an unknown job each say what they are', async () => {
  const groq = await fakeProvider('groq', { answer: say(HONEST) })
  const { client, write, jobIds } = await writingWorld([groq])
  const [jobId] = jobIds
  if (jobId === undefined) throw new Error('no job')
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => 'it worked',
      (error: unknown) => error,
    )
  await client.settings.update({ aiMonthlyBudgetUsd: 0.000_01 })
  expect(await failure(write())).toMatchObject({ code: 'AI_FAILED', data: { state: 'over_budget' } })
  expect(groq.asked).toEqual([])
  await client.settings.update({ aiMonthlyBudgetUsd: null })
  await client.secrets.remove({ name: 'GROQ_API_KEY' })
  const wish = { documentId: null, provider: null, options: tailoringOptionsSchema.parse({}) }
  expect(await failure(client.writing.preview({ jobId, ...wish }))).toMatchObject({
    code: 'AI_FAILED',
    data: { state: 'key_missing' },
  })
  expect(await failure(write())).toMatchObject({ code: 'AI_FAILED' })
  expect(await failure(client.writing.write({ jobId: jobIdSchema.parse(1), ...wish }))).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await failure(client.writing.preview({ jobId, ...wish, documentId: 99 }))).toMatchObject({ code: 'NOT_FOUND' })
})

test('taken as a document it cannot be sent while a claim is open', async () => {
  const answer = {
    ...HONEST,
    items: [
      { fact: 'postone', bullets: [{ text: 'Built the pipeline for 400 suppliers in Python.', cites: ['bulletone'] }] },
    ],
  }
  const groq = await fakeProvider('groq', { answer: say(answer) })
  const { client, write, jobIds } = await writingWorld([groq])
  const { result } = lastOf(await write(), 'written')
  expect(await client.documents.list({})).toEqual([])
  const made = await client.documents.create({
    kind: 'resume',
    name: 'By a model',
    start: { from: 'content', content: result.content, origin: 'ai' },
    jobId: jobIds[0] ?? null,
  })
  const { card } = await client.applications.add({
    job: { fields: { title: 'Senior Data Engineer', company: 'Elbtal Analytics' } },
    stage: 'saved',
    appliedAt: null,
  })
  await expect(client.documents.attach({ id: made.id, applicationId: card.id, format: 'docx' })).rejects.toMatchObject({
    code: 'CLAIMS_OPEN',
  })
})
