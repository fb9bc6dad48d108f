import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SPONSOR_REGISTERS, type SponsorRegister } from '#shared/sponsors.ts'
import { registerFile } from './register-files.ts'

/** How the site of a register behaves. 'ok' is right; 'login' sends a page in place of the file, 'truncated' breaks off in its middle,
 *  'dead-link' links to a file that is not there, 'no-link' to none, 'empty' sends nothing, 'huge' without end. */
export const SITE_MODES = ['ok', 'login', 'truncated', 'dead-link', 'no-link', 'empty', 'huge', 'down'] as const
export type SiteMode = (typeof SITE_MODES)[number]

export interface RegisterSites {
  /** Base addresses, to be given as those of sponsors-uk … sponsors-pt. */
  readonly urls: Readonly<Record<SponsorRegister, string>>
  readonly setMode: (register: SponsorRegister, mode: SiteMode) => void
  /** How many rows the file has from now on, and of which day it is. */
  readonly setFile: (register: SponsorRegister, file: Partial<SiteFile>) => void
  /** Paths that were asked for, in order. */
  readonly requests: (register: SponsorRegister) => readonly string[]
  readonly close: () => Promise<void>
}

interface SiteFile {
  readonly rows: number
  readonly day: string
}

interface Site {
  readonly register: SponsorRegister
  mode: SiteMode
  file: SiteFile
  readonly requests: string[]
}

/** The sites of all five registers on loopback, each on a port of its own, with files whose addresses follow from their day: nothing
 *  but the links on their pages leads there. */
export async function startRegisterSites(): Promise<RegisterSites> {
  const sites = Object.fromEntries(
    SPONSOR_REGISTERS.map((register): [string, Site] => [
      register,
      { register, mode: 'ok', file: { rows: 80, day: '2026-11-20' }, requests: [] },
    ]),
  )
  const servers: Server[] = []
  const urls: Partial<Record<SponsorRegister, string>> = {}
  for (const register of SPONSOR_REGISTERS) {
    const server = createServer((request, response) => answer(siteOf(sites, register), request, response))
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    urls[register] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const { uk = '', nl = '', ie = '', dk = '', pt = '' } = urls
  return {
    urls: { uk, nl, ie, dk, pt },
    setMode: (register, mode) => void (siteOf(sites, register).mode = mode),
    setFile: (register, file) => {
      const site = siteOf(sites, register)
      site.file = { ...site.file, ...file }
    },
    requests: (register) => [...siteOf(sites, register).requests],
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections()
          return new Promise((resolve) => server.close(resolve))
        }),
      )
    },
  }
}

function siteOf(sites: Readonly<Record<string, Site>>, register: SponsorRegister): Site {
  const site = sites[register]
  if (site === undefined) throw new Error(`there is no site of ${register}`)
  return site
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/'
  site.requests.push(path)
  if (site.mode === 'down') return void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Down</h1>')
  const origin = `http://${request.headers.host ?? ''}`
  const page = pageAt(site, path, origin)
  if (page !== null) return void response.writeHead(200, { 'content-type': page.type }).end(page.body)
  if (path !== filePath(site) || site.mode === 'dead-link') {
    return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>')
  }
  sendFile(site, response)
}

/** A table is on its page; every other file is behind a link, the Irish one behind two. */
function filePath({ register, file }: Site): string {
  const paths: Readonly<Record<SponsorRegister, string>> = {
    uk: `/media/${file.day.replaceAll('-', '')}/${file.day}_-_Worker_and_Temporary_Worker.csv`,
    nl: '/en/public-register-recognised-sponsors/public-register-work',
    ie: `/en/publications/publication-files/employment-permits-issued-to-companies-${file.day.slice(0, 4)}.xlsx`,
    dk: '/en-GB/Words-and-concepts/SIRI/Certified-companies',
    pt: `/media/lista-tech-visa-${file.day}.pdf`,
  }
  return paths[register]
}

interface Page {
  readonly type: string
  readonly body: string
}

function pageAt(site: Site, path: string, origin: string): Page | null {
  const file = site.mode === 'no-link' ? null : filePath(site)
  const year = site.file.day.slice(0, 4)
  if (site.register === 'uk' && path === '/api/content/government/publications/register-of-licensed-sponsors-workers') {
    const attachments = [
      { title: 'How to read the register', url: `${origin}/media/guide.pdf`, content_type: 'application/pdf' },
      ...(file === null
        ? []
        : [
            {
              title: 'Worker and Temporary Worker',
              url: origin + file,
              filename: file.split('/').at(-1),
              content_type: 'text/csv',
            },
          ]),
    ]
    const content = {
      title: 'Register',
      public_updated_at: `${site.file.day}T09:30:00.000+00:00`,
      details: { attachments },
    }
    return { type: 'application/json', body: JSON.stringify(content) }
  }
  if (site.register === 'ie' && path === '/en/what-we-do/workplace-and-skills/employment-permits/statistics/') {
    return html(
      `<a href="/en/publications/employment-permit-statistics-2019.html">Employment Permit Statistics 2019</a>
       <a href="/en/publications/employment-permit-statistics-${year}.html">Employment Permit Statistics ${year}</a>`,
    )
  }
  if (site.register === 'ie' && path === `/en/publications/employment-permit-statistics-${year}.html`) {
    return html(
      `<a href="publication-files/employment-permits-issued-by-county-${year}.xlsx">By county</a>
       ${file === null ? '' : `<a href="${file}">Permits issued to <b>companies</b> ${year}</a>`}`,
    )
  }
  if (site.register === 'pt' && path.startsWith('/pt/saber-mais/')) {
    return html(
      `<a href="/media/regulamento.pdf">Regulamento</a>
       <a href="/media/lista-tech-visa-2019-01-01.pdf">Empresas certificadas (2019)</a>
       ${file === null ? '' : `<a href='${file}'>Lista de empresas certificadas</a>`}`,
    )
  }
  return null
}

const html = (body: string): Page => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html><head><title>Statistics</title></head><body>${body}</body></html>`,
})

const TYPES: Readonly<Record<SponsorRegister, string>> = {
  uk: 'text/csv; charset=utf-8',
  nl: 'text/html; charset=utf-8',
  ie: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  dk: 'text/html; charset=utf-8',
  pt: 'application/pdf',
}

function sendFile(site: Site, response: ServerResponse): void {
  const { register, mode } = site
  if (mode === 'login') return void response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN)
  if (mode === 'empty') return void response.writeHead(200, { 'content-type': TYPES[register] }).end()
  if (mode === 'huge') return sendWithoutEnd(response)
  const file = registerFile(register, site.file)
  // A proxy that breaks off without a word: the answer ends as if it were whole.
  const body = mode === 'truncated' ? file.subarray(0, Math.floor(file.length / 2)) : file
  response.writeHead(200, { 'content-type': TYPES[register] }).end(body)
}

const LOGIN =
  '<!doctype html><html><head><title>Sign in</title></head><body><form><input type="password"></form></body></html>'

function sendWithoutEnd(response: ServerResponse): void {
  const chunk = Buffer.alloc(256 * 1024, 'Acme Ltd,Leeds\n')
  response.writeHead(200, { 'content-type': 'text/csv' })
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}
