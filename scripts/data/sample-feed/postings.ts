import type { Company, Handwritten } from './content.ts'
import { content } from './content.ts'
import type { Section } from './wording.ts'
import { writeLocation } from './places.ts'
import type { Opening } from './plan.ts'
import { drawAge } from './plan.ts'
import type { Random } from './random.ts'
import { type Dress, DRESSES, renderHtml, trimmedCopy } from './render.ts'
import { type Board, BOARDS, type SamplePosting, type Truth } from './shape.ts'
import { markTitle } from './titles.ts'

/** An opening with its text, and what its first posting needs to be printed on a board. */
export interface WrittenOpening {
  readonly opening: Opening
  readonly sections: readonly Section[]
  readonly dress: Dress
  readonly companyUrl: string
}

/** Gives out ids in each board's own manner. */
export interface IdBook {
  next(board: Board, company: Company): string
}

export function createIdBook(random: Random): IdBook {
  const counts = new Map<string, number>()
  const used = new Set<string>()
  let northern = 104_000
  function hubId(): string {
    const id = Math.floor(random.next() * 36 ** 6)
      .toString(36)
      .padStart(6, '0')
    if (used.has(id)) return hubId()
    used.add(id)
    return `th-${id}`
  }
  return {
    next(board, company) {
      if (board === 'talent-hub') return hubId()
      if (board === 'northern-board') {
        northern += random.integer(1, 40)
        return `nb-${northern}`
      }
      const count = (counts.get(company.domain) ?? 0) + 1
      counts.set(company.domain, count)
      return `cp-${company.domain}-${String(count).padStart(4, '0')}`
    },
  }
}

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('c++', 'cpp')
    .replaceAll('c#', 'csharp')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The opening's address at the employer; several shapes, as career pages have them. */
export function writeCompanyUrl({
  opening,
  number,
  random,
}: {
  opening: Opening
  number: number
  random: Random
}): string {
  const { company, title, language } = opening
  const slug = slugOf(title)
  const key = 3000 + number * 7
  if (language === 'de' && random.chance(0.5)) return `https://www.${company.domain}.example/karriere/${slug}-${key}`
  return random.pick([
    `https://careers.${company.domain}.example/jobs/${key}-${slug}`,
    `https://jobs.${company.domain}.example/o/${slug}-${key}`,
    `https://www.${company.domain}.example/careers/${slug}?jobId=${key}`,
  ])
}

function boardUrl({
  id,
  board,
  title,
  companyUrl,
}: {
  id: string
  board: Board
  title: string
  companyUrl: string
}): string {
  if (board === 'company-page') return companyUrl
  if (board === 'northern-board') return `https://jobs.northern-board.example/view/${id.slice(3)}`
  return `https://www.talent-hub.example/jobs/${slugOf(title)}-${id.slice(3)}`
}

function companyName({ name, legal }: Company, board: Board): string {
  return board === 'talent-hub' ? name : `${name} ${legal}`
}

function remoteFlag({ place }: Opening, board: Board): boolean | null {
  if (place.workplace === 'remote') return board === 'company-page' ? null : true
  return place.workplace === 'onsite' && board === 'northern-board' ? false : null
}

function truthOf({ opening, sections }: WrittenOpening, said: { first: string; hasPay: boolean }): Truth {
  const { place, pay, visa, seniority, set } = opening
  const evidence = sections.flatMap((section) => section.lines).find((line) => line.fact === 'visa')
  return {
    opening: said.first,
    visa,
    visaEvidence: evidence?.text ?? null,
    salary: said.hasPay && pay ? pay.truth : null,
    salaryEvidence: said.hasPay && pay ? pay.text : null,
    city: place.isCityNamed ? (place.cities[0] ?? null) : null,
    country: place.isCityNamed || place.scope === 'country' ? place.country : null,
    workplace: place.workplace,
    seniority,
    roleFamily: set.family,
  }
}

interface Printing {
  readonly id: string
  readonly board: Board
  readonly first: string
  readonly title: string
  readonly url: string
  readonly hoursAgo: number
  readonly showsPayField: boolean
}

function printPosting(written: WrittenOpening, printing: Printing): SamplePosting {
  const { opening, sections, dress } = written
  const { board, showsPayField } = printing
  const hasPay = opening.pay !== null && (showsPayField || opening.paySpot !== 'field')
  return {
    id: printing.id,
    board,
    title: printing.title,
    company: companyName(opening.company, board),
    url: printing.url,
    location: writeLocation(opening.place, board, opening.language),
    remote: remoteFlag(opening, board),
    employmentType: opening.employmentType,
    salary: showsPayField && opening.pay ? opening.pay.text : null,
    postedHoursAgo: printing.hoursAgo,
    descriptionHtml: renderHtml(sections, dress),
    truth: truthOf(written, { first: printing.first, hasPay }),
  }
}

/** The first posting of an opening on one board. */
export function printFirst(written: WrittenOpening, { board, ids }: { board: Board; ids: IdBook }): SamplePosting {
  const { opening, companyUrl } = written
  const id = ids.next(board, opening.company)
  const title = markTitle(opening.title, { board, language: opening.language, country: opening.place.country })
  return printPosting(written, {
    id,
    board,
    first: id,
    title,
    url: boardUrl({ id, board, title, companyUrl }),
    hoursAgo: opening.postedHoursAgo,
    showsPayField: opening.paySpot !== 'text',
  })
}

function otherTitle(title: string, { opening, random }: { opening: Opening; random: Random }): string {
  const roll = random.next()
  if (roll < 0.3) return title.replace(/^Senior /, 'Sr. ').replace(' – ', ' - ')
  const [city] = opening.place.cities
  if (roll < 0.45 && city && opening.place.isCityNamed && opening.place.cities.length === 1) return `${title} - ${city}`
  if (roll < 0.6)
    return title
      .replace(/^Full[- ]?[Ss]tack /, 'Fullstack ')
      .replace('Machine Learning Engineer', 'Machine-Learning Engineer')
      .replace(' – ', ', ')
  return title
}

const rearranged = (sections: readonly Section[], random: Random): Section[] =>
  sections.map((section) => (section.isList ? { ...section, lines: random.shuffle(section.lines) } : section))

/** A second posting of the same opening on another board: other spelling, other dress, shortened or reordered, sometimes
 *  the employer's own address with tracking parameters. */
export function printCopy(
  written: WrittenOpening,
  copy: { first: SamplePosting; board: Board; ids: IdBook; random: Random },
): SamplePosting {
  const { first, board, ids, random } = copy
  const { opening, companyUrl } = written
  const id = ids.next(board, opening.company)
  const marked = markTitle(opening.title, { board, language: opening.language, country: opening.place.country })
  const title = otherTitle(marked, { opening, random })
  const dress = random.pick(DRESSES)
  const shuffled = random.chance(0.6) ? rearranged(written.sections, random) : [...written.sections]
  const sections = trimmedCopy(shuffled, { linesToDrop: random.integer(0, 5), dress })
  const tracking = random.pick([
    `utm_source=${board}&utm_medium=feed`,
    `utm_source=${board}&utm_campaign=organic&ref=partner`,
    'utm_medium=jobboard&utm_content=apply',
  ])
  const sharesUrl = board !== 'company-page' && first.board === 'company-page'
  const tracked = `${companyUrl}${companyUrl.includes('?') ? '&' : '?'}${tracking}`
  return printPosting(
    { ...written, sections, dress },
    {
      id,
      board,
      first: first.id,
      title,
      url: sharesUrl ? tracked : boardUrl({ id, board, title, companyUrl }),
      hoursAgo: Math.max(0, first.postedHoursAgo - random.integer(0, 150)),
      showsPayField: opening.paySpot !== 'text' && random.chance(0.75),
    },
  )
}

/** A posting that somebody wrote as a whole (Dutch, French). */
export function printHandwritten(text: Handwritten, { ids, random }: { ids: IdBook; random: Random }): SamplePosting {
  const company = content.companies.find(({ name }) => name === text.company)
  if (!company) throw new Error(`unknown company ${text.company}`)
  const board = random.pick(BOARDS)
  const id = ids.next(board, company)
  const companyUrl = `https://www.${company.domain}.example/jobs/${slugOf(text.title)}`
  return {
    id,
    board,
    title: text.title,
    company: companyName(company, board),
    url: boardUrl({ id, board, title: text.title, companyUrl }),
    location: text.location,
    remote: text.remote,
    employmentType: text.employmentType,
    salary: text.salary,
    postedHoursAgo: drawAge(random),
    descriptionHtml: text.html,
    truth: { opening: id, ...text.truth, salaryEvidence: text.salary, city: text.city, country: text.country },
  }
}
