/** An absolute http(s) address, or null. Other schemes (javascript:, data:, mailto:) are no address of a posting. `base` resolves
 *  relative ones, for formats that define what they are relative to. Pure. */
export function webAddress(value: unknown, base?: string): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null
  const url = URL.parse(value.trim(), base)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.hostname === '' ? null : url.href
}
