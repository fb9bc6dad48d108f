import { z } from 'zod'
import type { EmploymentType } from '#shared/facts.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID, type Candidate } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { countryCodeOf, placeLine } from '../parts/place-lines.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { textUnder } from '../parts/text-under.ts'
import codes from './codes.json' with { type: 'json' }

const record = z.record(z.string(), z.unknown()).catch({})
const objects = z.array(z.unknown()).catch([])
/** One code may stand without its list. */
const codeList = z.union([z.string().transform((code) => [code]), objects])

const listSchema = z.object({
  id: identifier,
  title: text,
  description: text,
  creationDate: anything,
  locationMap: record,
  employer: anything,
  positionScheduleCodes: codeList,
  positionOfferingCode: text,
  availableLanguages: objects,
  translations: record,
  preferredLanguage: text,
  jvProfiles: anything,
})
const profileSchema = z.object({
  title: text,
  description: text,
  employer: anything,
  locations: objects,
  positionScheduleCodes: codeList,
  positionOfferingCode: text,
  lastApplicationDate: anything,
  offeredRemunerationPackage: z.object({ salaries: objects, salary: anything }).nullable().catch(null),
})
const locationSchema = z.object({ cityName: text, countryCode: text })
const salarySchema = z.object({
  minimumSalary: anything,
  maximumSalary: anything,
  currencyCode: text,
  payingIntervalCode: text,
  remunerationTypeCode: text,
})
type Vacancy = z.infer<typeof listSchema>
type Profile = z.infer<typeof profileSchema>

const FORM = {
  keys: ['jvs', 'records', 'content'],
  isItem: (value: Readonly<Record<string, unknown>>) => 'jvProfiles' in value || ('id' in value && 'title' in value),
}
const EMPLOYMENT = new Map<unknown, string>(Object.entries(codes.employment))
const UNNAMED = new Set(codes.unnamedEmployers)
const TELLING = ['internship', 'temporary', 'contract'] as const satisfies readonly EmploymentType[]

/** The vacancies of a search or of one vacancy's own answer. Throws HttpProblem 'unreadable' for an answer that is neither. Pure. */
export function parseVacancies(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  return jsonItems(answer, FORM).items.map(parseVacancy)
}

function parseVacancy(value: unknown, index: number): ParsedItem {
  const parsed = listSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no vacancy`)
  const { data } = parsed
  const [profile, ...others] = profilesOf(data)
  const candidate = profile === undefined ? listed(data) : detailed(data, { profile, others })
  return toItem(candidate, `item ${index} (${data.id ?? 'no id'})`)
}

/** A search gives the whole text, but of the place only the country: what stands beside it are statistical regions. */
function listed(item: Vacancy): Candidate {
  const own = z
    .object({ title: text, description: text })
    .safeParse(item.translations[String(item.availableLanguages[0])])
  const countries = Object.keys(item.locationMap).flatMap((code) => countryOf(code) ?? [])
  return {
    ...common(item),
    title: plainText(item.title) ?? plainText(own.data?.title),
    company: companyOf(item.employer),
    locations: countries.map(nameOf),
    countryCode: onlyOne(countries),
    descriptionHtml: unescapeMarkup(item.description ?? own.data?.description ?? ''),
    employmentType: employmentOf(item.positionScheduleCodes, item.positionOfferingCode),
  }
}

/** Its words in one language; the employer and the pay from another where that one leaves them out. */
function detailed(item: Vacancy, { profile, others }: { profile: Profile; others: readonly Profile[] }): Candidate {
  const places = profile.locations.flatMap((place) => locationSchema.safeParse(place).data ?? [])
  const countries = places.flatMap(({ countryCode }) => countryOf(countryCode) ?? [])
  const lines = places.flatMap(({ cityName, countryCode }) => {
    const country = countryOf(countryCode)
    return placeLine([cityName, country === null ? null : nameOf(country)]) ?? []
  })
  return {
    ...common(item),
    title: plainText(profile.title) ?? plainText(item.title),
    company: [profile, ...others, item].flatMap(({ employer }) => companyOf(employer) ?? [])[0] ?? null,
    locations: [...new Set(lines)],
    countryCode: onlyOne(countries),
    descriptionHtml: unescapeMarkup(profile.description ?? item.description ?? ''),
    closesAt: apiInstant(profile.lastApplicationDate),
    employmentType: employmentOf(profile.positionScheduleCodes, profile.positionOfferingCode),
    ...[profile, ...others].flatMap((one) => payOf(one) ?? [])[0],
  }
}

function common({ id, creationDate }: Vacancy) {
  return {
    ...UNSAID,
    sourcePostingId: id,
    url:
      id === null
        ? null
        : `https://europa.eu/eures/portal/jv-se/jv-details/${encodeURIComponent(id.toWellFormed())}?lang=en`,
    postedAt: apiInstant(creationDate),
  }
}

/** The vacancy in English, then in the language that its service prefers, then in any that there is. None for an item of a search. */
function profilesOf(item: Vacancy): readonly Profile[] {
  const profiles = record.parse(item.jvProfiles)
  const languages = new Set(['en', item.preferredLanguage ?? '', ...Object.keys(profiles)])
  return [...languages].flatMap((language) => profileSchema.safeParse(profiles[language]).data ?? [])
}

/** Basic pay where it is structured enough; its words where the period is none that we count in. A commission is no pay. */
function payOf({ offeredRemunerationPackage }: Profile): Pick<Candidate, 'statedSalary' | 'salaryText'> | null {
  const { salaries = [], salary = null } = offeredRemunerationPackage ?? {}
  const all = [...salaries, salary].flatMap((pay) => salarySchema.safeParse(pay).data ?? [])
  const pay = all.find(({ remunerationTypeCode }) => remunerationTypeCode !== 'commission')
  if (pay === undefined) return null
  const { minimumSalary: min, maximumSalary: max, currencyCode: currency, payingIntervalCode: period } = pay
  const statedSalary = statedSalaryOf({ min, max, currency, period })
  const amounts = [...new Set([min, max])].filter((amount) => typeof amount === 'number' && amount > 0)
  const words =
    statedSalary === null && amounts.length > 0 ? [amounts.join(' – '), currency, period && `per ${period}`] : []
  return { statedSalary, salaryText: plainText(words.filter(Boolean).join(' ')) }
}

function employmentOf(schedules: readonly unknown[], offering: string | null): EmploymentType | null {
  const said = new Set(
    [...schedules, offering].map((code) => EMPLOYMENT.get(typeof code === 'string' ? code.toLowerCase() : code)),
  )
  const telling = TELLING.find((type) => said.has(type))
  if (telling !== undefined || said.has('full_time') === said.has('part_time')) return telling ?? null
  return said.has('full_time') ? 'full_time' : 'part_time'
}

function companyOf(said: unknown): string | null {
  const name = textUnder(said, 'name')
  return name === null || UNNAMED.has(name.toLowerCase()) ? null : name
}

/** EURES writes the codes of the EU, which has its own for Greece, in either case. */
function countryOf(code: string | null): string | null {
  const written = code?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(written) ? countryCodeOf(written === 'EL' ? 'GR' : written) : null
}

function nameOf(iso: string): string {
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(iso) ?? iso
}

function onlyOne(countries: readonly string[]): string | null {
  const [first, ...others] = new Set(countries)
  return first !== undefined && others.length === 0 ? first : null
}
