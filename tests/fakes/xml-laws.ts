import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import { expectWellFormed, onlyUnreadable } from './parser-laws.ts'

/** What holds for every parser of XML, whatever it is fed: an outcome for each item, or HttpProblem 'unreadable' for the whole. */
export interface XmlParserUnderTest {
  /** True documents, from the fixtures. */
  readonly documents: readonly string[]
  /** A document of these items, each given by what is between its tags. */
  readonly wrap: (items: readonly string[]) => string
  /** The inside of an item that is a posting. */
  readonly good: string
  readonly parse: (text: string) => readonly ParsedItem[]
}

const noise = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '<',
    '>',
    '<item>',
    '</item>',
    '</position>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '&',
    '<script>alert(1)</script>',
    '\u0000',
    '<a b="',
  ),
)
const broken = fc.oneof(
  fc.constantFrom(
    '<title>x',
    '<name>x',
    '<b',
    '&',
    '<title><title>',
    '</title>',
    '<link/>',
    '<id/>',
    '<guid>',
    '<description>&lt;</description',
  ),
  fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[<>]/g, '')),
)

/** Cut off anywhere, with noise put in or put in the place of something: nothing but HttpProblem 'unreadable' is thrown. */
export function xmlStaysReadable({ documents, parse }: XmlParserUnderTest): void {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.nat(4000), fc.nat(4000), noise, (text, from, length, inserted) => {
      onlyUnreadable(() => parse(text.slice(0, from)))
      onlyUnreadable(() => parse(text.slice(0, from) + inserted + text.slice(from)))
      onlyUnreadable(() => parse(text.slice(0, from) + inserted + text.slice(from + length)))
    }),
    { numRuns: 300 },
  )
}

/** A broken item between two good ones: both are kept as they are without it. */
export function xmlKeepsNeighbours({ wrap, good, parse }: XmlParserUnderTest): void {
  const [alone] = parse(wrap([good]))
  expect(alone?.ok).toBe(true)
  fc.assert(
    fc.property(broken, (inner) => {
      const parsed = parse(wrap([good, inner, good]))
      for (const one of parsed) expectWellFormed(one)
      expect(parsed[0]).toEqual(alone)
      expect(parsed.at(-1)).toMatchObject(alone?.ok === true ? { ok: true, posting: alone.posting } : {})
    }),
    { numRuns: 200 },
  )
}
