import { plainText } from './markup.ts'

/** The first text on one line under the keys of an object, or the value itself where it is text in place of the object; null for
 *  anything else. Pure. */
export function textUnder(value: unknown, ...keys: readonly string[]): string | null {
  if (typeof value === 'string') return plainText(value)
  if (typeof value !== 'object' || value === null) return null
  for (const key of keys) {
    const found = Object.hasOwn(value, key) ? plainText(Reflect.get(value, key)) : null
    if (found !== null) return found
  }
  return null
}
