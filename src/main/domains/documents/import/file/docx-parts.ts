import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT = 65_535
const MAX_ENTRIES = 2_000
/** A résumé's text is far below; what is above takes seconds to read. */
const MAX_XML_BYTES = 3 * 1024 * 1024
const MAX_ALL_BYTES = 60 * 1024 * 1024
/** Of these and their properties. */
const MAX_PARAGRAPHS = 10_000
const STORED = 0
const DEFLATED = 8

/** Why a file of parts is not read. */
export class PartsProblem extends Error {
  override readonly name = 'PartsProblem'
  readonly kind: 'broken' | 'too_large' | 'locked'

  constructor(kind: PartsProblem['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly at: number
  readonly packed: number
  readonly size: number
}

/** The parts of a DOCX that hold text, by name. What the file says of its sizes is checked before anything is unpacked, and each part
 *  again while it is: a part that grows beyond what it said is refused. Throws PartsProblem. */
export async function docxParts(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const entries = entriesOf(bytes)
  const all = entries.reduce((sum, { size }) => sum + size, 0)
  const isLarge = entries.some(({ name, size }) => isXml(name) && size > MAX_XML_BYTES)
  if (isLarge || all > MAX_ALL_BYTES) {
    throw new PartsProblem('too_large', 'The file unpacks to far more than a résumé holds.')
  }
  const parts = new Map<string, Buffer>()
  for (const entry of entries) {
    if (parts.has(entry.name)) throw new PartsProblem('broken', 'The file has a part twice.')
    parts.set(entry.name, await unpack(bytes, entry))
  }
  if (countOf(parts.get('word/document.xml'), '<w:p') > MAX_PARAGRAPHS)
    throw new PartsProblem('too_large', 'The file has far more paragraphs than a résumé.')
  return parts
}

function countOf(part: Buffer | undefined, sign: string): number {
  let count = 0
  for (let at = part?.indexOf(sign) ?? -1; at !== -1 && count <= MAX_PARAGRAPHS; at = part?.indexOf(sign, at + 1) ?? -1)
    count += 1
  return count
}

const isXml = (name: string) => /\.(?:xml|rels)$/iu.test(name)

function entriesOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes)
  if (end === -1) throw new PartsProblem('broken', 'The list of its parts is missing.')
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new PartsProblem('too_large', 'The file has far more parts than a résumé.')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw new PartsProblem('broken', 'The list of its parts is cut off.')
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new PartsProblem('locked', 'Its parts have a password.')
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(bytes: Buffer): number {
  const last = bytes.length - END_BYTES
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) if (bytes.readUInt32LE(at) === END) return at
  return -1
}

async function unpack(bytes: Buffer, { name, method, at, packed, size }: Entry): Promise<Buffer> {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
    throw new PartsProblem('broken', `The part ${name} is missing.`)
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (from + packed > bytes.length) throw new PartsProblem('broken', `The part ${name} is cut off.`)
  const data = bytes.subarray(from, from + packed)
  if (method === STORED && packed === size) return data
  if (method !== DEFLATED) throw new PartsProblem('broken', `The part ${name} is packed in an unknown way.`)
  const unpacked = await inflate(data, { maxOutputLength: Math.max(size, 1) }).catch((error: unknown) => {
    const isMore = error instanceof RangeError
    throw new PartsProblem(isMore ? 'too_large' : 'broken', `The part ${name} cannot be unpacked.`)
  })
  if (unpacked.length !== size) throw new PartsProblem('broken', `The part ${name} is not as long as the file says.`)
  return unpacked
}
