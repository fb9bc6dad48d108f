import { json, ownAddress, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import type { Opening } from '../content.ts'
import { plainOf, statedBand } from '../opening-facts.ts'

export const franceTravail: FakeBoard = { id: 'france-travail', firstNumber: 23_000, padding: 'json', wire }

const TOKEN = 'stand-in-access-token'
const DAY_MS = 86_400_000
const DAYS = new Set([1, 3, 7, 14, 31])
const MOST_AT_ONCE = 150
const LAST_INDEX = 1149
/** Its ads are in France: each city of the openings has one there. */
const PLACES: Readonly<Record<string, string>> = {
  Berlin: '75 - Paris 12e Arrondissement',
  München: '69 - LYON 03',
  Hamburg: '13 - MARSEILLE 08',
  Amsterdam: '59 - Lille',
  Dublin: '44 - Nantes',
  Stockholm: '67 - Strasbourg',
  Warsaw: '31 - Toulouse',
  Lisbon: '33 - Bordeaux',
}
const OCCUPATIONS = [
  [/Data Engineer/, 'Ingénieur données'],
  [/Data Analyst/, 'Analyste données'],
  [/Machine Learning/, 'Spécialiste intelligence artificielle'],
  [/Full Stack/, 'Développeur full stack'],
  [/Backend|C\+\+/, 'Développeur backend logiciel'],
  [/DevOps/, 'Ingénieur cloud'],
] as const

function wire(request: WireRequest): WireAnswer | null {
  const { url, method, headers } = request
  if (url.pathname === '/connexion/oauth2/access_token') return token(request)
  if (url.pathname !== '/partenaire/offresdemploi/v2/offres/search' || method !== 'GET') return null
  if (headers.authorization === `Bearer ${TOKEN}`) return search(request)
  return { status: 401, contentType: 'application/json', body: '' }
}

function token({ url, method, headers, body }: WireRequest): WireAnswer | null {
  if (method !== 'POST' || url.searchParams.get('realm') !== '/partenaire') return null
  const form = new URLSearchParams(headers['content-type'] === 'application/x-www-form-urlencoded' ? body : '')
  const refused = (error: string): WireAnswer => ({ ...json({ error, error_description: error }), status: 400 })
  if (form.get('grant_type') !== 'client_credentials') return refused('unsupported_grant_type')
  const keys = [form.get('client_id') ?? '', form.get('client_secret') ?? '']
  if (keys.some((key) => key === '' || key.startsWith('wrong'))) return refused('invalid_client')
  if (form.get('scope') !== 'api_offresdemploiv2 o2dsoffre') return refused('invalid_scope')
  return json({ access_token: TOKEN, token_type: 'Bearer', expires_in: 1499, scope: form.get('scope') })
}

function search({ url, content, openings, spoil }: WireRequest): WireAnswer {
  const [, first, last] = (/^(\d+)-(\d+)$/.exec(url.searchParams.get('range') ?? '0-149') ?? []).map(Number)
  const days = url.searchParams.get('publieeDepuis')
  const isRangeRight = first !== undefined && last !== undefined && first <= last && last - first < MOST_AT_ONCE
  if (!isRangeRight || last > LAST_INDEX || (days !== null && !DAYS.has(Number(days)))) {
    return { ...json({ message: 'Format du paramètre incorrect', codeErreur: 'E400' }), status: 400 }
  }
  const earliest = days === null ? 0 : content.asOf - Number(days) * DAY_MS
  const words = wordsOf(url.searchParams.get('motsCles') ?? '')
  const found = openings.filter((opening) => {
    const said = wordsOf(`${opening.title} ${occupationOf(opening)}`)
    return opening.postedAt >= earliest && words.every((word) => said.includes(word))
  })
  const shown = found.slice(first, last + 1).map((opening) => offer(opening, url.origin))
  if (shown.length === 0) return { status: 204, contentType: 'application/json', body: '' }
  const resultats = spoil === 'missing-fields' ? shown.map(withoutSome(['intitule', 'id'])).map(withoutAddress) : shown
  const isPartial = shown.length < found.length
  const headers = { 'content-range': `offres ${first}-${first + shown.length - 1}/${found.length}` }
  return { ...json({ resultats, filtresPossibles: [] }), status: isPartial ? 206 : 200, headers }
}

/** An ad without a number is on no page of its own. */
function withoutAddress(item: object): object {
  return 'id' in item ? item : { ...item, origineOffre: { origine: '2' } }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []
}

function occupationOf({ title }: Opening): string {
  return OCCUPATIONS.find(([pattern]) => pattern.test(title))?.[1] ?? ''
}

function idOf({ number }: Opening): string {
  return (9_000_000 + number).toString(36).toUpperCase()
}

function offer(opening: Opening, origin: string) {
  const band = statedBand(opening)
  const page = ownAddress(opening, `${origin}/offres/recherche/detail/${idOf(opening)}`)
  return {
    id: idOf(opening),
    intitule: opening.title,
    description: plainOf(opening.descriptionHtml),
    dateCreation: new Date(opening.postedAt).toISOString(),
    lieuTravail: { libelle: PLACES[opening.city] ?? `75 - ${opening.city}` },
    appellationlibelle: occupationOf(opening),
    entreprise: { nom: opening.company },
    typeContrat: opening.employment === 'Internship' ? 'CDD' : 'CDI',
    natureContrat: opening.employment === 'Internship' ? 'Contrat apprentissage' : 'Contrat travail',
    alternance: opening.employment === 'Internship',
    dureeTravailLibelleConverti: opening.employment === 'Teilzeit' ? 'Temps partiel' : 'Temps plein',
    salaire: band === null ? {} : { libelle: `Annuel de ${band.min}.0 Euros à ${band.max}.0 Euros sur 12.0 mois` },
    origineOffre: { origine: '1', urlOrigine: page },
  }
}
