import { serve, type Handler, type Loopback } from '../integration/http/loopback.ts'

export const html = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Openings</title>${head}</head><body>${body}</body></html>`

/** A site of pages by path; every other path is missing. */
export function site(pages: Readonly<Record<string, string | Handler>>): Promise<Loopback> {
  return serve((request, response, number) => {
    const page = pages[URL.parse(request.url ?? '', 'http://site')?.pathname ?? '']
    if (page === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end(html('<h1>Not here</h1>'))
    else if (typeof page === 'function') page(request, response, number)
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
}

export function answering(status: number, headers: Readonly<Record<string, string>>, body: string): Handler {
  return (_request, response) => response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)
}

/** As fast as the reader takes it. */
export function endless(...[, response]: Parameters<Handler>): void {
  const piece = '<p>padding</p>'.repeat(5000)
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more)
  }
  response.writeHead(200, { 'content-type': 'text/html' })
  more()
}
