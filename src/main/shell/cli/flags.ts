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

interface NumberRange {
  readonly min: number
  readonly max: number
}

/** A number within the range, both ends included; anything else is wrong use. */
export function numberFlag(range: NumberRange): (value: string) => number {
  return (value) => numberWithin(value, { ...range, kind: 'number', fits: Number.isFinite })
}

/** As numberFlag, for what is counted: 1.5 is wrong use. */
export function wholeNumberFlag(range: NumberRange): (value: string) => number {
  return (value) => numberWithin(value, { ...range, kind: 'whole number', fits: Number.isSafeInteger })
}

function numberWithin(value: string, rule: NumberRange & { kind: string; fits: (value: number) => boolean }): number {
  const number = Number(value)
  if (value.trim() === '' || !rule.fits(number) || number < rule.min || number > rule.max) {
    throw new InvalidArgumentError(`It must be a ${rule.kind} from ${rule.min} to ${rule.max}.`)
  }
  return number
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
