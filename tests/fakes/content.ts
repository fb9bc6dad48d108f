import data from './openings.json' with { type: 'json' }

/** One invented opening, before any board has written it in its own form. */
export interface Opening {
  /** The same opening has the same number on every board and in every revision. */
  readonly number: number
  readonly title: string
  readonly company: string
  readonly companySlug: string
  readonly city: string
  readonly region: string
  readonly country: string
  readonly isRemote: boolean
  readonly employment: 'Full Time' | 'Vollzeit' | 'Teilzeit' | 'Internship'
  readonly category: string
  readonly descriptionHtml: string
  /** UTC epoch milliseconds. */
  readonly postedAt: number
}

export interface ContentOptions {
  /** How many openings each board shows. */
  readonly count: number
  /** Each revision adds five openings, changes the text of every tenth and takes away every fifteenth of the one before. */
  readonly revision: number
  /** The newest opening's instant; the others are an hour apart going back. UTC epoch milliseconds. */
  readonly asOf: number
}

/** Fixed, so that a test says the same every day. */
export const DEFAULT_CONTENT: ContentOptions = { count: 72, revision: 1, asOf: Date.UTC(2026, 10, 23, 8) }

/** The openings that a board shows, newest first; `firstNumber` is where its own begin in the one series that all draw from. What
 *  two boards share is one opening at one employer. Deterministic: the same options give the same openings. */
export function openingsOf(
  { firstNumber }: { readonly firstNumber: number },
  options: ContentOptions = DEFAULT_CONTENT,
): readonly Opening[] {
  const added = (options.revision - 1) * 5
  const slots = Array.from({ length: options.count + added }, (_, index) => index - added)
  return slots
    .filter((slot) => options.revision === 1 || slot < 0 || slot % 15 !== 14)
    .map((slot) => opening({ number: numberOf(firstNumber, slot), slot, options }))
}

/** Every fourth slot of the other boards is an opening of the first one; new openings (slots below zero) are the board's own. */
function numberOf(firstNumber: number, slot: number): number {
  if (slot < 0) return firstNumber + 500 - slot
  return firstNumber > 0 && slot % 4 === 0 ? slot : firstNumber + slot
}

function opening({ number, slot, options }: { number: number; slot: number; options: ContentOptions }): Opening {
  const role = pick(data.roles, number)
  const round = Math.floor(number / data.roles.length)
  // Three is coprime to the eight companies: every role meets every company before a pair comes back, with another focus then.
  const company = pick(data.companies, round * 3 + (number % data.roles.length))
  const place = pick(data.cities, number * 5 + Math.floor(number / 8))
  const isChanged = options.revision > 1 && slot >= 0 && slot % 10 === 9
  const paragraphs = [
    company.about,
    role.task,
    pick(data.work, number + Math.floor(number / 3)),
    pick(data.pay, number + Math.floor(number / 5)),
    pick(data.visa, number + Math.floor(number / 4)),
    isChanged ? `We extended the search for this role (round ${options.revision}).` : '',
  ]
  return {
    number,
    title: `${pick(data.levels, number)}${role.title}, ${pick(data.focus, number)}${areaOf(number)}${number % 4 === 1 ? ' (m/w/d)' : ''}`,
    company: company.name,
    companySlug: company.slug,
    ...place,
    isRemote: number % 6 === 5,
    employment: pick(
      ['Full Time', 'Vollzeit', 'Teilzeit', 'Internship'] as const,
      number % 11 < 8 ? number % 2 : number % 4,
    ),
    category: role.category,
    descriptionHtml: [
      ...paragraphs.filter((text) => text !== '').map((text) => `<p>${escapeXml(text)}</p>`),
      `<p>What you bring:</p><ul>${role.skills.map((skill) => `<li>${escapeXml(skill)}</li>`).join('')}</ul>`,
      `<p>Reference ${company.slug.slice(0, 3).toUpperCase()}-${number} in ${place.city}.</p>`,
    ].join('\n'),
    postedAt: options.asOf - slot * 3_600_000,
  }
}

/** Beyond the first few thousand the words above come back: from there on every thousand has a field of its own. */
const FIRST_WITH_AREA = 4000

function areaOf(number: number): string {
  return number < FIRST_WITH_AREA ? '' : `, ${pick(data.areas, Math.floor((number - FIRST_WITH_AREA) / 1000))}`
}

/** Titles of other trades, of which a board that cannot be asked for roles is full. */
export function outsiderTitle(slot: number): string {
  return pick(data.outsiders, slot)
}

export function companySlugs(): readonly string[] {
  return data.companies.map((company) => company.slug)
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[((index % values.length) + values.length) % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}
