import type { EmploymentType } from '#shared/facts.ts'
import employmentWords from '#resources/employment-words.json' with { type: 'json' }
import { foldForPhrases } from './fold-text.ts'
import { compilePhrases, hasPhrase, replacePhrases } from './phrase-pattern.ts'
import type { PhraseList } from './phrase-pattern.ts'

/** From the most telling to the least: an internship may be full time as well, a fixed term too. */
const ORDER = ['internship', 'contract', 'temporary', 'part_time', 'full_time'] as const

interface TypeLists {
  readonly any: PhraseList
  readonly types: readonly (readonly [EmploymentType, PhraseList])[]
}

interface EmploymentLexicon {
  readonly either: PhraseList
  readonly mask: PhraseList
  readonly title: TypeLists
  readonly text: TypeLists
}

let lexicon: EmploymentLexicon | undefined

function readLexicon(): EmploymentLexicon {
  lexicon ??= {
    either: compilePhrases(employmentWords.either),
    mask: compilePhrases(employmentWords.mask),
    title: compileTypes(employmentWords.title),
    text: compileTypes(employmentWords.text),
  }
  return lexicon
}

/** How a posting employs: what the source states, else what the title says, else the text; null when none says so. A choice of
 *  full or part time is full time. Pure. */
export function readEmploymentType(input: {
  title: string
  descriptionText: string
  stated: EmploymentType | null
}): EmploymentType | null {
  if (input.stated) return input.stated
  const { title, text } = readLexicon()
  return readFrom(title, input.title) ?? readFrom(text, input.descriptionText)
}

function readFrom({ any, types }: TypeLists, text: string): EmploymentType | null {
  const { either, mask } = readLexicon()
  const folded = foldForPhrases(text)
  if (!hasPhrase(any, folded)) return null
  const masked = replacePhrases(mask, { folded, replacement: '_ ' })
  const found = types.find(([, list]) => hasPhrase(list, masked))?.[0]
  if (found) return found
  return hasPhrase(either, folded) ? 'full_time' : null
}

function compileTypes(words: Readonly<Record<EmploymentType, readonly string[]>>): TypeLists {
  return {
    any: compilePhrases([...ORDER.flatMap((type) => words[type]), ...employmentWords.either]),
    types: ORDER.map((type) => [type, compilePhrases(words[type])] as const),
  }
}
