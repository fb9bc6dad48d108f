import type { AskedPosting } from '../../compose/asked-posting.ts'
import { asData } from './data-text.ts'

const MOST_CHARS = 24_000
const MOST_NAME_CHARS = 300

/** The posting as data for a model. Pure. */
export function postingText({ title, company, city, descriptionText }: AskedPosting): string {
  const head = [
    ['Title', title],
    ['Employer', company],
    ['Place', city],
  ] as const
  const lines = head.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${oneLine(value)}`]))
  return [...lines, '', asData(descriptionText, MOST_CHARS)].join('\n')
}

function oneLine(value: string): string {
  return asData(value, MOST_NAME_CHARS).replaceAll(/\s+/g, ' ')
}
