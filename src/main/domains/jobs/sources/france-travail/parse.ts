import { z } from 'zod'
import type { EmploymentType } from '#shared/facts.ts'
import { fromCapitals } from '../parts/capitals.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { createLocalInstant } from '../parts/local-instant.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { countryCodeOf } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { textUnder } from '../parts/text-under.ts'
import { webAddress } from '../parts/web-address.ts'
import contracts from './contracts.json' with { type: 'json' }

const offerSchema = z.object({
  id: identifier,
  intitule: text,
  description: text,
  dateCreation: anything,
  lieuTravail: anything,
  entreprise: anything,
  typeContrat: text,
  natureContrat: text,
  alternance: anything,
  dureeTravailLibelleConverti: text,
  salaire: anything,
  origineOffre: z.object({ urlOrigine: text }).nullable().catch(null),
})
type Offer = z.infer<typeof offerSchema>

const FORM = {
  keys: ['resultats'],
  isItem: (value: Readonly<Record<string, unknown>>) => 'intitule' in value || 'lieuTravail' in value,
}
/** "75 - ", "2A - ", "974 - "; 99 stands for abroad. */
const DEPARTMENT = /^(\d{2,3}|2[AB])\s*-\s*/i
const ABROAD = '99'
/** "LYON 03", as older ads write its third arrondissement. */
const NUMBERED = /^(Paris|Lyon|Marseille) 0?(\d{1,2})$/
const TYPES = new Map(Object.entries(contracts.types))
const NATURES = new Map(Object.entries(contracts.natures))
const HOURS = new Map(Object.entries(contracts.hours))
const inParis = createLocalInstant('Europe/Paris')

/** The ads of a search or one ad alone. Throws HttpProblem 'unreadable' for an answer that is neither. Pure. */
export function parseOffers(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  return jsonItems(answer, FORM).items.map(parseOffer)
}

function parseOffer(value: unknown, index: number): ParsedItem {
  const parsed = offerSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no ad`)
  const { data } = parsed
  const candidate = {
    ...UNSAID,
    sourcePostingId: data.id,
    title: plainText(data.intitule),
    company: textUnder(data.entreprise, 'nom'),
    url: addressOf(data),
    ...placeOf(data),
    descriptionHtml: unescapeMarkup(data.description ?? ''),
    postedAt: inParis(data.dateCreation),
    salaryText: textUnder(data.salaire, 'libelle', 'commentaire'),
    employmentType: employmentOf(data),
  }
  return toItem(candidate, `item ${index} (${data.id ?? 'no id'})`)
}

function addressOf({ id, origineOffre }: Offer): string | null {
  const given = webAddress(origineOffre?.urlOrigine)
  if (given !== null || id === null) return given
  return `https://candidat.francetravail.fr/offres/recherche/detail/${encodeURIComponent(id.toWellFormed())}`
}

/** The place without the number of its department, which says that it is in France. */
function placeOf({ lieuTravail }: Offer): {
  readonly locations: readonly string[]
  readonly countryCode: string | null
} {
  const written = textUnder(lieuTravail, 'libelle')
  const [prefix = '', department = null] = DEPARTMENT.exec(written ?? '') ?? []
  const name = fromCapitals((written ?? '').slice(prefix.length)).replace(
    NUMBERED,
    (_, city: string, number: string) => `${city} ${number}${number === '1' ? 'er' : 'e'} Arrondissement`,
  )
  const isFrench =
    department === null
      ? typeof lieuTravail === 'object' && textUnder(lieuTravail, 'codePostal', 'commune') !== null
      : department !== ABROAD
  return { locations: name === '' ? [] : [name], countryCode: isFrench ? 'FR' : countryCodeOf(name) }
}

function employmentOf(offer: Offer): EmploymentType | null {
  return employmentTypeOf(
    [
      offer.alternance === true ? 'apprenticeship' : undefined,
      TYPES.get(plainText(offer.typeContrat)?.toUpperCase() ?? ''),
      NATURES.get(plainText(offer.natureContrat)?.toLowerCase() ?? ''),
      HOURS.get(plainText(offer.dureeTravailLibelleConverti)?.toLowerCase() ?? ''),
    ].filter((label) => label !== undefined),
  )
}
