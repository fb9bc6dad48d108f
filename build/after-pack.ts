import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flipFuses, FuseState, FuseV1Options, getCurrentFuseWire, pathToFuseFile } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { FUSE_SENTINEL, FUSES } from './fuses.ts'

/** No real Electron is this small; the stand-in of our own packaging test is. */
const STUB_UNTIL_BYTES = 1_000_000

/** Sets the fuses of the packaged program before it is signed. */
export async function afterPack({ electronPlatformName, appOutDir, packager }: AfterPackContext): Promise<void> {
  const program = join(appOutDir, programName({ platform: electronPlatformName, names: packager }))
  process.stdout.write(`  • ${await burnFuses(program, electronPlatformName)}\n`)
}

/** Sets the fuses of a program and reads them back; answers with what was done. Throws when they do not hold. */
export async function burnFuses(program: string, platform: string): Promise<string> {
  const content = readFileSync(pathToFuseFile(program))
  if (!content.includes(FUSE_SENTINEL)) {
    if (content.length >= STUB_UNTIL_BYTES) throw new Error(`${program} has no fuses: it must not be shipped`)
    return `fuses skipped: ${program} is a stub, not Electron`
  }
  await flipFuses(program, { ...FUSES, resetAdHocDarwinSignature: platform === 'darwin' })
  const wrong = await wrongFuses(program)
  if (wrong.length > 0) throw new Error(`${program} kept other fuses than it was given: ${wrong.join(', ')}`)
  return 'fuses set and read back'
}

/** Names of the fuses of a program that are not what the table says. */
export async function wrongFuses(program: string): Promise<string[]> {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) }
  return Object.entries(FUSES)
    .filter(([fuse, isOn]) => /^\d+$/.test(fuse) && wire[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([fuse]) => FuseV1Options[Number(fuse)] ?? fuse)
}

interface ProgramNames {
  readonly appInfo: { readonly productFilename: string }
  readonly executableName?: string
}

function programName({ platform, names }: { platform: string; names: ProgramNames }): string {
  const { productFilename } = names.appInfo
  if (platform === 'darwin') return `${productFilename}.app`
  return platform === 'win32' ? `${productFilename}.exe` : (names.executableName ?? productFilename)
}
