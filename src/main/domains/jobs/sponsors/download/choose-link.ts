import type { SponsorRegister } from '#shared/sponsors.ts'
import type { PageLink } from './links.ts'

/** What the links to a register's file look like, and those to the page that has it. Of several the newest by the date or year in its
 *  name is meant, else the first. */
interface LinkSigns {
  readonly file: RegExp
  /** By the path of the address. */
  readonly extension: RegExp
  readonly page: RegExp
}

const SIGNS: Readonly<Record<Exclude<SponsorRegister, 'nl' | 'dk'>, LinkSigns>> = {
  uk: { file: /worker|sponsor/, extension: /\.csv$/i, page: /$^/ },
  ie: {
    file: /compan|employer/,
    extension: /\.xlsx$/i,
    page: /employment-permits?-statistics|permits?-issued|statistics.*20\d\d/,
  },
  pt: { file: /tech.?visa|certificad|empresas|lista/, extension: /\.pdf$/i, page: /tech-?visa/ },
}

const DATE = /(20\d\d)[-_./]?(\d{2})?[-_./]?(\d{2})?/g
const DATE_BACKWARDS = /(\d{2})[-_./](\d{2})[-_./](20\d\d)/g

/** The newest file of the register that a page links to; null when it links to none. Pure. */
export function chooseFile(links: readonly PageLink[], register: keyof typeof SIGNS): PageLink | null {
  const { file, extension } = SIGNS[register]
  const ofKind = links.filter(({ url }) => extension.test(pathOf(url)))
  const named = ofKind.filter((link) => file.test(wordsOf(link)))
  return newest(named.length > 0 ? named : ofKind.length === 1 ? ofKind : [])
}

/** The page of the newest year that may have the file; null when there is none. Pure. */
export function choosePage(
  links: readonly PageLink[],
  how: { register: keyof typeof SIGNS; from: string },
): PageLink | null {
  const { page } = SIGNS[how.register]
  const host = URL.parse(how.from)?.host
  return newest(
    links.filter((link) => URL.parse(link.url)?.host === host && link.url !== how.from && page.test(wordsOf(link))),
  )
}

function newest(links: readonly PageLink[]): PageLink | null {
  return links.toSorted((left, right) => dateIn(right).localeCompare(dateIn(left)))[0] ?? null
}

function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? ''
}

function wordsOf({ url, text }: PageLink): string {
  return `${pathOf(url).toLowerCase()} ${text}`
}

/** The latest date that an address or its text names, as digits; '' when they name none. */
function dateIn(link: PageLink): string {
  const words = wordsOf(link)
  const backwards = Array.from(words.matchAll(DATE_BACKWARDS), ([, day, month, year]) => `${year}${month}${day}`)
  const dates = Array.from(words.matchAll(DATE), ([, year, month = '', day = '']) => `${year}${month}${day}`)
  return [...backwards, ...dates].toSorted().at(-1) ?? ''
}
