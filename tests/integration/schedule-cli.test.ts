import { describe, expect, test } from 'vitest'
import { PAUSED_FOR_GOOD, scheduleSchema } from '#shared/schedule.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

describe('the schedule on the command line', () => {
  test('is shown, paused and resumed', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    const shown = await runCliProcess(['schedule', 'show'], env)
    expect(shown).toMatchObject({ code: 0, stderr: '' })
    expect(shown.stdout).toMatch(/^On the hour, every 6 hours \(0 \*\/6 \* \* \*, UTC\)\nOn\.\nNext .*, \d\d:00 UTC\n/)
    const paused = await runCliProcess(['schedule', 'pause', '--json'], env)
    expect(scheduleSchema.parse(JSON.parse(paused.stdout)).pausedUntil).toBe(PAUSED_FOR_GOOD)
    expect((await runCliProcess(['schedule', 'show'], env)).stdout).toMatch(/\nPaused until it is resumed\.\nNext /)
    const until = await runCliProcess(['schedule', 'pause', '--until', '2999-01-01T12:00Z'], env)
    expect(until.stdout).toMatch(/\nPaused until .* Jan 2999, 12:00 UTC\.\n/)
    const resumed = await runCliProcess(['schedule', 'resume', '--json'], env)
    expect(scheduleSchema.parse(JSON.parse(resumed.stdout))).toMatchObject({ pausedUntil: null, isOn: true })
    expect((await runCliProcess(['schedule', 'pause', '--hours', '2'], env)).stdout).toMatch(
      /\nPaused until .* UTC\.\n/,
    )
    await runCliProcess(['settings', 'set', 'isScheduleOn', 'false'], env)
    expect((await runCliProcess(['schedule', 'show'], env)).stdout).toMatch(/\nOff: nothing starts by itself\.\n/)
  })

  test('a line is tried before it is saved, and refused with its reason', async () => {
    const home = ['--home', tempDir()]
    const good = await runCliProcess([...home, 'schedule', 'preview', '30 8 * * 1-5', '--zone', 'Europe/Berlin'])
    expect(good).toMatchObject({ code: 0, stderr: '' })
    expect(good.stdout).toMatch(
      /^At 08:30, Monday through Friday \(30 8 \* \* 1-5, Europe\/Berlin\)\n(.*, 08:30 (CET|GMT\+[12])\n){5}$/,
    )
    const often = await runCliProcess([...home, 'schedule', 'preview', '*/5 * * * *'])
    expect(often).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/too often.*\n$/) })
    const asJson = await runCliProcess([...home, 'schedule', 'preview', '*/5 * * * *', '--json'])
    expect(asJson.code).toBe(2)
    expect(scheduleSchema.parse(JSON.parse(asJson.stdout)).problem).toMatch(/too often/)
    const saved = await runCliProcess([...home, 'settings', 'set', 'scheduleCron', '"61 * * * *"'])
    expect(saved).toMatchObject({ code: 2, stderr: expect.stringMatching(/scheduleCron: The minute cannot be "61"/) })
  })

  test.each<[string, string[], RegExp]>([
    ['a time that is none', ['pause', '--until', 'tomorrow'], /date and time, as 2026-03-02T18:00Z/],
    ['a time that is over', ['pause', '--until', '2020-01-01T00:00Z'], /That time is over/],
    ['hours that are none', ['pause', '--hours', 'many'], /must be a number/],
    ['two ends', ['pause', '--hours', '2', '--until', '2999-01-01T00:00Z'], /cannot be used with/],
    ['no line', ['preview'], /missing required argument/],
    ['a zone that is none', ['preview', '0 6 * * *', '--zone', 'Mars/Phobos'], /no time zone "Mars\/Phobos"/],
  ])('%s is wrong use', async (_name, args, message) => {
    const result = await runCliProcess(['--home', tempDir(), 'schedule', ...args])
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
  })
})
