import { describe, expect, test } from 'vitest'
import { briefingSchema } from '#shared/briefings.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

describe('a briefing on the command line', () => {
  test('of a new profile says that there is nothing, in words and as JSON, and keeps nothing', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    const daily = await runCliProcess(['briefing'], env)
    expect(daily).toMatchObject({ code: 0, stderr: '' })
    expect(daily.stdout).toMatch(/^Nothing is due today\nNo interviews, nothing due, and no new matches\.\n/)
    const weekly = await runCliProcess(['briefing', 'weekly'], env)
    expect(weekly).toMatchObject({ code: 0, stderr: '' })
    expect(weekly.stdout).toMatch(/^A quiet week\n/)
    const evening = await runCliProcess(['briefing', 'evening', '--json'], env)
    expect(briefingSchema.parse(JSON.parse(evening.stdout))).toMatchObject({ id: null, slotAt: null, kind: 'evening' })
  })

  test('of another kind is wrong use', async () => {
    const result = await runCliProcess(['--home', tempDir(), 'briefing', 'hourly'])
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/daily, evening, weekly/) })
  })
})
