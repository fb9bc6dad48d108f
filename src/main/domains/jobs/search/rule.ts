/** What a job has to carry or to say. The user's filters and text are both read into one of these; the full-text expression
 *  (`toMatch`) and the answer from the columns are derived from it. */
export type Rule =
  | { readonly kind: 'token'; readonly token: string }
  | Saying
  | { readonly kind: 'all'; readonly of: readonly Rule[] }
  | { readonly kind: 'any'; readonly of: readonly Rule[] }
  | { readonly kind: 'but'; readonly rule: Rule; readonly not: readonly Rule[] }

/** A word, or words in this order; `isStart`: the last of them may go on. `column`: the only place where they count; null: anywhere. */
export interface Saying {
  readonly kind: 'words'
  readonly words: readonly string[]
  readonly isStart: boolean
  readonly column: NameColumn | null
}

/** Columns of the index that hold what a job is called. */
export type NameColumn = 'title' | 'company' | 'place'

export const says = (words: readonly string[], how: Partial<Pick<Saying, 'isStart' | 'column'>> = {}): Saying => ({
  kind: 'words',
  words,
  isStart: how.isStart ?? false,
  column: how.column ?? null,
})

export const carries = (token: string): Rule => ({ kind: 'token', token })

/** All of at least one rule; what is named twice counts once. */
export function allOf(rules: readonly Rule[]): Rule {
  const of = distinct(rules)
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { kind: 'all', of }
}

/** Any of at least one rule. */
export function anyOf(rules: readonly Rule[]): Rule {
  const of = distinct(rules)
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { kind: 'any', of }
}

/** The rule, but none of the others. */
export function without(rule: Rule, not: readonly Rule[]): Rule {
  return not.length === 0 ? rule : { kind: 'but', rule, not: distinct(not) }
}

/** A token as an FTS5 string. Tokens hold nothing that would need escaping. */
export const quote = (token: string): string => `"${token}"`

/** The rule as an FTS5 expression that holds for the same jobs. Pure. */
export function toMatch(rule: Rule): string {
  switch (rule.kind) {
    case 'token':
      return quote(rule.token)
    case 'words':
      return sayingMatch(rule)
    case 'all':
      return rule.of.map(asPart).join(' AND ')
    case 'any':
      return rule.of.map(asPart).join(' OR ')
    case 'but':
  }
  return `${asPart(rule.rule)} NOT (${rule.not.map(asPart).join(' OR ')})`
}

function sayingMatch({ words, isStart, column }: Saying): string {
  const phrase = `${quote(words.join(' '))}${isStart ? '*' : ''}`
  return column === null ? phrase : `${column} : ${phrase}`
}

function asPart(rule: Rule): string {
  const isWhole = rule.kind === 'token' || rule.kind === 'words'
  return isWhole ? toMatch(rule) : `(${toMatch(rule)})`
}

function distinct(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [toMatch(rule), rule])).values()]
}

/** Whether the rule holds for a job. `says`: whether an expression over words holds for it. Pure. */
export function holds(rule: Rule, job: { tokens: ReadonlySet<string>; says: (match: string) => boolean }): boolean {
  switch (rule.kind) {
    case 'token':
      return job.tokens.has(rule.token)
    case 'words':
      return job.says(toMatch(rule))
    case 'all':
      return rule.of.every((part) => holds(part, job))
    case 'any':
      return rule.of.some((part) => holds(part, job))
    case 'but':
  }
  return holds(rule.rule, job) && !rule.not.some((part) => holds(part, job))
}

/** Whether any part of it is about words. Pure. */
export function isAboutWords(rule: Rule): boolean {
  switch (rule.kind) {
    case 'token':
      return false
    case 'words':
      return true
    case 'all':
    case 'any':
      return rule.of.some(isAboutWords)
    case 'but':
  }
  return isAboutWords(rule.rule) || rule.not.some(isAboutWords)
}
