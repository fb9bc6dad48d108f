/** All that readers of calendars may take for the end of a line. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const CONTROLS = /(?![\n\t])\p{Cc}/gu

/** Text for a calendar: "\n" is its only line end, and nothing in it that calendars cannot hold. Pure. */
export function calendarWords(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(CONTROLS, '').toWellFormed()
}

/** The web address that a place is or has in it, as it can stand in a calendar; null when it has none. Pure. */
export function webAddressOf(place: string): string | null {
  const found = /https?:\/\/[^\s<>"]+/i.exec(place)?.[0]
  const url = found === undefined ? null : URL.parse(found)
  // Signs that calendars part values at are written so that they mean the same.
  return url === null ? null : url.href.replaceAll(',', '%2C').replaceAll(';', '%3B').replaceAll('\\', '%5C')
}
