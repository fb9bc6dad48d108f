/** Search parameters as people write them: `?country=DE&country=NL&q=python`. A key that occurs once is a string, one that
 *  occurs more often a list. Values stay text; each route reads them by its own schema. Pure. */
export function parseSearch(searchText: string): Record<string, string | string[]> {
  const found = new Map<string, string | string[]>()
  for (const [key, value] of new URLSearchParams(searchText)) {
    const before = found.get(key)
    if (before === undefined) found.set(key, value)
    else found.set(key, Array.isArray(before) ? [...before, value] : [before, value])
  }
  return Object.fromEntries(found)
}

/** The reverse: lists become repeated keys; what is undefined, null or an object is left out. Pure. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    const items: unknown[] = Array.isArray(value) ? value : [value]
    for (const item of items) {
      if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean')
        params.append(key, String(item))
    }
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
