import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { AI_PROVIDERS } from '#shared/ai.ts'
import { type FakeProvider, startFakeProvider } from '../fakes/ai/provider.ts'
import { expect, test as base, turn } from './app.ts'
import { expectAccessible } from './axe.ts'
import { cli } from './host.ts'

const KEY = 'right-Zq7xKw93-of-the-test'

const test = base.extend<{ fakes: readonly FakeProvider[] }>({
  fakes: async ({ browserName: _browserName }, use) => {
    const fakes = await Promise.all(AI_PROVIDERS.map((id) => startFakeProvider(id, { key: KEY })))
    await use(fakes)
    await Promise.all(fakes.map((fake) => fake.close()))
  },
  hostArgs: async ({ fakes }, use) =>
    use(fakes.flatMap(({ provider, baseUrl }) => ['--base-url', `${provider}=${baseUrl}`])),
})
test.use({ profile: 'empty' })

/** A call as a screen that tailors makes it. */
function writeCall(home: string): void {
  const database = new Sqlite(join(home, 'career-copilot.db'))
  database
    .prepare(
      `insert into ai_call (provider, model, purpose, state, started_at, ms, input_tokens, output_tokens, is_estimated, cost_usd,
         message, sent, received) values ('groq', 'openai/gpt-oss-120b', 'letter', 'stopped', ?, 2300, 1500, 420, 1, 0.25, ?, ?, ?)`,
    )
    .run(
      Date.now(),
      'You stopped it. What had come is kept.',
      'The posting and the facts.',
      'Dear hiring team, <b>I</b>',
    )
  database.close()
}

/** A call to a model whose price nobody told, as the ledger books it. */
function writeUnpricedCall(home: string): void {
  const database = new Sqlite(join(home, 'career-copilot.db'))
  database
    .prepare(
      `insert into ai_call (provider, model, purpose, state, started_at, ms, input_tokens, output_tokens, cost_usd, message, sent,
         received) values ('compatible', 'llama', 'letter', 'ok', ?, 5200, 900, 300, null, ?, 'The posting and the facts.', 'Dear team,')`,
    )
    .run(Date.now(), 'Nobody told the price of llama, so what it cost is not known.')
  database.close()
}

test('a key of the keys tab makes a provider ready; a test says so, and a refused key says that', async ({
  app,
  host,
}) => {
  test.skip(process.platform !== 'linux', 'keys are set only where no keychain of a person is reached')
  await app.goto(`${host.origin}/settings/ai`)
  await app.getByRole('button', { name: /^Groq/ }).click()
  await expect(app.getByRole('button', { name: /^Groq.*Key needed/ })).toBeVisible()
  await app.getByRole('button', { name: 'Test Groq' }).click()
  await expect(app.getByText(/It does not work\. Groq has no key/)).toBeVisible()
  for (const [value, words] of [
    ['wrong', /It does not work\. Groq does not take the key/],
    [KEY, /It works\. Groq answers, with 2 models/],
  ] as const) {
    await app.goto(`${host.origin}/settings/keys`)
    const group = app.getByRole('group', { name: 'Groq API key' })
    await group.getByLabel('Groq API key', { exact: true }).fill(value)
    await group.getByRole('button', { name: 'Save' }).click()
    await expect(group.getByText('Set', { exact: true })).toBeVisible()
    await app.goto(`${host.origin}/settings/ai`)
    await expect(app.getByRole('button', { name: /^Groq.*Ready/ })).toBeVisible()
    await app.getByRole('button', { name: /^Groq/ }).click()
    await app.getByRole('button', { name: 'Test Groq' }).click()
    await expect(app.getByText(words)).toBeVisible()
  }
})

test('order and switches are a setting, changed by keyboard', async ({ app, host, home }) => {
  await app.goto(`${host.origin}/settings/ai`)
  await turn(app.getByRole('switch', { name: 'OpenAI on', exact: true }))
  await app.getByRole('button', { name: 'Ask OpenAI earlier' }).focus()
  await app.keyboard.press('Enter')
  await expect
    .poll(() => cli(home, ['settings', 'get', 'aiProviders']))
    .toEqual([
      { id: 'openai', isOn: true },
      { id: 'groq', isOn: true },
      { id: 'anthropic', isOn: false },
      { id: 'google', isOn: false },
      { id: 'compatible', isOn: false },
    ])
  await expect(app.getByRole('button', { name: 'Ask OpenAI earlier' })).toBeDisabled()
})

test('a model without a price says so; a price of one’s own goes before, and goes again', async ({
  app,
  host,
  home,
}) => {
  await app.goto(`${host.origin}/settings/ai`)
  await app.getByRole('button', { name: /^Groq/ }).click()
  await expect(
    app.getByText(/Price: .*0\.15 in.*0\.60 out.*4 June 2026|Price: .*0\.15 in.*0\.60 out.*4 Jun 2026/),
  ).toBeVisible()
  const model = app.getByRole('combobox', { name: 'Model of Groq' })
  await model.fill('some/new-model')
  await model.press('Enter')
  await expect(app.getByText(/Its price is not known.*While there is a monthly budget it is not asked/)).toBeVisible()
  await app.getByRole('textbox', { name: 'In, $ a million' }).fill('0.4')
  await app.getByRole('textbox', { name: 'Out, $ a million' }).fill('1.2')
  await app.getByRole('button', { name: 'Save price' }).click()
  await expect(app.getByText(/Price: .*0\.40 in.*1\.20 out.*Written by you/)).toBeVisible()
  await expect.poll(() => cli(home, ['settings', 'get', 'aiOwnModels'])).toMatchObject([{ id: 'some/new-model' }])
  await app.getByRole('button', { name: 'Use the bundled price' }).click()
  await expect(app.getByText(/Its price is not known/)).toBeVisible()
})

test('a local model has no price until the user says that it costs nothing, and no call of it looks free', async ({
  app,
  host,
  home,
}) => {
  writeUnpricedCall(home)
  await app.goto(`${host.origin}/settings/ai`)
  await expect(app.getByText('1 call without a price', { exact: true })).toBeVisible()
  writeCall(home)
  await expect(app.getByText('US$0.25 of US$5.00 and 1 call without a price')).toBeVisible()
  await app.getByRole('button', { name: /^OpenAI-compatible/ }).click()
  const model = app.getByRole('combobox', { name: 'Model of OpenAI-compatible' })
  await model.fill('llama')
  await model.press('Enter')
  await expect(app.getByRole('button', { name: /^OpenAI-compatible.*llama · price not known/ })).toBeVisible()
  await expect(app.getByText(/It runs on this computer, so it is asked whatever the budget is/)).toBeVisible()
  await app.getByRole('button', { name: 'It costs nothing' }).click()
  await expect(app.getByRole('button', { name: /^OpenAI-compatible.*llama · free, on this computer/ })).toBeVisible()
  await expect(app.getByRole('button', { name: 'It costs nothing' })).toBeHidden()
  await expect
    .poll(() => cli(home, ['settings', 'get', 'aiOwnModels']))
    .toMatchObject([{ provider: 'compatible', id: 'llama', inputUsdPerMillion: 0, outputUsdPerMillion: 0 }])
  await app.goto(`${host.origin}/settings/ai/calls`)
  const rows = app.getByRole('list', { name: 'Calls' }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'llama' })).toContainText('no price')
  await expect(rows.filter({ hasText: 'gpt-oss' })).toContainText('US$0.25')
})

test('an address that is none is refused; a preset fills it', async ({ app, host, home }) => {
  await app.goto(`${host.origin}/settings/ai`)
  await app.getByRole('button', { name: /^OpenAI-compatible/ }).click()
  const address = app.getByRole('textbox', { name: 'Address of OpenAI-compatible' })
  await address.fill('not an address')
  await address.press('Enter')
  await expect(app.getByText('This is no web address. Nothing was saved.')).toBeVisible()
  await app.getByRole('button', { name: 'LM Studio' }).click()
  await expect
    .poll(() => cli(home, ['settings', 'get', 'aiBaseUrls']))
    .toEqual({ compatible: 'http://localhost:1234/v1' })
})

test('the budget is set, shows what was spent, and can be switched off', async ({ app, host, home }) => {
  writeCall(home)
  await app.goto(`${host.origin}/settings/ai`)
  await expect(app.getByText('US$0.25 of US$5.00')).toBeVisible()
  await app.getByRole('textbox', { name: 'Monthly budget in US dollars' }).fill('12.5')
  await expect(app.getByText('US$0.25 of US$12.50')).toBeVisible()
  await turn(app.getByRole('switch', { name: 'Monthly budget' }))
  await turn(app.getByRole('switch', { name: 'Forget texts' }))
  await app.reload()
  await expect(app.getByText('US$0.25', { exact: true })).toBeVisible()
  await expect(app.getByRole('switch', { name: 'Monthly budget' })).not.toBeChecked()
  await expect(app.getByRole('switch', { name: 'Forget texts' })).not.toBeChecked()
  expect(await cli(home, ['settings', 'get', 'aiKeepTextsDays'])).toBeNull()
})

test('a budget that was lowered just before leaving is kept, and switching it off right after typing stays off', async ({
  app,
  host,
  home,
}) => {
  await app.goto(`${host.origin}/settings/ai`)
  const figure = app.getByRole('textbox', { name: 'Monthly budget in US dollars' })
  await figure.fill('2')
  // No pointer or focus leaves the field: the view goes away under it.
  await app.locator('a[href$="/settings/keys"]').first().dispatchEvent('click')
  await expect(figure).toBeHidden()
  await expect.poll(() => cli(home, ['settings', 'get', 'aiMonthlyBudgetUsd'])).toBe(2)
  await app.goto(`${host.origin}/settings/ai`)
  await figure.fill('3')
  await turn(app.getByRole('switch', { name: 'Monthly budget' }))
  await expect(figure).toBeHidden()
  await expect.poll(() => cli(home, ['settings', 'get', 'aiMonthlyBudgetUsd'])).toBeNull()
})

test('every call with what was sent and what came back, as text', async ({ app, host, home }) => {
  await app.goto(`${host.origin}/settings/ai/calls`)
  await expect(app.getByRole('heading', { name: 'Nothing has been sent yet' })).toBeVisible()
  writeCall(home)
  await app.getByRole('button', { name: /Cover letter · Groq · openai\/gpt-oss-120b.*Stopped by you/ }).click()
  await expect(app.getByText('about 1,500 tokens in, 420 out')).toBeVisible()
  await expect(app.getByRole('textbox', { name: 'What was sent in call 1' })).toHaveValue('The posting and the facts.')
  await expect(app.getByRole('textbox', { name: 'What came back in call 1' })).toHaveValue('Dear hiring team, <b>I</b>')
})

test('what one window does, the other one shows: calls and prompts', async ({ app, host }) => {
  test.skip(process.platform !== 'linux', 'keys are set only where no keychain of a person is reached')
  const other = await app.context().newPage()
  await other.goto(`${host.origin}/settings/ai`)
  await expect(other.getByText(/^0 calls,/)).toBeVisible()
  await app.goto(`${host.origin}/settings/keys`)
  const group = app.getByRole('group', { name: 'Groq API key' })
  await group.getByLabel('Groq API key', { exact: true }).fill(KEY)
  await group.getByRole('button', { name: 'Save' }).click()
  await expect(group.getByText('Set', { exact: true })).toBeVisible()
  await expect(other.getByRole('button', { name: /^Groq.*Ready/ })).toBeVisible()
  await app.goto(`${host.origin}/settings/ai`)
  await app.getByRole('button', { name: /^Groq/ }).click()
  await app.getByRole('button', { name: 'Test Groq' }).click()
  await expect(app.getByText(/It works\. Groq answers/)).toBeVisible()
  await expect(other.getByText(/^1 call,/)).toBeVisible()
  await other.goto(`${host.origin}/settings/ai/prompts`)
  const name = 'Prompt: Cover letter'
  await expect(other.getByRole('textbox', { name })).toHaveValue(/You write a cover letter/)
  await app.goto(`${host.origin}/settings/ai/prompts`)
  await app.getByRole('textbox', { name }).fill('{{facts}} {{posting}} {{options}} Short.')
  await app.getByRole('button', { name: 'Save the prompt: Cover letter' }).click()
  await expect(other.getByRole('textbox', { name })).toHaveValue('{{facts}} {{posting}} {{options}} Short.')
  await other.getByRole('textbox', { name }).fill('{{facts}} {{posting}} {{options}} Mine.')
  await app.getByRole('textbox', { name }).fill('{{facts}} {{posting}} {{options}} Shorter.')
  await app.getByRole('button', { name: 'Save the prompt: Cover letter' }).click()
  await expect(other.getByText('Another text is in use by now.')).toBeVisible()
  await expect(other.getByRole('textbox', { name })).toHaveValue('{{facts}} {{posting}} {{options}} Mine.')
  await other.getByRole('region', { name: 'Cover letter' }).getByRole('button', { name: 'Discard changes' }).click()
  await expect(other.getByRole('textbox', { name })).toHaveValue('{{facts}} {{posting}} {{options}} Shorter.')
})

test('a prompt is changed, refused with what it lacks, saved as a version and put back', async ({ app, host }) => {
  await app.goto(`${host.origin}/settings/ai/prompts`)
  const section = app.getByRole('region', { name: 'Cover letter' })
  const text = section.getByRole('textbox', { name: 'Prompt: Cover letter' })
  await expect(text).toHaveValue(/\{\{facts\}\}/)
  await text.fill('Write to {{posting}} with {{magic}}.')
  await section.getByRole('button', { name: 'Save the prompt: Cover letter' }).click()
  await expect(section.getByRole('alert')).toHaveText(
    'It lacks {{facts}} and {{options}}. There is no place {{magic}}. Nothing was saved.',
  )
  await text.fill('{{facts}} {{posting}} {{options}} Short.')
  await section.getByRole('button', { name: 'Save the prompt: Cover letter' }).click()
  await expect(section.getByRole('alert')).toBeHidden()
  const version = section.getByRole('combobox', { name: 'Version of the prompt: Cover letter' })
  await expect(version).toHaveValue(/^Version 1/)
  await app.reload()
  await expect(text).toHaveValue('{{facts}} {{posting}} {{options}} Short.')
  await version.click()
  await app.getByRole('option', { name: 'Bundled text' }).click()
  await expect(text).toHaveValue(/You write a cover letter/)
  await text.fill('{{facts}} {{posting}} {{options}} Long work, unsaved.')
  await version.click()
  await app.getByRole('option', { name: /^Version 1/ }).click()
  await expect(text).toHaveValue('{{facts}} {{posting}} {{options}} Short.')
  await app.getByRole('button', { name: 'Put it back' }).click()
  await expect(text).toHaveValue('{{facts}} {{posting}} {{options}} Long work, unsaved.')
  await expect(section.getByText('Another text is in use by now.')).toBeHidden()
})

test('who types on while a prompt is saved is told of no other text, and loses nothing', async ({ app, host }) => {
  await app.goto(`${host.origin}/settings/ai/prompts`)
  const section = app.getByRole('region', { name: 'Cover letter' })
  const text = section.getByRole('textbox', { name: 'Prompt: Cover letter' })
  await text.fill('{{facts}} {{posting}} {{options}} Short.')
  await app.route(/savePrompt/, async (route) => {
    const answer = await route.fetch()
    await expect(text).toHaveValue(/And more\.$/)
    await route.fulfill({ response: answer })
  })
  await section.getByRole('button', { name: 'Save the prompt: Cover letter' }).click()
  await text.fill('{{facts}} {{posting}} {{options}} Short. And more.')
  await expect(section.getByRole('combobox', { name: 'Version of the prompt: Cover letter' })).toHaveValue(/^Version 1/)
  await expect(section.getByText('Another text is in use by now.')).toBeHidden()
  await expect(text).toHaveValue('{{facts}} {{posting}} {{options}} Short. And more.')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('nobody is kept out, and nothing is cut at 800 pixels', async ({ app, host, home }) => {
      test.setTimeout(120_000)
      writeCall(home)
      await app.goto(`${host.origin}/settings/ai`)
      await app.getByRole('button', { name: /^Groq/ }).click()
      await app.getByRole('button', { name: /^OpenAI-compatible/ }).click()
      await expect(app.getByText('US$0.25 of US$5.00')).toBeVisible()
      await expectAccessible(app, 'models')
      await app.goto(`${host.origin}/settings/ai/calls`)
      await app.getByRole('button', { name: /Cover letter/ }).click()
      await expect(app.getByRole('textbox', { name: 'What came back in call 1' })).toBeVisible()
      await expectAccessible(app, 'calls')
      await app.goto(`${host.origin}/settings/ai/prompts`)
      await expect(app.getByRole('textbox', { name: 'Prompt: Résumé' })).toBeVisible()
      await expectAccessible(app, 'prompts')
      await app.setViewportSize({ width: 800, height: 700 })
      for (const path of ['', '/calls', '/prompts']) {
        await app.goto(`${host.origin}/settings/ai${path}`)
        await expect(app.getByRole('link', { name: 'AI', exact: true })).toBeVisible()
        const wider: unknown = await app.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        expect(wider).toBe(0)
      }
    })
  })
}
