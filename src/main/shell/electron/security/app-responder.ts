import { readStaticFile } from '../../../transport/http/static-files.ts'
import { SECURITY_HEADERS } from '../../../transport/security-headers.ts'
import { resolveAppUrl } from './own-pages.ts'

/** Answers app:// requests with the built screens, every answer under the same policy as the loopback host's. */
export function createAppResponder(rendererDir: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only reading is possible here.')
    const path = resolveAppUrl(request.url)
    const file = path === null ? null : await readStaticFile(rendererDir, path)
    if (file === null) return refuse(404, 'There is no such file.')
    const headers = { ...SECURITY_HEADERS, 'content-type': file.type, 'cache-control': 'no-cache' }
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(file.body), { headers })
  }
}

function refuse(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
}
