import { stripAccents } from '#main/infra/text/fold.ts'
import { compilePhrases, keepLongest } from './phrase-matcher.ts'

/** A phrase of a table of phrases by kind, where it stands in a text. */
export interface KindHit<K extends string> {
  readonly start: number
  readonly end: number
  readonly kinds: readonly K[]
}

interface KindScanner<K extends string> {
  /** Every phrase found, in order of its end; a phrase that is in several lists carries all its kinds. */
  readonly scan: (text: string) => KindHit<K>[]
  /** Only phrases that no longer or earlier one covers. */
  readonly scanLongest: (text: string) => KindHit<K>[]
}

/** Makes a scanner that compiles its table on first use: importing a reader costs nothing. */
export function scanKinds<K extends string>(table: Readonly<Record<K, readonly string[]>>): KindScanner<K> {
  let compiled: ((text: string) => KindHit<K>[]) | null = null
  const compile = (): ((text: string) => KindHit<K>[]) => {
    const kindsByPhrase = new Map<string, Set<K>>()
    for (const kind of Object.keys(table) as K[]) {
      for (const phrase of table[kind]) {
        const key = stripAccents(phrase).replaceAll('-', ' ')
        const kinds = kindsByPhrase.get(key) ?? new Set()
        kindsByPhrase.set(key, kinds.add(kind))
      }
    }
    const matcher = compilePhrases([...kindsByPhrase.keys()])
    const kindsOf = [...kindsByPhrase.values()].map((kinds) => [...kinds])
    return (text) => matcher.scan(text).map(({ start, end, id }) => ({ start, end, kinds: kindsOf[id] ?? [] }))
  }
  const scan = (text: string): KindHit<K>[] => (compiled ??= compile())(text)
  return { scan, scanLongest: (text) => keepLongest(scan(text)) }
}
