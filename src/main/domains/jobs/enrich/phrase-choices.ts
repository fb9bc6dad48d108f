import { stripAccents } from '#main/infra/text/fold.ts'

/** Every phrase that a phrase of a resource stands for: `a|b` is one of two words, `(a b)` may be missing. `*` at its beginning or
 *  end stays, for the matcher. Pure. */
function spellOut(phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) => {
    const parts = phrase.match(/\([^()]*\)|[^\s()]+/g) ?? []
    return parts.reduce<string[]>((begun, part) => begun.flatMap((words) => choicesOf(part).map(after(words))), [''])
  })
}

function choicesOf(part: string): string[] {
  return part.startsWith('(') ? ['', ...spellOut([part.slice(1, -1)])] : part.split('|')
}

function after(words: string): (choice: string) => string {
  return (choice) => (words === '' || choice === '' ? words + choice : `${words} ${choice}`)
}

/** A table of lists with every phrase spelled out. Phrases of the same letters become the most open one of them ("test" and "test*"
 *  are "test*"), because a matcher keeps one phrase for a row of letters. Pure. */
export function spellOutAll<K extends string>(
  table: Readonly<Record<K, readonly string[]>>,
): Readonly<Record<K, readonly string[]>> {
  const kinds = Object.keys(table) as K[]
  const spelled = kinds.map((kind) => [kind, spellOut(table[kind])] as const)
  const open = new Map<string, { start: boolean; end: boolean }>()
  for (const phrase of spelled.flatMap(([, phrases]) => phrases)) {
    const known = open.get(lettersOf(phrase))
    const start = phrase.startsWith('*') || known?.start === true
    open.set(lettersOf(phrase), { start, end: phrase.endsWith('*') || known?.end === true })
  }
  const opened = (phrase: string): string => {
    const letters = lettersOf(phrase)
    const { start = false, end = false } = open.get(letters) ?? {}
    return `${start ? '*' : ''}${letters}${end ? '*' : ''}`
  }
  return Object.fromEntries(spelled.map(([kind, phrases]) => [kind, phrases.map(opened)])) as Record<K, string[]>
}

function lettersOf(phrase: string): string {
  const from = phrase.startsWith('*') ? 1 : 0
  return stripAccents(phrase.slice(from, phrase.endsWith('*') ? -1 : undefined)).replaceAll('-', ' ')
}
