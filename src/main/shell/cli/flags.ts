import { InvalidArgumentError } from 'commander'
import { sourceIdSchema } from '#shared/ids.ts'

/** "a,b" → ['a', 'b']; repeated flags add up. With `allowed`, anything else is wrong use. */
export function listFlag(value: string, previous: readonly string[], allowed?: readonly string[]): string[] {
  const values = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const wrong = allowed === undefined ? undefined : values.find((part) => !allowed.includes(part))
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${allowed?.join(', ')}.`)
  return [...previous, ...values]
}

export function numberFlag(range: { min: number; max: number }): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number) || number < range.min || number > range.max) {
      throw new InvalidArgumentError(`It must be a number from ${range.min} to ${range.max}.`)
    }
    return number
  }
}

/** "arbeitnow=http://127.0.0.1:9001" added to what was given before. */
export function baseUrlFlag(value: string, previous: Readonly<Record<string, string>>): Record<string, string> {
  const [source, url] = splitOnce(value, '=')
  const parsed = URL.parse(url)
  if (!sourceIdSchema.safeParse(source).success || parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw new InvalidArgumentError('It must be a source and an address, as arbeitnow=http://127.0.0.1:9001.')
  }
  return { ...previous, [source]: url }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
