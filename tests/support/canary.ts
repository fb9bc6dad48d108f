import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'

/** A value that occurs nowhere by itself, for a key of this name. */
export function canaryOf(name: string): string {
  return `Zq7x${name.replaceAll('_', '').toLowerCase()}Kw93`
}

/** The forms in which a value may hide: as it is, in UTF-16, in hexadecimal, and in base64 at any of its three alignments, so also
 *  inside an Authorization header. */
function formsOf(canary: string): Buffer[] {
  const plain = Buffer.from(canary)
  const encoded = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), plain])
      .toString('base64')
      .replace(/=+$/, '')
    // Letters at both ends depend on what stands beside the value.
    return Buffer.from(text.slice(Math.ceil((shift * 4) / 3), -1))
  })
  return [plain, Buffer.from(canary, 'utf16le'), Buffer.from(plain.toString('hex')), ...encoded]
}

export function holds(content: Buffer | string, canary: string): boolean {
  const bytes = Buffer.from(content)
  return formsOf(canary).some((form) => bytes.includes(form))
}

/** The files below a folder that hold one of the canaries, as "file: canary". */
export function filesWith(dir: string, canaries: readonly string[]): string[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const content = readFileSync(path)
    return canaries.filter((canary) => holds(content, canary)).map((canary) => `${path}: ${canary}`)
  })
}

/** Everything of a value that a person or a log could get to see, with an error's causes and hidden properties. */
export function allOf(value: unknown): string {
  return inspect(value, {
    depth: 12,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
    breakLength: Infinity,
  })
}
