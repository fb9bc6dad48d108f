import type { FactId } from '#shared/career.ts'
import { languageOf } from '../claims/read/sentence-language.ts'
import type { LetterInput } from './letter-input.ts'
import type { LetterLanguage } from './letter-words.ts'
import { createRelevance } from './relevance.ts'

/** A point of the career as it is written there. `employer` '' for a project, which then has its `name`. */
export interface LetterPoint {
  readonly cites: readonly FactId[]
  readonly employer: string
  readonly name: string
  readonly text: string
  readonly why: string
}

const POINTS = { short: 2, usual: 3, long: 4 } as const
/** A point in the language of the letter reads better than one in another; a much better fit still wins. */
const OWN_LANGUAGE_WORTH = 2
const LANGUAGE_NAMES: Readonly<Record<string, string>> = { en: 'English', de: 'German' }

/** The points of posts and projects that fit best, word for word: none is translated. Pure. */
export function choosePoints({ posting, career, options }: LetterInput, language: LetterLanguage): LetterPoint[] {
  const relevance = createRelevance(posting, options)
  const around = languageOf(
    [...career.experiences, ...career.projects].flatMap(({ bullets }) => bullets.map(({ text }) => text)).join('\n'),
    'en',
  )
  const places = [
    ...career.experiences.map(({ company, bullets, id }) => ({ employer: company, name: '', bullets, id })),
    ...career.projects.map(({ name, bullets, id }) => ({ employer: '', name, bullets, id })),
  ]
  const weighed = places.flatMap(({ employer, name, bullets, id: place }) =>
    bullets.map(({ id, text }) => {
      const { score, skills, near } = relevance.fitOf(text)
      const own = languageOf(text, around)
      const isMarked = relevance.isHighlight({ id, text })
      const worth = score + (own === language ? OWN_LANGUAGE_WORTH : 0) + (isMarked ? 1000 : 0)
      return { cites: [id, place], employer, name, text, skills, near, own, isMarked, worth }
    }),
  )
  return weighed
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, POINTS[options.length])
    .map(({ cites, employer, name, text, own, ...chosen }) => ({
      cites,
      employer,
      name,
      text,
      why: whyOf(chosen) + inLanguage(own, language),
    }))
}

function whyOf({
  skills,
  near,
  isMarked,
}: {
  skills: readonly string[]
  near: readonly string[]
  isMarked: boolean
}): string {
  if (isMarked) return 'Chosen because you marked it.'
  if (skills.length > 0) return `Chosen because it shows ${skills.slice(0, 3).join(', ')}.`
  return near.length > 0
    ? `Chosen because it shows something near ${near.slice(0, 3).join(', ')}.`
    : 'Chosen because it is nearest to the words of the posting.'
}

function inLanguage(own: string, language: LetterLanguage): string {
  if (own === language) return ''
  return ` It stands in ${LANGUAGE_NAMES[own] ?? 'its own language'} as in your career; nothing is translated. Put it into ${LANGUAGE_NAMES[language] ?? 'the language of the letter'} yourself.`
}
