/** The same function, which gives what it gave before for the same text. Forgets everything once it knows `limit` texts: for pure
 *  functions whose texts come back often, such as names of companies and places. */
export function remember<T>(read: (text: string) => T, limit = 20_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size >= limit) known.clear()
    known.set(text, value)
    return value
  }
}
