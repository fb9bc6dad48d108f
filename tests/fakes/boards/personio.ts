import type { FakeBoard, WireAnswer, WireRequest } from '../board.ts'
import { companySlugs, escapeXml, type Opening } from '../content.ts'
import { sectionsOf, statedBand } from '../opening-facts.ts'

export const personio: FakeBoard = { id: 'personio', firstNumber: 14_000, padding: 'xml', wire }

/** What a board answers in when nothing is asked for. */
const OWN_LANGUAGE = 'de'
const LANGUAGES = new Set(['de', 'en', 'fr', 'es', 'nl', 'it', 'pt'])
const NOT_FOUND: WireAnswer = {
  status: 404,
  contentType: 'text/html; charset=UTF-8',
  body: '<!DOCTYPE html><html><head><title>Page not found</title></head><body><h1>Page not found</h1></body></html>',
}
const KINDS = { 'Full Time': 'permanent', Vollzeit: 'permanent', Teilzeit: 'permanent', Internship: 'intern' } as const
const SENIORITIES = ['entry-level', 'experienced', 'executive'] as const
const YEARS = ['lt-1', '1-2', '2-5', '5-7', '7-10', '10-15', 'gt-15'] as const

function wire({ url, method, openings, spoil }: WireRequest): WireAnswer | null {
  const slug = /^\/([^/]+)\/xml$/.exec(url.pathname)?.[1] ?? ''
  const language = url.searchParams.get('language') ?? OWN_LANGUAGE
  if (method !== 'GET' || !companySlugs().includes(slug) || !LANGUAGES.has(language)) return NOT_FOUND
  const positions = openings
    .filter((opening) => opening.companySlug === slug)
    .map((opening, index) => {
      const lacks = (field: number): boolean => spoil === 'missing-fields' && index % 3 === field
      return [
        '    <position>',
        ...(lacks(1) ? [] : [`        <id>${2_000_000 + opening.number}</id>`]),
        ...officesOf(opening),
        `        <department>${escapeXml(opening.category)}</department>`,
        '        <recruitingCategory>All</recruitingCategory>',
        ...(lacks(0) ? [] : [`        <name>${escapeXml(opening.title)}</name>`]),
        ...textsOf(opening, language),
        `        <employmentType>${KINDS[opening.employment]}</employmentType>`,
        `        <seniority>${SENIORITIES[opening.number % SENIORITIES.length] ?? ''}</seniority>`,
        `        <schedule>${opening.employment === 'Teilzeit' ? 'part-time' : 'full-time'}</schedule>`,
        `        <yearsOfExperience>${YEARS[opening.number % YEARS.length] ?? ''}</yearsOfExperience>`,
        '        <occupation>software_and_web_development</occupation>',
        '        <occupationCategory>it_software</occupationCategory>',
        `        <createdAt>${new Date(opening.postedAt).toISOString().replace('.000Z', '+00:00')}</createdAt>`,
        ...payOf(opening),
        '    </position>',
      ].join('\n')
    })
  return {
    contentType: 'text/xml; charset=UTF-8',
    body: ['<?xml version="1.0" encoding="UTF-8"?>', '<workzag-jobs>', ...positions, '</workzag-jobs>'].join('\n'),
  }
}

function officesOf({ city, country, company, isRemote }: Opening): string[] {
  return [
    `        <subcompany>${escapeXml(company)}</subcompany>`,
    `        <office>${escapeXml(`${city}, ${country}`)}</office>`,
    ...(isRemote
      ? ['        <additionalOffices>', '            <office>Remote</office>', '        </additionalOffices>']
      : []),
  ]
}

/** Every seventh position is written in English; a position has its text only in the language it is written in. */
function textsOf(opening: Opening, language: string): string[] {
  if ((opening.number % 7 === 3 ? 'en' : OWN_LANGUAGE) !== language) return ['        <jobDescriptions/>']
  const { before, list, after } = sectionsOf(opening)
  const sections = [
    { name: 'About the role', html: before },
    ...(list === null ? [] : [{ name: list.title, html: `<ul>${list.itemsHtml}</ul>` }]),
    { name: 'Contact', html: after },
  ]
  return [
    '        <jobDescriptions>',
    ...sections.flatMap(({ name, html }) => [
      '            <jobDescription>',
      `                <name>${escapeXml(name)}</name>`,
      `                <value><![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]></value>`,
      '            </jobDescription>',
    ]),
    '        </jobDescriptions>',
  ]
}

function payOf(opening: Opening): string[] {
  const band = statedBand(opening)
  if (band === null) return []
  return [
    '        <salaryInformation>',
    `            <min>${band.min}.00</min>`,
    `            <max>${band.max}.00</max>`,
    '            <currencySymbol>€</currencySymbol>',
    '            <currencyCode>EUR</currencyCode>',
    '            <type>yearly</type>',
    '        </salaryInformation>',
  ]
}
