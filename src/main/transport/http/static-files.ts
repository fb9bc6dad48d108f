import { readFile, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface StaticFile {
  readonly body: Buffer
  readonly type: string
  /** Files with a hash in their name never change. */
  readonly isImmutable: boolean
}

/** A file of the renderer for a URL path; the start page for paths without an extension (routes of the app); null when there
 *  is no such file, or the path leads out of the folder. */
export async function readStaticFile(rootDir: string, urlPath: string): Promise<StaticFile | null> {
  const decoded = decodePath(urlPath)
  if (decoded === null) return null
  const relative = extname(decoded) === '' ? 'index.html' : decoded.replace(/^\/+/, '')
  const type = TYPES[extname(relative)]
  const root = resolve(rootDir)
  const path = join(root, relative)
  if (type === undefined || !path.startsWith(root.endsWith(sep) ? root : root + sep)) return null
  const info = await stat(path).catch(() => null)
  if (info?.isFile() !== true) return null
  return { body: await readFile(path), type, isImmutable: /-[\w-]{8,}\.\w+$/.test(relative) }
}

function decodePath(urlPath: string): string | null {
  try {
    const decoded = decodeURIComponent(urlPath)
    return decoded.includes('\0') || decoded.includes('\\') ? null : decoded
  } catch {
    return null
  }
}
