/** Nobody saves a longer page. Bytes. */
const MAX_FILE_BYTES = 3_000_000
const READABLE = /\.(?:html?|txt|md|eml|mhtml)$/i

/** What of a drop can be read as a posting: a saved page or text file, else a link, else the text itself. Null when nothing can. */
export async function textOfDrop(data: DataTransfer): Promise<string | null> {
  const [file] = data.files
  // Read before the first wait: a drop's data is gone after it.
  const link = firstLink(data.getData('text/uri-list'))
  const plain = data.getData('text/plain').trim()
  const html = data.getData('text/html').trim()
  if (file !== undefined) return textOfFile(file)
  if (link !== null) return link
  if (plain.length >= 3) return plain
  return html.length >= 3 ? html : null
}

async function textOfFile(file: File): Promise<string | null> {
  const isText = file.type.startsWith('text/') || READABLE.test(file.name)
  if (!isText || file.size > MAX_FILE_BYTES) return null
  const text = await file.text()
  return text.trim().length >= 3 ? text.slice(0, 1_000_000) : null
}

/** The first address of a list of them; lines that begin with # are remarks (RFC 2483). Pure. */
export function firstLink(list: string): string | null {
  const line = list.split(/\r?\n/).find((text) => text.trim() !== '' && !text.startsWith('#'))
  return line !== undefined && /^https?:\/\//i.test(line) ? line.trim() : null
}
