import type { Page } from '@playwright/test'
import { AI_PROVIDERS, type AiProvider } from '#shared/ai.ts'
import { type FakeProvider, startFakeProvider } from '../fakes/ai/provider.ts'
import { expect, test as base } from './app.ts'
import { openApplication, section } from './application-page.ts'
import { coreOf } from './applications.ts'
import { expectAccessible } from './axe.ts'
import { content, seedCareer } from './documents.ts'

const KEY = 'right-Vb3mTq81-of-the-test'
const SOON = { timeout: 30_000 }

const test = base.extend<{ fakes: readonly FakeProvider[] }>({
  fakes: async ({ browserName: _browserName }, use) => {
    const fakes = await Promise.all(AI_PROVIDERS.map((id) => startFakeProvider(id, { key: KEY })))
    await use(fakes)
    await Promise.all(fakes.map((fake) => fake.close()))
  },
  hostArgs: async ({ fakes }, use) =>
    use(fakes.flatMap(({ provider, baseUrl }) => ['--base-url', `${provider}=${baseUrl}`])),
})
test.describe.configure({ timeout: 240_000 })
test.skip(process.platform !== 'linux', 'keys are set only where no keychain of a person is reached')

const HONEST = {
  summary: {
    text: 'Machine learning engineer with a ranking service that serves 40 million requests a day.',
    cites: ['bulletnw01'],
  },
  items: [
    {
      fact: 'northwind1',
      bullets: [
        { text: 'Cut training time by 35 % with distributed PyTorch.', cites: ['bulletnw02'] },
        { text: 'Built a service in Python for ranking that serves 40 million requests a day.', cites: ['bulletnw01'] },
      ],
    },
    {
      fact: 'havelwerk1',
      bullets: [{ text: 'Forecast demand for 12 plants with gradient boosting.', cites: ['bullethw01'] }],
    },
  ],
  skills: ['Python', 'PyTorch'],
  order: ['summary', 'experience', 'skills'],
  gaps: ['Kafka'],
}
const INVENTED = {
  ...HONEST,
  items: [
    {
      fact: 'northwind1',
      bullets: [
        { text: 'Led 90 engineers at Google on a ranking service in Python and Kafka.', cites: ['bulletnw01'] },
        { text: 'Cut training time by 35 % with distributed PyTorch.', cites: ['bulletnw02'] },
      ],
    },
  ],
  skills: ['Python', 'Terraform'],
}

/** These are on, in this order, each with a key and a model with a price. */
async function switchOn(app: Page, providers: readonly AiProvider[]): Promise<void> {
  const core = await coreOf(app)
  const others = AI_PROVIDERS.filter((id) => !providers.includes(id))
  await core.settings.update({
    aiProviders: [...providers.map((id) => ({ id, isOn: true })), ...others.map((id) => ({ id, isOn: false }))],
    aiModels: Object.fromEntries(AI_PROVIDERS.map((id) => [id, 'the-model'])),
    aiOwnModels: AI_PROVIDERS.map((provider) => ({
      provider,
      id: 'the-model',
      inputUsdPerMillion: 10,
      outputUsdPerMillion: 20,
      asOf: '2026-11-01',
    })),
  })
  for (const { keyName } of await core.ai.providers())
    if (keyName !== null) await core.secrets.set({ name: keyName, value: KEY })
}

async function openTailoring(app: Page): Promise<void> {
  await openApplication(app)
  await seedCareer(app)
  await section(app, 'Files').waitFor()
  await app.getByRole('link', { name: 'Tailor a résumé' }).click()
  await app.getByRole('radiogroup', { name: 'Put together by' }).getByText('With a model').click()
}

function fakeOf(fakes: readonly FakeProvider[], id: AiProvider): FakeProvider {
  const fake = fakes.find(({ provider }) => provider === id)
  if (fake === undefined) throw new Error(`There is no ${id}`)
  return fake
}

const panel = (app: Page) => app.getByRole('region', { name: 'Writing with a model' })
const state = (app: Page) => panel(app).getByRole('status', { name: 'State of the writing' })
const pieces = (app: Page) => app.getByRole('list', { name: 'Pieces' }).getByRole('listitem')

for (const provider of AI_PROVIDERS) {
  test(`${provider}: what is sent is shown, the text comes while it is written, a stop keeps what came, and the cost is noted`, async ({
    app,
    fakes,
  }) => {
    const fake = fakeOf(fakes, provider)
    await app.waitForURL(/\//)
    await switchOn(app, [provider])
    await openTailoring(app)
    await panel(app).getByRole('button', { name: 'Show what is sent' }).click()
    await expect(panel(app).getByLabel('The data')).toContainText('Built a ranking service in Python')
    await expect(panel(app).getByLabel('The data')).not.toContainText('ada@example.com')
    expect(fake.asked).toHaveLength(0)
    await panel(app).getByRole('button', { name: 'Hide what is sent' }).click()

    fake.say(JSON.stringify(HONEST))
    fake.setMode('slow')
    await panel(app).getByRole('button', { name: 'Write', exact: true }).click()
    await expect(panel(app).getByRole('region', { name: 'What the model writes' })).toContainText(
      'Cut training time by 35 %',
      SOON,
    )
    await expect(panel(app).getByRole('region', { name: 'What the model writes' })).not.toContainText('"cites"')
    await panel(app).getByRole('button', { name: 'Stop' }).click()
    await expect(state(app)).toContainText('Stopped')
    await expect(pieces(app).first()).toBeVisible(SOON)

    fake.setMode('ok')
    await panel(app).getByRole('button', { name: 'Write again' }).click()
    await expect(state(app)).toContainText(/Written\..*the-model\. Cost: \$0\.0020/, SOON)
    await expect(panel(app).getByText('Your career backs every number')).toBeVisible()
    await expect(pieces(app).filter({ hasText: 'Built a service in Python for ranking' })).toBeVisible()
    const core = await coreOf(app)
    expect((await core.ai.calls({})).map((call) => [call.provider, call.state])).toEqual([
      [provider, 'ok'],
      [provider, 'stopped'],
    ])
    expect((await core.ai.usage({})).spentUsd).toBeGreaterThan(0.002)
  })
}

test('a provider that breaks off is followed by the next, and a budget that is used up stops before it asks', async ({
  app,
  fakes,
}) => {
  fakeOf(fakes, 'groq').say(JSON.stringify(INVENTED))
  fakeOf(fakes, 'groq').setMode('cut')
  fakeOf(fakes, 'anthropic').say(JSON.stringify(HONEST))
  await switchOn(app, ['groq', 'anthropic'])
  await openTailoring(app)
  await panel(app).getByRole('button', { name: 'Write', exact: true }).click()
  await expect(state(app)).toContainText('Written', SOON)
  await expect(panel(app).getByRole('list', { name: 'Asked in vain' })).toContainText(
    /Groq broke in the middle.*Anthropic was asked then/,
  )
  await expect(app.getByText('Google')).toHaveCount(0)
  const asked = fakes.reduce((sum, fake) => sum + fake.asked.length, 0)
  await (await coreOf(app)).settings.update({ aiMonthlyBudgetUsd: 0.0001 })
  await panel(app).getByRole('button', { name: 'Write again' }).click()
  await expect(panel(app).getByRole('alert')).toContainText(/budget/i, SOON)
  await expect(panel(app).getByRole('alert').getByRole('link', { name: 'Open Settings, AI' })).toBeVisible()
  expect(fakes.reduce((sum, fake) => sum + fake.asked.length, 0)).toBe(asked)
})

test('an employer, a number and a skill that a model makes up are flagged, and the document goes nowhere until they are settled', async ({
  app,
  fakes,
}) => {
  fakeOf(fakes, 'groq').say(JSON.stringify(INVENTED))
  await switchOn(app, ['groq'])
  await openTailoring(app)
  await panel(app).getByRole('button', { name: 'Write', exact: true }).click()
  const findings = panel(app).getByRole('region', { name: 'Not backed by your career' })
  await expect(findings).toContainText('Google', SOON)
  await expect(findings).toContainText('90')
  await expect(findings).toContainText('Kafka')
  await expect(findings).toContainText('Terraform')
  await app.getByRole('button', { name: 'Make the résumé' }).click()
  await expect(app).toHaveURL(/\/documents\/\d+$/)
  await expect(content(app)).not.toContainText('Terraform')
  await app.getByText(/^Claims \(\d\)$/).click()
  const open = app.getByRole('list', { name: 'Open claims' }).getByRole('listitem')
  await expect(open.filter({ hasText: 'Google' }).first()).toBeVisible(SOON)
  const attach = async () => {
    await app.getByRole('button', { name: 'Export' }).click()
    await app.getByRole('menuitem', { name: 'Attach to an application' }).click()
    return app.getByRole('dialog', { name: 'Attach to an application' })
  }
  const blocked = await attach()
  await expect(blocked.getByRole('alert')).toContainText('not backed by your career')
  await blocked.getByRole('button', { name: 'Attach' }).click()
  await expect(blocked.getByText('Not attached: for this application')).toBeVisible(SOON)
  const { applications } = await coreOf(app)
  const [row] = (await applications.list({})).rows
  expect((await applications.get({ id: row?.id ?? 0 })).files).toEqual([])
  await blocked.getByRole('button', { name: 'Cancel' }).click()
  await expect(blocked).toBeHidden()
  await open.first().getByRole('button', { name: 'Drop it' }).click()
  await expect(app.getByText('Your career backs all of it')).toBeVisible(SOON)
  const free = await attach()
  await free.getByRole('button', { name: 'Attach' }).click()
  await expect(free).toBeHidden(SOON)
})

test('an interview is prepared by rules, out of the career’s own points, and by a model', async ({ app, fakes }) => {
  const url = await openApplication(app)
  await seedCareer(app)
  const core = await coreOf(app)
  const applicationId = Number(url.split('/').at(-1))
  await core.interviews.add({
    applicationId,
    fields: { localStart: '2027-03-02T10:00', zone: 'Europe/Berlin', outcome: 'planned' },
  })
  await app.getByRole('button', { name: /^Prepare / }).click()
  const dialog = app.getByRole('dialog', { name: 'Prepare the interview' })
  const questions = dialog.getByRole('list', { name: 'Questions' })
  await expect(questions.getByText('Why do you want to leave Northwind Labs?')).toBeVisible(SOON)
  await expect(dialog.getByRole('button', { name: 'Ask a model' })).toHaveCount(0)
  await expectAccessible(app, 'preparation')
  await app.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const none = { situation: '', task: '', result: '', why: '' }
  const answer = {
    questions: [
      { ...none, question: 'How did you cut the time?', action: 'Led 70 people at Google.', cites: ['bulletnw02'] },
    ],
  }
  fakeOf(fakes, 'groq').say(JSON.stringify(answer))
  await switchOn(app, ['groq'])
  await app.reload()
  await app.getByRole('button', { name: /^Prepare / }).click()
  await dialog.getByRole('button', { name: 'Show what is sent' }).click()
  await expect(dialog.getByLabel('The data')).toContainText('Cut training time by 35 %', SOON)
  await expect(dialog.getByLabel('The data')).not.toContainText('ada@example.com')
  expect(fakeOf(fakes, 'groq').asked).toHaveLength(0)
  await dialog.getByRole('button', { name: 'Ask a model' }).click()
  await expect(questions.getByText('How did you cut the time?')).toBeVisible(SOON)
  await expect(questions.getByRole('list', { name: 'Not backed by your career' })).toContainText('70')
})

test('a pause is shown until it is over, goes by itself then, and at once with a new key', async ({
  app,
  fakes,
  host,
}) => {
  const groq = fakeOf(fakes, 'groq')
  await switchOn(app, ['groq'])
  await openTailoring(app)
  groq.setMode('busy_long')
  await panel(app).getByRole('button', { name: 'Write', exact: true }).click()
  await expect(panel(app).getByRole('alert')).toContainText('Groq', SOON)
  const waiting = app.getByRole('button', { name: /^Groq.*Asks to wait/ })
  const ready = app.getByRole('button', { name: /^Groq.*Ready/ })
  await app.clock.install()
  await app.goto(`${host.origin}/settings/ai`)
  await expect(waiting).toBeVisible(SOON)
  await app.clock.fastForward('11:00')
  await expect(ready).toBeVisible()
  await app.reload()
  await app.clock.setSystemTime(Date.now())
  await app.goto(`${host.origin}/settings/ai`)
  await expect(waiting).toBeVisible(SOON)
  const core = await coreOf(app)
  expect((await core.ai.providers()).find(({ id }) => id === 'groq')?.waitUntil).toBeGreaterThan(Date.now())
  await core.secrets.set({ name: 'GROQ_API_KEY', value: `${KEY}-new` })
  await expect(ready).toBeVisible()
  expect((await core.ai.providers()).find(({ id }) => id === 'groq')?.waitUntil).toBeNull()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    test('nobody is kept out: without a model, before, while and after it writes', async ({ app, fakes }) => {
      await openTailoring(app)
      await expect(panel(app).getByText('No language model is set up.')).toBeVisible()
      await expectAccessible(app, 'no model')
      await switchOn(app, ['groq'])
      await app.reload()
      await app.getByRole('radiogroup', { name: 'Put together by' }).getByText('With a model').click()
      await panel(app).getByRole('button', { name: 'Show what is sent' }).click()
      await expect(panel(app).getByLabel('The data')).toBeVisible(SOON)
      await expectAccessible(app, 'what is sent')
      fakeOf(fakes, 'groq').say(JSON.stringify(INVENTED))
      fakeOf(fakes, 'groq').setMode('slow')
      await panel(app).getByRole('button', { name: 'Hide what is sent' }).click()
      await panel(app).getByRole('button', { name: 'Write', exact: true }).click()
      await expect(panel(app).getByRole('region', { name: 'What the model writes' })).toBeVisible(SOON)
      await expectAccessible(app, 'writing')
      await expect(panel(app).getByRole('region', { name: 'Not backed by your career' })).toBeVisible(SOON)
      await expectAccessible(app, 'findings')
      await app.setViewportSize({ width: 800, height: 700 })
      expect(await app.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(800)
    })
  })
}
