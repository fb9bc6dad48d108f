import { CAREER_MAX_JSON_CHARS } from '#shared/career.ts'
import { RESUME_FILE_MAX_BYTES } from '#shared/resume-import.ts'
import { formatBytes } from '../../../ui/format.ts'

/** A file that was chosen: a JSON Resume as its text, anything else as its bytes. */
export type ChosenFile =
  | { readonly kind: 'json'; readonly name: string; readonly text: string }
  | { readonly kind: 'resume'; readonly name: string; readonly base64: string }

/** Why a file is not read, and what to do. */
export interface Refusal {
  readonly title: string
  readonly message: string
}

export type Choice = { readonly file: ChosenFile } | { readonly refusal: Refusal }

const FIRST_BYTES = 64

/** Reads a file, unless it is too large. Never throws. */
export async function readChosen(file: File): Promise<Choice> {
  if (file.size > RESUME_FILE_MAX_BYTES) return { refusal: tooLarge(file, RESUME_FILE_MAX_BYTES) }
  try {
    if (!(await isJson(file))) return { file: { kind: 'resume', name: file.name, base64: await base64Of(file) } }
    if (file.size > 4 * CAREER_MAX_JSON_CHARS) return { refusal: tooLarge(file, CAREER_MAX_JSON_CHARS) }
    return { file: { kind: 'json', name: file.name, text: await file.text() } }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return {
      refusal: {
        title: `${file.name} cannot be read`,
        message: 'It may have been moved, or another program holds it. Choose it again.',
      },
    }
  }
}

async function isJson(file: File): Promise<boolean> {
  if (/\.json$/i.test(file.name)) return true
  return /^\uFEFF?\s*\{/.test(await file.slice(0, FIRST_BYTES).text())
}

function tooLarge(file: File, mostBytes: number): Refusal {
  return {
    title: `${file.name} is too large`,
    message: `It has ${formatBytes(file.size)}; ${formatBytes(mostBytes)} is the most. Choose the résumé alone, without scans or portfolio.`,
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('error', () => reject(reader.error ?? new DOMException('The file cannot be read')))
    reader.addEventListener('load', () => {
      const { result } = reader
      resolve(typeof result === 'string' ? (result.split(',', 2)[1] ?? '') : '')
    })
    reader.readAsDataURL(file)
  })
}
