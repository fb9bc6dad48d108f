import { expect, test } from 'vitest'
import { fakeProvider } from '../support/ai-world.ts'
import { runCliProcess } from '../support/cli.ts'
import { HONEST, writingWorld } from '../support/writing-world.ts'

test('tailor --provider: the model writes, its findings and costs are told, and a failure says why', async () => {
  const fake = await fakeProvider('compatible', {
    answer: JSON.stringify({ ...HONEST, skills: ['Python', 'Terraform'] }),
  })
  const { core, jobIds, profileDir } = await writingWorld([fake])
  await core.stop()
  const tailor = (...args: string[]) =>
    runCliProcess([
      '--home',
      profileDir,
      '--base-url',
      `compatible=${fake.baseUrl}`,
      'tailor',
      '--job',
      String(jobIds[0]),
      ...args,
    ])
  const written = await tailor('--provider', 'compatible', '--json')
  expect(written.stderr).toContain('Asking compatible, the-model.')
  expect(written.code).toBe(0)
  const said = JSON.parse(written.stdout) as { findings: { words: string }[]; costUsd: number; content: unknown }
  expect(said.findings.map(({ words }) => words)).toEqual(['Terraform'])
  expect(said.costUsd).toBeGreaterThan(0)
  expect(JSON.stringify(said.content)).not.toContain('Terraform')
  fake.setMode('refusal')
  const refused = await tailor('--provider', 'compatible')
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/declined to answer/)])
  const unsaid = await tailor()
  expect([unsaid.code, unsaid.stderr]).toEqual([2, expect.stringMatching(/--no-ai.*--provider/)])
})
