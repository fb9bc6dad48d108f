import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { secretsViewSchema } from '#shared/secrets.ts'
import { canaryOf, filesWith } from '../support/canary.ts'
import { type CliResult, feedCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

const NAME = 'THE_MUSE_API_KEY'
const VALUE = canaryOf(NAME)

/** A bus that nobody answers on: keys go to the file of the profile, and no keyring of who runs this is reached. */
const NO_KEYRING = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }

interface Call {
  readonly args: readonly string[]
  readonly home: string
  /** What comes on standard input; it ends at once unless given. */
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

function keys({ args, home, input = '', env = {} }: Call): Promise<CliResult> {
  return feedCliProcess({ args: ['keys', ...args, '--home', home], env: { ...NO_KEYRING, ...env }, input })
}

async function listed(home: string, env: Readonly<Record<string, string>> = {}) {
  const { stdout, code } = await keys({ args: ['list', '--json'], home, env })
  expect(code).toBe(0)
  const view = secretsViewSchema.parse(JSON.parse(stdout))
  return { store: view.store, key: view.secrets.find(({ name }) => name === NAME) }
}

// Elsewhere these would write to the keychain of whoever runs them; there tests/keychain has its own way.
describe.runIf(process.platform === 'linux')('keys on the command line', () => {
  test('one is set from standard input, listed, and removed, and is shown nowhere', async () => {
    const home = tempDir()
    const set = await keys({ args: ['set', NAME], home, input: `  ${VALUE}\n` })
    expect(set).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(`${NAME} is set. `) })
    expect(set.stdout).toMatch(/less safe than a keychain/)
    expect(await listed(home)).toMatchObject({ store: { kind: 'file' }, key: { isSet: true, origin: 'file' } })
    const list = await keys({ args: ['list'], home })
    expect(list.stdout).toMatch(new RegExp(`${NAME}\\s+file\\s+\\d{4}-\\d\\d-\\d\\d`))
    const removed = await keys({ args: ['remove', NAME], home })
    expect(removed).toMatchObject({ code: 0, stdout: `${NAME} is removed.\n` })
    expect((await listed(home)).key).toMatchObject({ isSet: false, origin: null })
    expect([set, list, removed].some(({ stdout, stderr }) => (stdout + stderr).includes(VALUE))).toBe(false)
    expect(filesWith(home, [VALUE])).toEqual([])
  })

  test('one that the environment gives is used, stored nowhere, and said to stay', async () => {
    const home = tempDir()
    const env = { [NAME]: VALUE }
    expect((await listed(home, env)).key).toMatchObject({ isSet: true, origin: 'environment', setAt: null })
    const removed = await keys({ args: ['remove', NAME], home, env })
    expect(removed.stdout).toMatch(/the environment still gives it/)
    expect((await listed(home, { [NAME]: '  ' })).key).toMatchObject({ isSet: false })
    expect(filesWith(home, [VALUE])).toEqual([])
  })

  test('a test of a key that is not set fails, in words', async () => {
    const result = await keys({ args: ['test', NAME], home: tempDir() })
    expect(result).toMatchObject({ code: 1, stdout: `${NAME}: not ok. There is no key yet.\n`, stderr: '' })
  })

  const wrong: [string, string[], string, RegExp][] = [
    ['nothing on standard input', ['set', NAME], '\n', /^No key was given/],
    ['a key as an argument', ['set', NAME, VALUE], '', /^too many arguments/],
    [
      'a name that nothing uses',
      ['set', 'NO_SUCH_KEY'],
      VALUE,
      /^There is no key "NO_SUCH_KEY"; there are .*THE_MUSE_API_KEY/,
    ],
    ['a name that is none', ['remove', 'lower case'], '', /^That does not fit: name: /],
    ['a removal of what nothing uses', ['remove', 'NO_SUCH_KEY'], '', /^There is no secret called "NO_SUCH_KEY"/],
    ['far too much', ['set', NAME], VALUE.repeat(5_000), /^That is too long for a key\./],
    ['more than a key has', ['set', NAME], VALUE.repeat(300), /^That does not fit: value: /],
  ]
  test.each(wrong)('%s is one clear line and exit code 2', async (_name, args, input, message) => {
    const home = tempDir()
    const result = await keys({ args, home, input })
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
    expect(result.stderr).not.toContain(VALUE)
    expect(filesWith(home, [VALUE])).toEqual([])
  })

  test('a damaged file of a key is told beside it, and by whatever needs it, with exit code 1', async () => {
    const home = tempDir()
    await keys({ args: ['set', NAME], home, input: VALUE })
    truncateSync(join(home, 'secrets', `${NAME}.secret`), 5)
    expect((await listed(home)).key).toMatchObject({ isSet: true, lastTest: { isOk: false } })
    const result = await keys({ args: ['test', NAME], home })
    expect(result).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/is damaged.*Set THE_MUSE_API_KEY anew\.\n$/),
    })
  })
})
