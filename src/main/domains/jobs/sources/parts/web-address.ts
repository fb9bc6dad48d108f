/** An absolute http(s) address, or null. Other schemes (javascript:, data:, mailto:) are no address of a posting. `base` resolves
 *  relative ones, for formats that define what they are relative to; one that is no address itself resolves nothing. Pure. */
export function webAddress(value: unknown, base?: string): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null
  const url = URL.parse(value.trim()) ?? URL.parse(value.trim(), base)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.hostname === '' ? null : url.href
}

/** The address of a page of `site` as an API gives it: absolute, or as a path from the site's root. Any other text is none, so that
 *  a remark in its place ("n/a") does not become a page. Pure. */
export function sitePage(value: unknown, site: string): string | null {
  return typeof value === 'string' && value.trim().startsWith('/') ? webAddress(value, site) : webAddress(value)
}
