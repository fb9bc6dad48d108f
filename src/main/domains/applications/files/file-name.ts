import { type FileFormat, formatNamed } from './file-format.ts'

/** A name has to fit beside a folder's path on every system, and 255 bytes are the most that any takes. */
const MAX_BYTES = 200
/** Signs that turn or hide what is read: marks of direction, spaces of no width. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
/** What Windows keeps for devices, whatever ending follows. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** A name under which the file can be saved on any system: the last part of a path, without signs that cannot stand in a name, and with
 *  the ending that its bytes deserve. "../../etc/CV.exe" that is a PDF → "CV.pdf". Pure. */
export function safeFileName(name: string, format: FileFormat): string {
  const plain = tidy(name)
  const { stem, ending } = split(plain)
  const isRight = format.endings.includes(ending.toLowerCase())
  // What follows the last point is an ending only where some format has it: "Letter v2.1" keeps its 1.
  const kept = isRight || isKnownEnding(ending) ? stem : plain
  const suffix = `.${isRight ? ending : (format.endings[0] ?? '')}`
  const named = kept.replace(/^[. ]+|[. ]+$/g, '')
  const free = RESERVED.test(named.split('.', 1)[0]?.trim() ?? '') ? `_${named}` : named
  return `${cut(free === '' ? 'file' : free, MAX_BYTES - suffix.length)}${suffix}`
}

/** The ending that a name shows, in lower case without its point; "" when it has none. Pure. */
export function endingOf(name: string): string {
  return split(tidy(name)).ending.toLowerCase()
}

function tidy(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? ''
  return (
    last
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(UNSEEN, '')
      .replaceAll(/\p{Cc}/gu, ' ')
      .replaceAll(/[<>:"|?*\ufffd]/g, '_')
      .replaceAll(/\s+/g, ' ')
      // Windows drops points and spaces at the end; in front, a point hides the file.
      .replace(/^[. ]+|[. ]+$/g, '')
  )
}

function split(name: string): { stem: string; ending: string } {
  const point = name.lastIndexOf('.')
  return point <= 0 ? { stem: name, ending: '' } : { stem: name.slice(0, point), ending: name.slice(point + 1) }
}

/** Endings that promise another format than the bytes have. */
const OTHERS = /^(docm?|dotx?|exe|com|bat|cmd|scr|msi|ps1|js|html?|svg|xml|zip|bin|dat|tmp|gif|bmp|tiff?|heic|pages)$/i

function isKnownEnding(ending: string): boolean {
  return formatNamed(ending.toLowerCase()) !== null || OTHERS.test(ending)
}

/** As many whole characters as fit into the bytes (UTF-8). */
function cut(text: string, bytes: number): string {
  let length = 0
  let kept = ''
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > bytes) return kept.trimEnd()
    kept += character
  }
  return kept
}
