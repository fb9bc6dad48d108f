import type { Need } from '#shared/facts.ts'
import { readSectionHeading } from '../sections.ts'
import { findAskWords } from './lexicon.ts'

const MAX_CHARS = 2000
const MAX_LINES = 25
const MAX_HEADING_CHARS = 50
const MAX_BARE_WORDS = 3
const ITEM_SIGN = /^[-–—•*·●▪◦✓✔+>]/u

/** What the heading over a place in a text says of the lines under it: requirements are required, what is "nice to have" is
 *  preferred; null under any other heading, or none. Looks back a bounded way. Pure. */
export function sectionNeedAt(text: string, at: number): Need | null {
  const before = text.slice(Math.max(0, at - MAX_CHARS), at)
  let end = before.lastIndexOf('\n')
  for (let lines = 0; end > 0 && lines < MAX_LINES; lines++) {
    const start = before.lastIndexOf('\n', end - 1) + 1
    const line = end - start > MAX_HEADING_CHARS + 10 ? '' : before.slice(start, end).trim()
    const isPossible = line !== '' && line.length <= MAX_HEADING_CHARS && !ITEM_SIGN.test(line)
    const need = isPossible ? needOf(line) : undefined
    if (need !== undefined) return need
    end = start - 1
  }
  return null
}

function needOf(heading: string): Need | null | undefined {
  const section = readSectionHeading(heading)
  const isWish = findAskWords(heading).some(({ kinds }) => kinds.includes('prefer'))
  // "Meriterande": a line of its own
  const isBare = isWish && heading.split(' ').length <= MAX_BARE_WORDS && !/[.!?]$/.test(heading)
  if (section === null && !heading.endsWith(':') && !isBare) return undefined
  if (isWish) return 'preferred'
  return section === 'requirements' ? 'required' : null
}
