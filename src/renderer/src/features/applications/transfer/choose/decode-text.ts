export interface DecodedText {
  readonly text: string
  /** By its name; what the file was read as. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

/** The text of a file: by its mark UTF-16 or UTF-8, else as UTF-8, and what is no valid UTF-8 as old Windows spreadsheets write it. UTF-16
 *  without a mark is told by its NULs. Never throws. Pure. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideLabel(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}

const LOOKED_AT_BYTES = 4096
/** Half of the bytes of Latin letters in UTF-16 are NUL; a table has few others. */
const NUL_SHARE = 0.3

function wideLabel(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, LOOKED_AT_BYTES)
  const nulsAt = (rest: number) => head.reduce((sum, byte, at) => (byte === 0 && at % 2 === rest ? sum + 1 : sum), 0)
  const [even, odd] = [nulsAt(0), nulsAt(1)]
  if (odd > head.length * NUL_SHARE && even === 0) return 'utf-16le'
  return even > head.length * NUL_SHARE && odd === 0 ? 'utf-16be' : null
}

const NEWLINE = 10
const RETURN = 13

/** How many lines a text has, an end of the last one or not; what is shown while they are read. Pure. */
export function lineCount(text: string): number {
  let lines = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === NEWLINE || (code === RETURN && text.charCodeAt(at + 1) !== NEWLINE)) lines += 1
  }
  const last = text.charCodeAt(text.length - 1)
  return text === '' || last === NEWLINE || last === RETURN ? lines : lines + 1
}
