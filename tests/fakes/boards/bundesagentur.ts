import { json, ownAddress, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import type { Opening } from '../content.ts'
import { plainOf, statedBand } from '../opening-facts.ts'

export const bundesagentur: FakeBoard = { id: 'bundesagentur', firstNumber: 20_000, padding: 'json', wire }

const KEY = 'jobboerse-jobsuche'
const DAY_MS = 86_400_000
const HEEDED_DAYS = new Set([1, 7, 14, 28])
const MOST_RESULTS = 10_000
const LANDS: Readonly<Record<string, string>> = {
  Germany: 'DEUTSCHLAND',
  Netherlands: 'NIEDERLANDE',
  Ireland: 'IRLAND',
  Sweden: 'SCHWEDEN',
  Poland: 'POLEN',
  Portugal: 'PORTUGAL',
}
const REGIONS: Readonly<Record<string, string>> = { Berlin: 'BERLIN', Hamburg: 'HAMBURG', Bavaria: 'BAYERN' }
const OCCUPATIONS = [
  [/Data Analyst/, 'Datenanalyst/in'],
  [/Data Engineer/, 'Data Engineer'],
  [/Data Scientist/, 'Data Scientist'],
  [/Machine Learning/, 'Fachkraft Künstliche Intelligenz'],
  [/DevOps/, 'Cloud Engineer'],
  [/Product Manager/, 'Produktmanager/in'],
] as const
const REFUSED: WireAnswer = { status: 403, contentType: 'application/json', body: '' }

function wire(request: WireRequest): WireAnswer | null {
  const { url, method, headers, openings } = request
  if (headers['x-api-key'] !== KEY) return REFUSED
  if (method !== 'GET') return null
  if (url.pathname === '/pc/v6/jobs') return list(request)
  const [, encoded] = /^\/pc\/v4\/jobdetails\/([^/]+)$/.exec(url.pathname) ?? []
  if (encoded === undefined) return null
  const wanted = Buffer.from(decodeURIComponent(encoded), 'base64').toString()
  const opening = openings.find((candidate) => numberOf(candidate) === wanted)
  if (opening === undefined) return null
  return json(opening.number % 5 === 3 ? olderDetail(opening) : detail(opening, url.origin))
}

function list({ url, content, openings, spoil }: WireRequest): WireAnswer {
  const wish = (name: string) => Number(url.searchParams.get(name) ?? Number.NaN)
  const [page, size, days] = [wish('page'), wish('size'), wish('veroeffentlichtseit')]
  if (!(page >= 1) || !(size >= 1 && size <= 100) || page * size > MOST_RESULTS) {
    return { ...json({ messages: [{ code: 'REQUEST_INVALID' }] }), status: 400 }
  }
  const earliest = HEEDED_DAYS.has(days) ? content.asOf - days * DAY_MS : 0
  const words = wordsOf(url.searchParams.get('was') ?? '')
  const found = openings.filter(
    (opening) => opening.postedAt >= earliest && words.every((word) => wordsIn(opening).includes(word)),
  )
  const shown = found.slice((page - 1) * size, page * size).map((opening) => listed(opening, url.origin))
  if (shown.length === 0) return json({ maxErgebnisse: found.length, page, size })
  const ergebnisliste =
    spoil === 'missing-fields'
      ? shown.map(withoutSome(['stellenangebotsTitel', 'referenznummer'])).map(withoutWhatStandsIn)
      : shown
  return json({ ergebnisliste, maxErgebnisse: found.length, page, size, facetten: {} })
}

/** A posting without a title has no occupation either, and one without a number no other address. */
function withoutWhatStandsIn(item: object): object {
  if (!('stellenangebotsTitel' in item)) return { ...item, hauptberuf: null }
  return 'referenznummer' in item ? item : { ...item, externeURL: 'null' }
}

function wordsIn(opening: Opening): readonly string[] {
  return wordsOf(`${opening.title} ${occupationOf(opening)}`)
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []
}

function occupationOf({ title }: Opening): string {
  return OCCUPATIONS.find(([pattern]) => pattern.test(title))?.[1] ?? 'Softwareentwickler/in'
}

function numberOf({ number }: Opening): string {
  return `10000-${1_190_000_000 + number}-S`
}

function dayOf({ postedAt }: Opening): string {
  return new Date(postedAt).toISOString().slice(0, 10)
}

function listed(opening: Opening, origin: string) {
  return {
    referenznummer: numberOf(opening),
    stellenangebotsTitel: opening.title,
    hauptberuf: occupationOf(opening),
    firma: opening.company,
    stellenlokationen: [
      {
        adresse: {
          ort: opening.city,
          region: REGIONS[opening.region] ?? null,
          land: LANDS[opening.country] ?? 'DEUTSCHLAND',
        },
      },
    ],
    datumErsteVeroeffentlichung: dayOf(opening),
    eintrittszeitraum: { von: '2027-01-01' },
    homeofficemoeglich: opening.isRemote,
    externeURL:
      opening.number % 3 === 1
        ? ownAddress(opening, `${origin}/jobs/${opening.companySlug}/${opening.number}`)
        : 'null',
  }
}

function detail(opening: Opening, origin: string) {
  const band = statedBand(opening)
  const yes = (is: boolean) => (is ? 'True' : 'False')
  return {
    ...listed(opening, origin),
    stellenangebotsart: opening.employment === 'Internship' ? 'PRAKTIKUM_TRAINEE' : 'ARBEIT',
    stellenangebotsBeschreibung: opening.descriptionHtml,
    veroeffentlichungszeitraum: { von: dayOf(opening) },
    arbeitszeitVollzeit: yes(opening.employment !== 'Teilzeit'),
    arbeitszeitTeilzeitFlexibel: yes(opening.employment === 'Teilzeit'),
    vertragsdauer: 'UNBEFRISTET',
    homeofficemoeglich: yes(opening.isRemote),
    ...(opening.isRemote ? { homeofficetyp: 'ANGABE_IN_PROZENT', homeofficeprozent: 100 } : {}),
    istArbeitnehmerUeberlassung: yes(opening.number % 7 === 0),
    verguetungsangabe: band === null ? 'KEINE_ANGABEN' : 'JAHRESGEHALT',
    ...(band === null ? {} : { gehaltsspanneVon: band.min, gehaltsspanneBis: band.max }),
  }
}

/** What some postings are still answered with. */
function olderDetail(opening: Opening) {
  return {
    refnr: numberOf(opening),
    titel: opening.title,
    arbeitgeber: opening.company,
    arbeitsorte: [{ ort: opening.city, land: LANDS[opening.country] ?? 'DEUTSCHLAND' }],
    arbeitszeitmodelle: [opening.employment === 'Teilzeit' ? 'TEILZEIT' : 'VOLLZEIT'],
    befristung: 'UNBEFRISTET',
    aktuelleVeroeffentlichungsdatum: dayOf(opening),
    stellenbeschreibung: plainOf(opening.descriptionHtml),
  }
}
