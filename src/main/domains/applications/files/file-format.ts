/** A format that belongs to an application. The first ending is the usual one. */
export interface FileFormat {
  readonly mediaType: string
  readonly endings: readonly string[]
}

export const MARKDOWN: FileFormat = { mediaType: 'text/markdown', endings: ['md', 'markdown'] }
export const PLAIN_TEXT: FileFormat = { mediaType: 'text/plain', endings: ['txt', 'text'] }

const FORMATS: readonly FileFormat[] = [
  { mediaType: 'application/pdf', endings: ['pdf'] },
  { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  { mediaType: 'application/rtf', endings: ['rtf'] },
  { mediaType: 'image/png', endings: ['png'] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { mediaType: 'image/webp', endings: ['webp'] },
  PLAIN_TEXT,
  MARKDOWN,
]

/** Null for a format that is not taken. */
export function formatOfType(mediaType: string): FileFormat | null {
  return FORMATS.find((format) => format.mediaType === mediaType) ?? null
}

/** The format that an ending promises ("pdf"); null when no format that is taken has it. */
export function formatNamed(ending: string): FileFormat | null {
  return FORMATS.find(({ endings }) => endings.includes(ending)) ?? null
}
