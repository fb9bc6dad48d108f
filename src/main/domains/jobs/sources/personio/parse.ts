import { HttpProblem } from '#main/infra/http/http.ts'
import { escapeText } from '../../pipeline/text-to-html.ts'
import type { RawPosting } from '../../posting.ts'
import { type AskedBoard, employerOf, itemAt } from '../asked-board.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { childElements, splitDocument, xmlText, type XmlElement, type XmlItem } from '../feed/xml-items.ts'
import { isoInstant } from '../parts/instants.ts'
import { rejected, toItem, UNSAID } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import { joinedMarkup } from '../parts/markup-parts.ts'
import { eachPlaceOnce } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { webAddress } from '../parts/web-address.ts'

export interface PersonioBoard extends AskedBoard {
  /** The address that its job pages begin with, without a slash at the end; null when it is not known. */
  readonly base: string | null
}

/** No employer has more open; a document that has was made to keep its reader busy. */
const MAX_POSITIONS = 5000
/** Names of sections that are codes of the system and no headings ("CONTACT_PERSON"). */
const CODE_NAME = /^[A-Z]+(?:_[A-Z]+)+$/
/** In one word, it leaves open which of the two it is. */
const FULL_OR_PART = /^full[\s_-]*or[\s_-]*part[\s_-]*time$/i

/** All positions of one employer's board. One that is broken is rejected and its neighbours are kept. Throws HttpProblem
 *  'unreadable' for a document that is no board, breaks off, or has no end. Pure. */
export function parseBoard(answer: Pick<SourceAnswer, 'text' | 'url'>, board: PersonioBoard): readonly ParsedItem[] {
  const host = URL.parse(answer.url)?.host ?? 'The server'
  const document = splitDocument(answer.text, (root) => (root === 'workzag-jobs' ? 'position' : null))
  if (document === null) throw new HttpProblem('unreadable', `${host} sent something that is no Personio board`)
  if (!document.isEnded) throw new HttpProblem('unreadable', `${host} sent a Personio board that breaks off`)
  if (document.items.length > MAX_POSITIONS) {
    throw new HttpProblem('unreadable', `${host} sent a board of more than ${MAX_POSITIONS} positions`)
  }
  return document.items.map((item, index) => parsePosition(item, { board, index }))
}

function parsePosition(item: XmlItem, { board, index }: { board: PersonioBoard; index: number }): ParsedItem {
  const where = itemAt(board, index)
  const fields = item.isWhole ? insideOf(item.xml) : null
  if (fields === null) return rejected('bad_shape', `${where} breaks off or is broken XML`)
  const id = textOf(fields, 'id')
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: id === null || board.slug === '' ? id : `${board.slug}/${id}`,
      title: textOf(fields, 'name'),
      company: employerOf(textOf(fields, 'subcompany'), board),
      url: id === null || board.base === null ? null : webAddress(`${board.base}/job/${encodeURIComponent(id)}`),
      locations: officesOf(fields),
      descriptionHtml: descriptionOf(fields),
      postedAt: isoInstant(textOf(fields, 'createdat')),
      statedSalary: payOf(fields),
      employmentType: employmentOf(fields),
    },
    `${where} (${id ?? 'no id'})`,
  )
}

/** The office first, then the further ones, as the employer wrote them. */
function officesOf(fields: readonly XmlElement[]): readonly string[] {
  const listed = elementsIn(fields, 'additionaloffices').filter(({ name }) => name === 'office')
  const further =
    listed.length > 0 ? listed.map(({ inner }) => plainText(xmlText(inner))) : [textOf(fields, 'additionaloffices')]
  const offices = [textOf(fields, 'office'), ...further]
  return eachPlaceOnce(offices.flatMap((office) => office ?? []))
}

/** The sections under their headings (older boards have them without the element around them), then what the employer filed about level and years. Empty when no section has a text: the
 *  position is written in another language than the one asked for. */
function descriptionOf(fields: readonly XmlElement[]): string {
  const sections = [...elementsIn(fields, 'jobdescriptions'), ...fields].flatMap(({ name, inner }) => {
    const parts = name === 'jobdescription' ? childElements(inner) : null
    if (parts === null) return []
    const heading = textOf(parts, 'name') ?? ''
    return [{ heading: CODE_NAME.test(heading) ? null : heading, html: xmlText(insideOfFirst(parts, 'value')) }]
  })
  const text = joinedMarkup(sections)
  return text === '' ? '' : joinedMarkup([{ html: text }, { html: filedUnder(fields) }])
}

function filedUnder(fields: readonly XmlElement[]): string {
  const seniority = textOf(fields, 'seniority')
  const years = yearsOf(textOf(fields, 'yearsofexperience'))
  const said = [
    ...(seniority === null ? [] : [`Seniority: ${seniority}.`]),
    ...(years === null ? [] : [`Years of experience: ${years}.`]),
  ]
  return said.length === 0 ? '' : `<p>${escapeText(said.join(' '))}</p>`
}

/** Personio writes "lt-1", "2-5" and "gt-15". */
function yearsOf(code: string | null): string | null {
  const match = /^(lt|gt)-(\d+)$/.exec(code ?? '')
  return match === null ? code : `${match[1] === 'lt' ? 'less' : 'more'} than ${match[2]}`
}

function payOf(fields: readonly XmlElement[]): RawPosting['statedSalary'] {
  const pay = elementsIn(fields, 'salaryinformation')
  return statedSalaryOf({
    min: textOf(pay, 'min'),
    max: textOf(pay, 'max'),
    currency: textOf(pay, 'currencycode'),
    period: textOf(pay, 'type'),
  })
}

function employmentOf(fields: readonly XmlElement[]): RawPosting['employmentType'] {
  const schedule = textOf(fields, 'schedule') ?? ''
  return employmentTypeOf([textOf(fields, 'employmenttype') ?? '', FULL_OR_PART.test(schedule) ? '' : schedule])
}

/** What is in the one element that this XML is; null when it is broken. */
function insideOf(xml: string): readonly XmlElement[] | null {
  const [element] = childElements(xml) ?? []
  return element === undefined ? null : childElements(element.inner)
}

function elementsIn(fields: readonly XmlElement[], wanted: string): readonly XmlElement[] {
  const inner = insideOfFirst(fields, wanted)
  return inner === undefined ? [] : (childElements(inner) ?? [])
}

function textOf(fields: readonly XmlElement[], wanted: string): string | null {
  return plainText(xmlText(insideOfFirst(fields, wanted)))
}

function insideOfFirst(fields: readonly XmlElement[], wanted: string): string | undefined {
  return fields.find(({ name }) => name === wanted)?.inner
}
