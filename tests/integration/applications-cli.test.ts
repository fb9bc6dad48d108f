import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { applicationCardSchema, applicationDetailSchema } from '#shared/applications.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

const listSchema = z.object({ total: z.number(), rows: z.array(applicationCardSchema) })

describe('applications on the command line', () => {
  test('one is added, moved and shown, and a second at the same employer is told', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    const run = (...args: string[]) => runCliProcess(['applications', ...args], env)
    expect(await run('list')).toEqual({ code: 0, stdout: 'No application.\n', stderr: '' })
    const flags = [
      '--title',
      'Data Engineer',
      '--company',
      'Havelwerk GmbH',
      '--stage',
      'applied',
      '--applied',
      '2026-03-02',
    ]
    expect(await run('add', ...flags)).toEqual({
      code: 0,
      stdout: 'Added: 1, Data Engineer at Havelwerk GmbH (applied).\n',
      stderr: '',
    })
    expect((await run('add', '--title', 'Nurse', '--company', 'HAVELWERK')).stdout).toBe(
      'Added: 2, Nurse at HAVELWERK (saved).\nThere is one at the same employer: 1, Data Engineer at Havelwerk GmbH (applied).\n',
    )
    expect((await run('move', '1', 'interviewing')).stdout).toBe('Data Engineer at Havelwerk GmbH: interviewing.\n')
    const listed = listSchema.parse(JSON.parse((await run('list', '--stage', 'interviewing', '--json')).stdout))
    expect(listed.rows.map(({ id, stage, appliedAt }) => [id, stage, appliedAt])).toEqual([
      [1, 'interviewing', Date.parse('2026-03-02')],
    ])
    const shown = applicationDetailSchema.parse(JSON.parse((await run('show', '1', '--json')).stdout))
    expect(shown.timeline.map(({ data }) => data.type)).toEqual(['moved', 'created'])
    expect((await run('show', '1')).stdout).toMatch(
      /^Data Engineer at Havelwerk GmbH\ninterviewing since \S+, applied 2026-03-02\n/,
    )
  }, 180_000)

  test('a move that is not allowed says where it may go; what is not there, or no stage, is wrong use', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    const run = (...args: string[]) => runCliProcess(['applications', ...args], env)
    await run('add', '--title', 'Nurse', '--company', 'Kestrel')
    expect(await run('move', '1', 'accepted')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'It is saved, and may go to applied, interviewing, offered, withdrawn.\n',
    })
    expect(await run('move', '7', 'applied')).toMatchObject({
      code: 2,
      stderr: 'There is no application called "7".\n',
    })
    expect(await run('move', '1', 'hired')).toMatchObject({ code: 2, stdout: '' })
    expect(await run('add', '--title', 'Nurse')).toMatchObject({ code: 2, stdout: '' })
    expect(await run('add', '--job', '7')).toMatchObject({ code: 2, stderr: 'There is no job called "7".\n' })
  }, 180_000)
})
