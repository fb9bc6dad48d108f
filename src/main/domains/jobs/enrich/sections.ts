import sectionHeadings from '#resources/section-headings.json' with { type: 'json' }
import { foldForPhrases } from './fold-text.ts'
import { scanKinds } from './phrase-kinds.ts'

/** Which part of a posting a line stands in; a bare "Work permit" means one thing under benefits, another under requirements. */
export type Section = 'benefits' | 'requirements' | 'tasks' | null

/** What a part of a posting lists: what must be there, what may, what is worked with, what nobody asks for, or something else. */
export type ListTopic = 'required' | 'preferred' | 'stack' | 'excluded' | 'other'

const MAX_HEADING_CHARS = 60

const sectionByHeading = new Map<string, Exclude<Section, null>>()
for (const section of ['benefits', 'requirements', 'tasks'] as const) {
  for (const heading of sectionHeadings[section]) sectionByHeading.set(heading, section)
}

const headingWords = scanKinds<ListTopic | 'requiredLine'>(sectionHeadings.words)
const TOPICS: readonly ListTopic[] = ['excluded', 'other', 'preferred', 'required', 'stack']

/** The part of a posting that a line opens as its heading; null when the line is no known heading.
 *  A line that ends in a colon may go on after the known words ("Requirements for this role:"). Pure. */
export function readSectionHeading(line: string): Section {
  if (line.length > MAX_HEADING_CHARS) return null
  const bare = bareWords(line)
  const whole = sectionByHeading.get(bare)
  if (whole || !line.trimEnd().endsWith(':')) return whole ?? null
  const words = bare.split(' ')
  for (let count = words.length - 1; count > 0; count -= 1) {
    const section = sectionByHeading.get(words.slice(0, count).join(' '))
    if (section) return section
  }
  return null
}

/** What a heading announces, or a label that is followed by its list in the same line; null when its words do not tell. "Nice to
 *  have" beats "requirements" in one heading, and what the employer offers beats both. Pure. */
export function readListTopic(heading: string, { isLabel }: { isLabel: boolean }): ListTopic | null {
  const kinds = new Set(headingWords.scanLongest(heading).flatMap((hit) => hit.kinds))
  const topic = TOPICS.find((kind) => kinds.has(kind))
  if (topic) return topic
  if (kinds.has('requiredLine') && !isLabel) return 'required'
  const section = sectionByHeading.get(bareWords(heading))
  if (!section) return null
  return section === 'requirements' ? 'required' : 'other'
}

function bareWords(line: string): string {
  return foldForPhrases(line)
    .replace(/[^\p{L} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
