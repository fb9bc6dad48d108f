import type { Opening } from './content.ts'

const COUNTRY_CODES: Readonly<Record<string, string>> = {
  Germany: 'DE',
  Netherlands: 'NL',
  Ireland: 'IE',
  Sweden: 'SE',
  Poland: 'PL',
  Portugal: 'PT',
}

/** ISO 3166-1 alpha-2 of an opening's country. */
export function countryCode({ country }: Opening): string | null {
  return COUNTRY_CODES[country] ?? null
}

/** The band that an opening's text states, for boards that have fields for it: EUR a year. */
export function statedBand({ descriptionHtml }: Opening): { readonly min: number; readonly max: number } | null {
  return descriptionHtml.includes('€65,000 – €80,000 per year') ? { min: 65_000, max: 80_000 } : null
}

/** A UUID that is the same for an opening wherever and whenever it is shown. */
export function uuidOf({ number }: Opening, kind: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

/** An opening's text as boards with sections have it: what stands before the list, the list's items, what comes after. */
export function sectionsOf({ descriptionHtml }: Opening): {
  readonly before: string
  readonly list: { readonly title: string; readonly itemsHtml: string } | null
  readonly after: string
} {
  const match = /^(.*)\n<p>([^<]*):<\/p><ul>(.*?)<\/ul>\n(.*)$/s.exec(descriptionHtml)
  if (match === null) return { before: descriptionHtml, list: null, after: '' }
  const [, before = '', title = '', itemsHtml = '', after = ''] = match
  return { before, list: { title, itemsHtml }, after }
}

/** Markup as the plain text that boards send beside it. */
export function plainOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
}
