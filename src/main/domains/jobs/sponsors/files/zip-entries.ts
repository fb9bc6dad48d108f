import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { FileProblem } from './register-refusal.ts'

const inflate = promisify(inflateRaw)

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const DIRECTORY_BYTES = 46
const LOCAL_BYTES = 30
/** The end may be followed by a comment of so many bytes. */
const MAX_COMMENT_BYTES = 65_535
const MAX_ENTRIES = 1_000

interface Entry {
  readonly method: number
  readonly isEncrypted: boolean
  readonly packedBytes: number
  readonly offset: number
}

export interface ZipEntries {
  readonly names: readonly string[]
  /** The content of an entry; null when there is none of this name. Never unpacks more than `maxBytes`. Throws FileProblem. */
  readonly read: (name: string, maxBytes: number) => Promise<Buffer | null>
}

/** What a ZIP archive lists (APPNOTE.TXT 4.3, without ZIP64). What an entry claims to unpack to is believed by nobody. Throws
 *  FileProblem for what is no archive. */
export function zipEntries(bytes: Uint8Array): ZipEntries {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directoryOf(file)
  return {
    names: [...entries.keys()],
    read: async (name, maxBytes) => {
      const entry = entries.get(name)
      return entry === undefined ? null : unpack(packed(file, entry), { entry, maxBytes })
    },
  }
}

function directoryOf(file: Buffer): Map<string, Entry> {
  const end = endOf(file)
  const count = file.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw broken()
  const entries = new Map<string, Entry>()
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_BYTES > file.length || file.readUInt32LE(at) !== DIRECTORY) throw broken()
    const nameBytes = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameBytes)
    entries.set(name, {
      method: file.readUInt16LE(at + 10),
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    })
    at += DIRECTORY_BYTES + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = file.length - END_BYTES; at >= first; at -= 1) if (file.readUInt32LE(at) === END) return at
  throw broken()
}

function packed(file: Buffer, entry: Entry): Buffer {
  const { offset, packedBytes } = entry
  if (entry.isEncrypted) throw new FileProblem('locked', 'The file has a password. Save it without one.')
  if (offset + LOCAL_BYTES > file.length || file.readUInt32LE(offset) !== LOCAL) throw broken()
  const start = offset + LOCAL_BYTES + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + packedBytes > file.length) throw broken()
  return file.subarray(start, start + packedBytes)
}

async function unpack(content: Buffer, how: { entry: Entry; maxBytes: number }): Promise<Buffer> {
  const { entry, maxBytes } = how
  if (entry.method === 0) {
    if (content.length > maxBytes) throw tooLarge(maxBytes)
    return content
  }
  if (entry.method !== 8) throw broken()
  try {
    return await inflate(content, { maxOutputLength: maxBytes })
  } catch (error) {
    const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooMuch ? tooLarge(maxBytes) : broken(error)
  }
}

function broken(cause?: unknown): FileProblem {
  return new FileProblem('unreadable', 'The spreadsheet is broken. Download it again.', { cause })
}

function tooLarge(maxBytes: number): FileProblem {
  return new FileProblem('too_large', `The spreadsheet unpacks to more than ${Math.round(maxBytes / 1_000_000)} MB.`)
}
