import iconv from 'iconv-lite'

/** How far into a document its own charset declaration is looked for; HTML requires it within the first 1,024 bytes. */
const PROLOG_BYTES = 2048

/** The text of a body. A byte order mark is believed first, then the Content-Type, then an XML prolog or an HTML meta tag, then
 *  UTF-8. Two corrections for servers that name the wrong charset: Latin-1 by name whose bytes are flawless UTF-8 beyond ASCII is
 *  UTF-8, and undeclared bytes with more faults than good sequences are windows-1252. Bytes that mean nothing become U+FFFD; a
 *  byte order mark is not part of the text. Never throws. Pure. */
export function decodeText(body: Uint8Array, contentType: string | undefined): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const marked = markedCharset(bytes)
  if (marked !== null) return decodeAs(bytes, marked)
  const declared = knownCharset(charsetParameter(contentType)) ?? knownCharset(charsetInside(bytes))
  if (declared === null) return decodeUndeclared(bytes)
  if (declared === 'windows-1252') return flawlessUtf8(bytes) ?? decodeAs(bytes, declared)
  return decodeAs(bytes, declared)
}

/** The charset parameter of a Content-Type value, lower case; null if there is none. */
function charsetParameter(contentType: string | undefined): string | null {
  return /;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null
}

function markedCharset(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function charsetInside(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, PROLOG_BYTES)
  const prolog = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/i.exec(start)
  const found = prolog ?? /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(start)
  const label = found?.[1]?.toLowerCase() ?? null
  // A declaration that can be read as ASCII cannot be in UTF-16 (HTML Standard, "prescan a byte stream").
  return label?.startsWith('utf-16') === true ? 'utf-8' : label
}

/** The web's canonical name for a label (Latin-1 and ASCII are windows-1252, for one); null for what is no text encoding. */
function knownCharset(label: string | null): string | null {
  if (label === null) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    // An unknown label is as good as none.
    return null
  }
}

function decodeAs(bytes: Buffer, charset: string): string {
  // iconv-lite first: Node's own decoder took windows-1252 for Latin-1 in several releases.
  if (charset !== 'utf-8' && iconv.encodingExists(charset)) return iconv.decode(bytes, charset)
  return new TextDecoder(charset).decode(bytes)
}

function flawlessUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: exactly the question that was asked.
    return null
  }
}

function decodeUndeclared(bytes: Buffer): string {
  const text = new TextDecoder().decode(bytes)
  const faults = text.match(/\uFFFD/g)?.length ?? 0
  if (faults === 0) return text
  const goodSequences = (text.match(/\P{ASCII}/gu)?.length ?? 0) - faults
  return faults > goodSequences ? decodeAs(bytes, 'windows-1252') : text
}
