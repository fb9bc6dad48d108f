import { IMPORT_MAX_CHARS } from '#shared/application-transfer.ts'
import { formatBytes } from '../../../../ui/format.ts'
import { decodeText, lineCount, type DecodedText } from './decode-text.ts'

/** No text of the size that is taken has more bytes in the encodings that are common. */
const MOST_BYTES = IMPORT_MAX_CHARS

/** A file that was read as text; nothing is known of its rows yet. */
export interface ChosenFile {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly lines: number
  readonly encoding: DecodedText['encoding']
}

/** Why a file was not even read. */
export interface Refusal {
  readonly title: string
  readonly message: string
}

export type Choice = { readonly file: ChosenFile } | { readonly refusal: Refusal }

/** Reads a file as text, unless it is too large. `onProgress` gets the share that is read, from 0 to 1. Never throws. */
export async function chooseFile(file: File, onProgress: (share: number) => void): Promise<Choice> {
  if (file.size > MOST_BYTES) return { refusal: tooLarge(file.name, file.size) }
  const bytes = await readBytes(file, onProgress)
  if (bytes === null) {
    return {
      refusal: { title: 'The file cannot be read', message: 'It may have been moved or locked. Choose it again.' },
    }
  }
  const { text, encoding } = decodeText(bytes)
  return { file: { id: crypto.randomUUID(), name: file.name, text, encoding, lines: lineCount(text) } }
}

/** A table that was pasted. Pure but for its id. */
export function choosePasted(text: string): Choice {
  if (text.length > IMPORT_MAX_CHARS) return { refusal: tooLarge('What you pasted', text.length) }
  return { file: { id: crypto.randomUUID(), name: 'Pasted table', text, encoding: 'UTF-8', lines: lineCount(text) } }
}

function tooLarge(name: string, sizeBytes: number): Refusal {
  return {
    title: `${name} is too large`,
    message: `It has ${formatBytes(sizeBytes)}; ${formatBytes(MOST_BYTES)} can be read at once. Split it into several files, each with the header on top.`,
  }
}

function readBytes(file: File, onProgress: (share: number) => void): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    reader.addEventListener('error', () => resolve(null))
    reader.addEventListener('load', () => {
      const { result } = reader
      resolve(result instanceof ArrayBuffer ? new Uint8Array(result) : null)
    })
    reader.readAsArrayBuffer(file)
  })
}
