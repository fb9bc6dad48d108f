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

/** An instant in UTC ms, of an ISO date and time. One without a zone is of this machine's zone. */
export function instantFlag(value: string): number {
  const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(value)
    ? Date.parse(value)
    : NaN
  if (Number.isNaN(instant)) throw new InvalidArgumentError('It must be a date and time, as 2026-03-02T18:00Z.')
  return instant
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

/** "slug=acme" added to what was given before. */
export function pairsFlag(value: string, previous: Readonly<Record<string, string>>): Record<string, string> {
  const [key, text] = splitOnce(value, '=')
  if (key === '' || !value.includes('=')) throw new InvalidArgumentError('It must be a name and a value, as slug=acme.')
  return { ...previous, [key]: text }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
