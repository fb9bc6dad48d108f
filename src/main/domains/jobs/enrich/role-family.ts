import type { RoleFamily } from '#shared/facts.ts'
import roleFamilies from '#resources/role-families.json' with { type: 'json' }
import titleLevels from '#resources/title-levels.json' with { type: 'json' }
import { foldForPhrases } from './fold-text.ts'
import { compilePhrases, findPhrases, hasPhrase } from './phrase-pattern.ts'
import type { PhraseList } from './phrase-pattern.ts'

type Family = keyof typeof roleFamilies.families
type Modifier = keyof typeof roleFamilies.modifiers

interface Match {
  readonly family: RoleFamily
  readonly start: number
  readonly end: number
  readonly isPerson: boolean
}

interface FamilyLexicon {
  readonly families: readonly (readonly [RoleFamily, PhraseList])[]
  readonly generic: PhraseList
  readonly modifiers: readonly (readonly [RoleFamily, PhraseList])[]
  readonly cues: PhraseList
}

/** Ends of words that name a person by work, in the languages of the phrase lists; other matches only name a field. */
const PERSON =
  /(?:er|ers|erin|erinnen|or|ors|st|sts|stin|ant|ante|ect|ects|ekt|ian|eur|eurs|euse|euer|leit\p{L}*|ista|yk|dor|dora|tor|tora|ero|era|are|aar|ive|counsel|lead|leads|cto|cpo|sre|frau|kraft|et|etin|director|direktor)$|administrator /u
const FAMILY_ORDER: readonly Family[] = [
  'other',
  'research',
  'product_manager',
  'data_scientist',
  'ml_engineer',
  'data_engineer',
  'data_analyst',
  'fullstack',
  'frontend',
  'backend',
  'devops_sre',
]
const MODIFIER_ORDER: readonly Modifier[] = [
  'other',
  'ml_engineer',
  'fullstack',
  'frontend',
  'data_engineer',
  'backend',
  'devops_sre',
]
/** No title that anybody wrote is longer. */
const MAX_TITLE_CHARS = 300
const MAX_TEXT_CHARS = 600
const CUE_WINDOW_CHARS = 70

let lexicon: FamilyLexicon | undefined

function readLexicon(): FamilyLexicon {
  lexicon ??= {
    families: [
      ['other', compilePhrases(roleFamilies.heads)],
      ...FAMILY_ORDER.map((family) => [family, compilePhrases(roleFamilies.families[family])] as const),
    ],
    generic: compilePhrases(roleFamilies.generic),
    modifiers: MODIFIER_ORDER.map((family) => [family, compilePhrases(roleFamilies.modifiers[family])] as const),
    cues: compilePhrases(titleLevels.text.cues),
  }
  return lexicon
}

/** The family of work a posting belongs to, by the definitions in docs/READING.md. The title decides, part by part from the
 *  left; a title that names no work at all ("Join us!") leaves it to what the text says it looks for. Pure. */
export function readRoleFamily(input: { title: string; descriptionText: string }): RoleFamily {
  const title = foldForPhrases(input.title.slice(0, MAX_TITLE_CHARS))
  const fromTitle = readTitle(title)
  if (fromTitle) return fromTitle
  if (title.split(' ').some((word) => PERSON.test(word))) return 'other'
  const text = foldForPhrases(input.descriptionText.slice(0, MAX_TEXT_CHARS))
  for (const cue of findPhrases(readLexicon().cues, text)) {
    const phrase = /^[^,;.:!?()]*/.exec(text.slice(cue.end, cue.end + CUE_WINDOW_CHARS))?.[0] ?? ''
    const family = readPart({ part: ` ${phrase.trim()} `, rest: '' }, 'persons')
    if (family) return family
  }
  return 'other'
}

function readTitle(folded: string): RoleFamily | null {
  const parts = folded.split(/ (?:[,;:()[\]|•·–—?!.@]|-) /).map((part) => ` ${part.trim()} `)
  for (const [index, part] of parts.entries()) {
    const family = readPart({ part, rest: parts.slice(index + 1).join('') })
    if (family) return family
  }
  return null
}

/** Reads one part of a title; `rest` may refine a generic role ("Software Engineer, Machine Learning"). */
function readPart(
  { part, rest }: { part: string; rest: string },
  accepts: 'all' | 'persons' = 'all',
): RoleFamily | null {
  const { families, generic, modifiers } = readLexicon()
  const matches = families.flatMap(([family, list]) => findMatches(family, { list, part }))
  const persons = matches.filter((match) => match.isPerson)
  const person = firstOf(persons)
  if (person) return firstOf(matches.filter((match) => match.start === person.start))?.family ?? person.family
  if (!hasPhrase(generic, part)) return accepts === 'persons' ? null : (firstOf(matches)?.family ?? null)
  const sides = new Set(matches.map((match) => match.family))
  if (sides.has('frontend') && sides.has('backend') && /front.*back|back.*front/.test(part)) return 'fullstack'
  // "Cloud Security Engineer" works in security: a field outside the families outweighs one inside them.
  const topic = firstOf(matches.filter((match) => match.family === 'other')) ?? firstOf(matches)
  if (topic) return topic.family
  return modifiers.find(([, list]) => hasPhrase(list, rest))?.[0] ?? 'backend'
}

function findMatches(family: RoleFamily, { list, part }: { list: PhraseList; part: string }): Match[] {
  return findPhrases(list, part).map((span) => ({
    family,
    ...span,
    isPerson: PERSON.test(part.slice(span.start, span.end).trim()),
  }))
}

/** The match that begins first; at the same place the longer one. */
function firstOf(matches: readonly Match[]): Match | undefined {
  return [...matches].sort((a, b) => a.start - b.start || b.end - a.end)[0]
}
