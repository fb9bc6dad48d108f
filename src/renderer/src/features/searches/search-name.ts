import type { JobFilter } from '#shared/jobs.ts'
import { SEARCH_NAME_MAX } from '#shared/searches.ts'
import type { Chip } from '../jobs/index.ts'

/** What comes first in a name: what the work is, then where, then the rest. */
const RANKS: Readonly<Record<string, number>> = { Text: 0, Skill: 1, Role: 2, Level: 3, City: 4, Country: 5 }

/** A name made of the filters that are on: "Python · Germany · visa". No longer than a name may be. Pure. */
export function suggestName(chips: readonly Pick<Chip, 'kind' | 'word'>[], mark: JobFilter['mark']): string {
  const rank = (chip: Pick<Chip, 'kind'>) => RANKS[chip.kind] ?? 9
  const words = chips
    .toSorted((a, b) => rank(a) - rank(b))
    .map((chip, index) => (index === 0 ? firstWord(chip) : nameWord(chip)))
  if (mark !== 'visible') words.push(mark)
  if (words.length === 0) return 'All jobs'
  let name = ''
  for (const word of words) {
    const longer = name === '' ? word : `${name} · ${word}`
    if (longer.length > SEARCH_NAME_MAX) break
    name = longer
  }
  return name === '' ? `${words[0]?.slice(0, SEARCH_NAME_MAX - 1) ?? ''}…` : name
}

function nameWord({ kind, word }: Pick<Chip, 'kind' | 'word'>): string {
  switch (kind) {
    case 'Visa':
      return word === 'Offered' ? 'visa' : `visa ${word.toLowerCase()}`.replace('visa no visa', 'no visa')
    case 'Permit':
      return 'pay reaches a permit'
    case 'Sponsor register':
      return 'registered sponsor'
    case 'Language':
      return `in ${word}`
    case 'You speak':
      return `${word} spoken`
    case 'Text':
    case 'Skill':
    case 'City':
    case 'Country':
    case 'Source':
      return word
    default:
      return word === 'Not stated' ? `${kind.toLowerCase()} not stated` : lowerFirst(word)
  }
}

/** A name begins with a capital, but for what the user or a skill's own name writes otherwise. */
function firstWord(chip: Pick<Chip, 'kind' | 'word'>): string {
  const word = nameWord(chip)
  return chip.kind === 'Text' || chip.kind === 'Skill' ? word : word.charAt(0).toUpperCase() + word.slice(1)
}

/** "Remote" reads as "remote" inside a name; "DevOps" and the like stay. */
function lowerFirst(word: string): string {
  return /^\p{Lu}\p{Ll}+\b/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word
}
