import type { CareerChange } from '#shared/career.ts'
import type { Tone } from '../../../../ui/tone-badge.tsx'

export const PART_WORDS: Readonly<Record<CareerChange['part'], string>> = {
  person: 'Person',
  summary: 'Summary',
  experiences: 'Experience',
  education: 'Education',
  projects: 'Projects',
  extras: 'More',
  skills: 'Skills to match with',
  languages: 'Languages to match with',
}

export const EFFECT_WORDS: Readonly<Record<CareerChange['effect'], { readonly word: string; readonly tone: Tone }>> = {
  added: { word: 'Added', tone: 'good' },
  completed: { word: 'Completed', tone: 'good' },
  known: { word: 'There already', tone: 'plain' },
  kept: { word: 'Yours stays', tone: 'plain' },
  replaced: { word: 'Replaced', tone: 'warn' },
  no_room: { word: 'No room', tone: 'warn' },
}

/** '3 added, 1 completed'. What stays as it is comes last. Pure. */
export function countWords(changes: readonly CareerChange[]): string {
  const count = (...effects: readonly CareerChange['effect'][]) =>
    changes.filter(({ effect }) => effects.includes(effect)).length
  const words = [
    [count('added'), 'added'],
    [count('completed'), 'completed'],
    [count('replaced'), 'replaced or removed'],
    [count('known', 'kept'), 'left as they are'],
    [count('no_room'), 'without room'],
  ] as const
  const said = words.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)
  return said.length === 0 ? 'Nothing changes' : said.join(', ')
}

/** The changes by their part, in the order of the words. Pure. */
export function byPart(changes: readonly CareerChange[]): [CareerChange['part'], CareerChange[]][] {
  const parts: CareerChange['part'][] = [
    'person',
    'summary',
    'experiences',
    'education',
    'projects',
    'extras',
    'skills',
    'languages',
  ]
  return parts.flatMap((part): [CareerChange['part'], CareerChange[]][] => {
    const of = changes.filter((change) => change.part === part)
    return of.length === 0 ? [] : [[part, of]]
  })
}
