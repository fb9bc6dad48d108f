import type { Database } from '#main/infra/db/driver.ts'
import type { Rule } from './rule.ts'

/** A start with more words than these is asked of the index as it stands. */
const TERMS_MAX = 64
/** Stands after whatever may follow the start, and after a word itself: neither is part of a word. */
const AFTER_ALL = '\u{10FFFF}'
const AFTER_WORD = '\u0001'

export interface IndexTerms {
  /** The words of the index that begin so; null when they are too many. Some tenths of a millisecond for each. */
  readonly under: (start: string) => string[] | null
}

export function createIndexTerms(db: Database): IndexTerms {
  db.raw.exec('create virtual table if not exists temp.job_fts_instances using fts5vocab(main, job_fts, instance)')
  // One instance of the next word, and never those between: a broad word has a hundred thousand.
  const next = db.raw
    .prepare<[string, string], string>('select term from temp.job_fts_instances where term >= ? and term < ? limit 1')
    .pluck()
  return {
    under: (start) => {
      const terms: string[] = []
      const end = start + AFTER_ALL
      for (let term = next.get(start, end); term !== undefined; term = next.get(term + AFTER_WORD, end)) {
        if (terms.length === TERMS_MAX) return null
        terms.push(term)
      }
      return terms
    },
  }
}

/** Of a rule about the start of one word, wherever it stands: the start as the index spells it. Null for any other rule, and where only the
 *  index knows how it spells. Pure. */
export function startOf(rule: Rule): string | null {
  if (rule.kind !== 'words' || !rule.isStart || rule.column !== null) return null
  const [word, second] = rule.words
  return word === undefined || second !== undefined || !/^[a-z\d]+$/i.test(word) ? null : word.toLowerCase()
}
