/** Texts longer than this are read again each time. */
const MOST_LETTERS = 4000

/** As `remembered`, for a reading that depends on the language around the text. */
export function rememberedIn<T>(read: (text: string, around: string) => T): (text: string, around: string) => T {
  const readers = new Map<string, (text: string) => T>()
  return (text, around) => {
    const reader = readers.get(around) ?? remembered((one) => read(one, around))
    readers.set(around, reader)
    return reader(text)
  }
}

/** The same pure reading of a text that keeps its answers of late: a career's lines are read for every document anew, and each of their
 *  words many times. Holds at most `most` texts; the answers must not be changed by who gets them. */
export function remembered<T>(read: (text: string) => T, most = 4000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const fresh = read(text)
    if (text.length > MOST_LETTERS) return fresh
    if (known.size >= most) known.clear()
    known.set(text, fresh)
    return fresh
  }
}
