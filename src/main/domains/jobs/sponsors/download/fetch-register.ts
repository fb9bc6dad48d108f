import { REGISTER_FILE_MAX_BYTES, type SponsorRegister } from '#shared/sponsors.ts'
import type { HttpClient, HttpResponse } from '../../../../infra/http/http.ts'
import { FileProblem } from '../files/register-refusal.ts'
import { isoDate } from '../files/written-date.ts'
import { REGISTERS } from '../registers.ts'
import { chooseFile, choosePage } from './choose-link.ts'
import { govUkFiles, linksOf } from './links.ts'

export interface FetchedRegister {
  readonly bytes: Uint8Array
  /** The address of the file. */
  readonly origin: string
  /** The day that stands in its address or beside its link. */
  readonly publishedOn: string | null
}

export interface FetchOptions {
  readonly http: HttpClient
  /** An address in place of the register's own host: for a stand-in on this machine, or a proxy. */
  readonly baseUrl: string | null
  readonly signal: AbortSignal
}

/** Where each search begins. No address of a file is written down: files move with every edition. */
const START: Readonly<Record<SponsorRegister, { readonly host: string; readonly path: string }>> = {
  uk: {
    host: 'https://www.gov.uk',
    path: '/api/content/government/publications/register-of-licensed-sponsors-workers',
  },
  nl: { host: 'https://ind.nl', path: '/en/public-register-recognised-sponsors/public-register-work' },
  ie: {
    host: 'https://enterprise.gov.ie',
    path: '/en/what-we-do/workplace-and-skills/employment-permits/statistics/',
  },
  dk: { host: 'https://nyidanmark.dk', path: '/en-GB/Words-and-concepts/SIRI/Certified-companies' },
  pt: {
    host: 'https://www.iapmei.pt',
    path: '/pt/saber-mais/empreendedorismo-e-inovacao/empreendedorismo/tech-visa/',
  },
}

const TIMEOUT_MS = 180_000
const PAGE_TIMEOUT_MS = 60_000
const PAGE_MAX_BYTES = 10 * 1024 * 1024
const GAP_MS = 250
/** From the page that we know to the page of a year, and no further. */
const MAX_PAGES = 3

/** The newest file of a register, found from its page. Throws HttpProblem, and FileProblem when its page has no file. */
export async function fetchRegister(register: SponsorRegister, options: FetchOptions): Promise<FetchedRegister> {
  const { host, path } = START[register]
  const url = `${(options.baseUrl ?? host).replace(/\/+$/, '')}${path}`
  const ask = asker(options)
  if (register === 'nl' || register === 'dk') return asFile(await ask(url, 'file'), null)
  const found = register === 'uk' ? await findOnGovUk(url, ask) : await findOnPages({ register, url }, ask)
  return asFile(await ask(found.url, 'file'), found.publishedOn)
}

type Ask = (url: string, accept: 'json' | 'html' | 'file') => Promise<HttpResponse>

function asker({ http, baseUrl, signal }: FetchOptions): Ask {
  const trustedOrigin = baseUrl === null ? null : new URL(baseUrl).origin
  return (url, accept) =>
    http.request({
      url,
      accept,
      signal,
      trustedOrigin,
      gapMs: GAP_MS,
      timeoutMs: accept === 'file' ? TIMEOUT_MS : PAGE_TIMEOUT_MS,
      maxBytes: accept === 'file' ? REGISTER_FILE_MAX_BYTES : PAGE_MAX_BYTES,
    })
}

interface FoundFile {
  readonly url: string
  readonly publishedOn: string | null
}

async function findOnGovUk(url: string, ask: Ask): Promise<FoundFile> {
  const { files, updatedOn } = govUkFiles(await ask(url, 'json'))
  const file = chooseFile(files, 'uk')
  if (file === null) throw noFile('uk')
  return { url: file.url, publishedOn: isoDate(file.text) ?? updatedOn }
}

async function findOnPages(
  { register, url }: { readonly register: 'ie' | 'pt'; readonly url: string },
  ask: Ask,
): Promise<FoundFile> {
  let next: string | null = url
  for (let pages = 0; next !== null && pages < MAX_PAGES; pages += 1) {
    const page: HttpResponse = await ask(next, 'html')
    const links = linksOf(page)
    const file = chooseFile(links, register)
    if (file !== null) return { url: file.url, publishedOn: isoDate(file.text) }
    next = choosePage(links, { register, from: page.url })?.url ?? null
  }
  throw noFile(register)
}

function asFile(answer: HttpResponse, publishedOn: string | null): FetchedRegister {
  return { bytes: answer.file ?? new Uint8Array(), origin: answer.url, publishedOn }
}

function noFile(register: SponsorRegister): FileProblem {
  const { name, homepage } = REGISTERS[register]
  return new FileProblem(
    'foreign',
    `The page of the ${name} has no link to its file. Download the file from ${homepage} and import it by hand.`,
  )
}
