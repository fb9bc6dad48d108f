import * as fc from 'fast-check'
import { expect } from 'vitest'
import { HttpProblem } from '#main/infra/http/http.ts'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'

/** Values that a source may send in place of any documented one. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    '\u0000',
    '\ud800',
    '<script>alert(1)</script>',
    '&amp;lt;p&amp;gt;',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('javascript:alert(1)', 'http://', 'https://[::1', '__proto__', 'constructor', '9'.repeat(400)),
)

/** What holds for every parser of JSON, whatever it is fed: an outcome for each item, or HttpProblem 'unreadable' for the whole. */
export interface JsonParserUnderTest {
  /** A true payload, parsed from its fixture. */
  readonly payload: unknown
  /** Name of the list of postings; null when the payload is that list. */
  readonly listKey: string
  readonly parse: (text: string) => readonly ParsedItem[]
}

/** Cut off anywhere, shuffled, retyped or made up: nothing but HttpProblem 'unreadable' is thrown. */
export function staysReadable({ payload, parse }: JsonParserUnderTest): void {
  const text = JSON.stringify(payload)
  fc.assert(
    fc.property(fc.nat(text.length), (length) => onlyUnreadable(() => parse(text.slice(0, length)))),
    { numRuns: 100 },
  )
  fc.assert(
    fc.property(fc.nat(text.length), fc.string({ maxLength: 8 }), (at, noise) =>
      onlyUnreadable(() => parse(text.slice(0, at) + noise + text.slice(at + noise.length))),
    ),
    { numRuns: 200 },
  )
  fc.assert(
    fc.property(mutated(payload), (value) => onlyUnreadable(() => parse(JSON.stringify(value)))),
    { numRuns: 300 },
  )
  fc.assert(
    fc.property(fc.jsonValue(), (value) => onlyUnreadable(() => parse(JSON.stringify(value)))),
    { numRuns: 200 },
  )
}

/** Junk among the items, in any order: each item has one outcome, and the good ones are the same as without the junk. */
export function keepsTheGoodItems({ payload, listKey, parse }: JsonParserUnderTest): void {
  const items = (payload as Record<string, readonly unknown[]>)[listKey] ?? []
  const good = items.filter((item) => parse(JSON.stringify({ ...(payload as object), [listKey]: [item] }))[0]?.ok)
  expect(good.length).toBeGreaterThan(0)
  const spoiled = fc.oneof(junk, ...good.map((item) => mutated(item)))
  fc.assert(
    fc.property(fc.array(spoiled, { maxLength: 6 }), fc.infiniteStream(fc.nat(100)), (bad, positions) => {
      const mixed: unknown[] = good.map(reversedKeys)
      for (const item of bad) mixed.splice((positions.next().value ?? 0) % (mixed.length + 1), 0, item)
      const parsed = parse(JSON.stringify({ ...(payload as object), [listKey]: mixed }))
      expect(parsed).toHaveLength(mixed.length)
      const kept = new Set(parsed.flatMap((item) => (item.ok ? [JSON.stringify(item.posting)] : [])))
      const alone = parse(JSON.stringify({ ...(payload as object), [listKey]: good }))
      for (const item of alone) expect(item.ok && kept.has(JSON.stringify(item.posting))).toBe(true)
      for (const item of parsed) expectWellFormed(item)
    }),
    { numRuns: 150 },
  )
}

/** A posting that the rest of the product can rely on: a title, a web address, an id, plausible instants. */
export function expectWellFormed(item: ParsedItem): void {
  if (!item.ok) {
    expect(item.detail).not.toBe('')
    return
  }
  const { posting } = item
  expect(posting.title.trim()).not.toBe('')
  expect(posting.sourcePostingId).not.toBe('')
  expect(['http:', 'https:']).toContain(new URL(posting.url).protocol)
  expect(posting.company === null || posting.company.trim() !== '').toBe(true)
  for (const instant of [posting.postedAt, posting.closesAt]) {
    expect(instant === null || Number.isSafeInteger(instant)).toBe(true)
  }
}

export function onlyUnreadable(parse: () => readonly ParsedItem[]): void {
  try {
    for (const item of parse()) expectWellFormed(item)
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    expect(error.code).toBe('unreadable')
  }
}

/** The value with some of its parts, at any depth, replaced by junk or taken away. */
function mutated(value: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(value, [])
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), fc.option(junk, { nil: undefined })), { minLength: 1, maxLength: 5 })
    .map((changes) => {
      const copy: { root: unknown } = { root: structuredClone(value) }
      for (const [path, replacement] of changes) replaceAt(copy, ['root', ...path], replacement)
      return copy.root ?? null
    })
}

function pathsOf(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))]
}

function replaceAt(holder: unknown, path: readonly string[], replacement: unknown): void {
  const [key, ...rest] = path
  if (key === undefined || typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return
  const record = holder as Record<string, unknown>
  if (rest.length > 0) replaceAt(record[key], rest, replacement)
  else if (replacement === undefined && !Array.isArray(holder)) delete record[key]
  else record[key] = replacement ?? null
}

function reversedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).reverse())
}
