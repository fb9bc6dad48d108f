import { employmentTypeOf } from '../parts/employment-words.ts'
import { feedInstant, unixInstant } from '../parts/instants.ts'
import { rejected, toItem } from '../parts/item.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import type { ParsedItem } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import type { Workplace } from '#shared/facts.ts'
import { all, isNode, markupOf, property, textOf, type Graph, type Node } from './graph.ts'
import { payOf } from './node-pay.ts'
import { placesOf } from './node-places.ts'

export interface NodeContext {
  readonly graph: Graph
  /** What addresses on the page are relative to. */
  readonly base: string | undefined
  /** The posting's address when the node gives none. */
  readonly addressFor: (title: string | null) => string | null
  /** The source's id for the posting at an address. */
  readonly idFor: (url: string) => string
  readonly where: string
}

/** Says about the job what a longer description would. */
const PARTS = [
  'responsibilities',
  'qualifications',
  'experienceRequirements',
  'educationRequirements',
  'skills',
  'jobBenefits',
]
/** Some pages call only an introduction their description, and say the rest in these. */
const BESIDE = ['responsibilities', 'qualifications']
const WORKPLACES: readonly (readonly [Workplace, RegExp])[] = [
  ['remote', /telecommut|remote/i],
  ['hybrid', /hybrid/i],
  ['onsite', /on-?_?\s?site/i],
]

/** A JobPosting node of schema.org as a posting. Pure. */
export function postingOfNode(node: Node, context: NodeContext): ParsedItem {
  const { graph } = context
  const title = textOf(property(node, 'title')) ?? textOf(property(node, 'name'))
  const url = ownAddress(node, context) ?? context.addressFor(title)
  const places = placesOf(node, graph)
  const pay = payOf(node, graph)
  if (title === null && url === null && isEmpty(node)) return rejected('bad_shape', `${context.where} is empty`)
  return toItem(
    {
      sourcePostingId: url === null ? null : context.idFor(url),
      title,
      company: companyOf(node, graph),
      url,
      locations: places.locations,
      countryCode: places.countryCode,
      descriptionHtml: descriptionOf(node),
      postedAt: instantIn(property(node, 'datePosted')),
      closesAt: instantIn(property(node, 'validThrough')),
      statedSalary: pay.statedSalary,
      ...(pay.predictedSalary === null ? {} : { predictedSalary: pay.predictedSalary }),
      salaryText: pay.salaryText,
      workplace: workplaceIn(property(node, 'jobLocationType')) ?? (places.isRemote ? 'remote' : null),
      employmentType: employmentTypeOf(labelsIn(property(node, 'employmentType'))),
      requisitionId: requisitionIn(property(node, 'identifier')),
    },
    title === null ? context.where : `${context.where} ("${title.slice(0, 80)}")`,
  )
}

function isEmpty(node: Node): boolean {
  return Object.keys(node).every((key) => key.startsWith('@'))
}

/** The address that the posting itself names. The front page of a site is nobody's posting. */
function ownAddress(node: Node, { base }: NodeContext): string | null {
  const page = property(node, 'mainEntityOfPage')
  const pages = all(page).flatMap((one) => (isNode(one) ? [property(one, 'url'), one['@id']] : [one]))
  for (const value of [...all(property(node, 'url')), ...pages]) {
    const url = webAddress(plainText(isNode(value) ? value['@id'] : value), base)
    if (url !== null && !isFrontPage(url)) return url
  }
  return null
}

export function isFrontPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.pathname === '/' && url.search === ''
}

function companyOf(node: Node, graph: Graph): string | null {
  for (const value of all(property(node, 'hiringOrganization'))) {
    const organisation = graph.nodeOf(value)
    const name =
      organisation === null
        ? textOf(value)
        : (textOf(property(organisation, 'name')) ?? textOf(property(organisation, 'legalName')))
    // Google's documentation has employers who stay unnamed write "confidential".
    if (name !== null && webAddress(name) === null && !/^confidential$/i.test(name)) return name
  }
  return null
}

/** The description, and what is said beside it without being in it. */
function descriptionOf(node: Node): string {
  const description = unescapeMarkup(markupOf(property(node, 'description')) ?? '')
  const said = wordsIn(description)
  const parts = (said === '' ? PARTS : BESIDE)
    .flatMap((name) => all(property(node, name)).slice(0, 50))
    .flatMap((part) => markupOf(part) ?? [])
    .map(unescapeMarkup)
    .filter((part) => !said.includes(wordsIn(part)))
  return [...(said === '' ? [] : [description]), ...parts].join('\n\n')
}

function wordsIn(markup: string): string {
  return plainText(markup.replace(/<[^<>]*>/g, ' ')) ?? ''
}

function instantIn(value: unknown): number | null {
  const text = textOf(value)
  return feedInstant(text) ?? unixInstant(text)
}

function workplaceIn(value: unknown): Workplace | null {
  const said = labelsIn(value).join(' ')
  return WORKPLACES.find(([, pattern]) => pattern.test(said))?.[0] ?? null
}

/** "FULL_TIME", ["FULL_TIME", "PART_TIME"], "https://schema.org/FULL_TIME" alike. */
function labelsIn(value: unknown): readonly string[] {
  return all(value)
    .slice(0, 20)
    .flatMap((one) => textOf(one) ?? [])
}

/** `identifier` is the employer's own name for the job: a PropertyValue, text or number. An address is none. */
function requisitionIn(value: unknown): string | null {
  for (const one of all(value)) {
    const text = textOf(isNode(one) ? (property(one, 'value') ?? one['@value']) : one)
    if (text !== null && text.length <= 100 && webAddress(text) === null) return text
  }
  return null
}
