/** The zones there are, with what their clocks are ahead of UTC at an instant: 'Europe/Berlin' → 'Berlin, Europe (UTC+1)'. `also` is listed
 *  whether or not this machine knows it by that name. */
export function zoneChoices(at: number, also: readonly string[]): { value: string; label: string }[] {
  const names = new Set(['UTC', ...also, ...Intl.supportedValuesOf('timeZone')])
  return [...names].map((zone) => ({ value: zone, label: zoneLabel(zone, at) })).toSorted(byLabel)
}

/** 'Berlin, Europe (UTC+1)'; a zone that nobody knows as it is written. */
export function zoneLabel(zone: string, at: number): string {
  if (zone === 'UTC') return zone
  const [area = zone, ...rest] = zone.split('/')
  const city = rest.at(-1)?.replaceAll('_', ' ')
  const offset = offsetWord(zone, at)
  const name = city === undefined ? area : `${city}, ${area}`
  return offset === null ? name : `${name} (${offset})`
}

function offsetWord(zone: string, at: number): string | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at)
    return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const collator = new Intl.Collator('en')

function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  return collator.compare(a.label, b.label)
}
