import sectionHeadings from '#resources/section-headings.json' with { type: 'json' }
import { foldForPhrases } from './fold-text.ts'

/** Which part of a posting a line stands in; a bare "Work permit" means one thing under benefits, another under requirements. */
export type Section = 'benefits' | 'requirements' | 'tasks' | null

const MAX_HEADING_CHARS = 60

const sectionByHeading = new Map<string, Exclude<Section, null>>()
for (const section of ['benefits', 'requirements', 'tasks'] as const) {
  for (const heading of sectionHeadings[section]) sectionByHeading.set(heading, section)
}

/** The part of a posting that a line opens as its heading; null when the line is no known heading.
 *  A line that ends in a colon may go on after the known words ("Requirements for this role:"). Pure. */
export function readSectionHeading(line: string): Section {
  if (line.length > MAX_HEADING_CHARS) return null
  const bare = foldForPhrases(line)
    .replace(/[^\p{L} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const whole = sectionByHeading.get(bare)
  if (whole || !line.trimEnd().endsWith(':')) return whole ?? null
  const words = bare.split(' ')
  for (let count = words.length - 1; count > 0; count -= 1) {
    const section = sectionByHeading.get(words.slice(0, count).join(' '))
    if (section) return section
  }
  return null
}
