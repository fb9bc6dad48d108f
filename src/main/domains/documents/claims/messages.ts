import type { FindingKind } from '#shared/claims.ts'
import type { Unbacked } from './unbacked.ts'

const WHAT: Readonly<Record<Exclude<FindingKind, 'uncited' | 'citation'>, string>> = {
  number: 'the number',
  date: 'the date',
  employer: 'the employer',
  title: 'the title or role',
  skill: 'the skill',
  degree: 'the degree or field',
  institution: 'the school',
  language: 'the language or its level',
  certificate: 'the certificate',
  name: 'the name',
}

/** A finding in plain words, with what can be done. Pure. */
export function messageOf(
  { kind, words }: Unbacked,
  { hasCites, isElsewhere }: { hasCites: boolean; isElsewhere: boolean },
): string {
  if (kind === 'citation')
    return `The fact "${words}" that is cited here is not in your career. Cite one that is, or drop the sentence.`
  if (kind === 'uncited')
    return 'This states something, and names no fact of your career that says so. Say on which one it rests.'
  const what = `${WHAT[kind]} "${words}"`
  if (isElsewhere)
    return `None of the facts cited here says ${what}; another one of yours does. Cite that one, or take it out.`
  const where = hasCites ? 'The facts cited here do not say' : 'Nothing in your career or profile says'
  return `${where} ${what}. Change it, confirm that it is true, or drop it.`
}
