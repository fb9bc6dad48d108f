import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import { burnFuses, wrongFuses } from '../../build/after-pack.ts'
import { FUSES } from '../../build/fuses.ts'
import { tempDir } from '../support/profile.ts'
import { fusedProgram } from './electron-stub.ts'

function programWith(content: Buffer): string {
  const path = join(tempDir(), 'program')
  writeFileSync(path, content)
  return path
}

test('what would turn the program into another one is off, what ties it to its archive is on', () => {
  expect(FUSES).toMatchObject({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    strictlyRequireAllFuses: true,
  })
})

test('a program as delivered has wrong fuses; burnt, it has none, and nothing else in it changed', async () => {
  const program = programWith(fusedProgram())
  expect(await wrongFuses(program)).toContain('RunAsNode')
  expect(await burnFuses(program, 'linux')).toBe('fuses set and read back')
  expect(await wrongFuses(program)).toEqual([])
  const [before, after] = [fusedProgram(), readFileSync(program)]
  expect(after.length).toBe(before.length)
  expect(after.subarray(-11).toString()).toBe(' stub after')
})

test('a small stand-in without fuses is skipped with a word', async () => {
  expect(await burnFuses(programWith(Buffer.from('stub')), 'linux')).toMatch(/^fuses skipped: .* is a stub/)
})

test('a program of real size without fuses stops the packaging', async () => {
  await expect(burnFuses(programWith(Buffer.alloc(2_000_000)), 'linux')).rejects.toThrow('must not be shipped')
})
