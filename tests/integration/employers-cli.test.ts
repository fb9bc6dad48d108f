import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { BOARD_KINDS, employerSchema, recognisedBoardSchema } from '#shared/employers.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'
import { fakesFor } from '../support/read-source.ts'

describe('employers on the command line', () => {
  test('are listed, added, switched and removed', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    const run = (...args: string[]) => runCliProcess(['employers', ...args], env)
    const before = await run('list')
    expect(before).toMatchObject({ code: 0, stderr: '' })
    expect(before.stdout).toMatch(/^board +switch +state +postings +country +name\n/)
    expect(before.stdout).toMatch(/\n(\d+) employers, \1 switched on\.\n$/)
    expect(await run('add', 'https://jobs.eu.lever.co/acme-robotics/')).toEqual({
      code: 0,
      stdout: 'Acme Robotics (lever/acme-robotics) is on the list, switched on.\n',
      stderr: '',
    })
    expect((await run('off', 'Lever/Acme-Robotics')).stdout).toBe(
      'Acme Robotics (lever/acme-robotics) is switched off.\n',
    )
    const on = await run('on', 'lever/acme-robotics', '--json')
    expect(z.array(employerSchema).parse(JSON.parse(on.stdout))).toMatchObject([
      { variant: 'eu', isOn: true, origin: 'user' },
    ])
    const listed = z.array(employerSchema).parse(JSON.parse((await run('list', '--json')).stdout))
    const starter = listed.find(({ origin }) => origin === 'starter')
    expect((await run('remove', 'lever/acme-robotics')).stdout).toBe('lever/acme-robotics is off the list.\n')
    expect((await run('remove', `${starter?.kind}/${starter?.slug}`)).stdout).toContain(
      'stays on the list, switched off',
    )
  })

  test('are switched off and on all at once', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    const run = (...args: string[]) => runCliProcess(['employers', ...args], env)
    const off = await run('off', '--all')
    expect(off).toMatchObject({ code: 0, stdout: expect.stringMatching(/^All \d+ employers are switched off\.\n$/) })
    expect((await run('list')).stdout).toMatch(/ employers, 0 switched on\.\n$/)
    const on = z.array(employerSchema).parse(JSON.parse((await run('on', '--all', '--json')).stdout))
    expect(on.every(({ isOn }) => isOn)).toBe(true)
    expect(off.stdout).toContain(` ${on.length} `)
  })

  test('are recognised by name, and what was tried is told when none is', async () => {
    const { urls } = await fakesFor()
    const baseUrls = BOARD_KINDS.flatMap((kind) => ['--base-url', `${kind}=${urls[kind]}`])
    const run = (...args: string[]) => runCliProcess([...baseUrls, '--home', tempDir(), 'employers', ...args])
    const found = await run('recognise', 'Kranich', '--json')
    expect(z.array(recognisedBoardSchema).parse(JSON.parse(found.stdout))).toHaveLength(BOARD_KINDS.length)
    const none = await run('recognise', 'Nobody Heard Of It')
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toMatch(
      /^No job board was recognised there\.\n( {2}[a-z]+\/[a-z-]+: no board answers to this name\n)+$/,
    )
  })

  test.each([
    ['a board without a kind', ['off', 'acme'], /write it as kind\/name/],
    ['a kind that is none', ['on', 'workday/acme'], /Kinds are greenhouse, lever/],
    ['one that is not on the list', ['remove', 'lever/no-such-board'], /no employer called "lever\/no-such-board"/],
    ['a text of one letter', ['recognise', 'x'], /text: /],
    ['nothing', ['add'], /missing required argument/],
    ['no board to switch', ['off'], /Name boards, as lever\/acme, or say --all/],
    ['a board beside all of them', ['off', '--all', 'lever/acme'], /Name boards, as lever\/acme, or say --all/],
  ])('%s is wrong use', async (_name, args, message) => {
    const result = await runCliProcess(['--home', tempDir(), 'employers', ...args])
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
  })
})
