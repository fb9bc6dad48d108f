import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseAnswer } from './parse.ts'

const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const url = 'https://rest.arbeitsagentur.de/jobboerse/jobsuche-service/pc/v6/jobs'
const parse = (text: string) => parseAnswer({ text, url })
const postingsOf = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object) =>
  postingsOf(JSON.stringify({ referenznummer: '1-S', stellenangebotsTitel: 'Data Engineer', ...fields }))[0]
const inLand = (land: unknown) => ({ stellenlokationen: [{ adresse: { ort: 'X', land } }] })

describe('a list of the agency', () => {
  const postings = postingsOf(read('list.json'))

  test('gives what it says, with regions and countries as people write them', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: '10000-1199887766-S',
      title: 'Data Engineer (m/w/d) Bahnsensorik',
      company: 'Havelwerk Analytics GmbH',
      url: 'https://www.arbeitsagentur.de/jobsuche/jobdetail/10000-1199887766-S',
      locations: ['Berlin, Deutschland', 'Freiburg im Breisgau, Baden-Württemberg, Deutschland'],
      countryCode: 'DE',
      descriptionHtml: '',
      postedAt: Date.UTC(2026, 10, 18),
      closesAt: null,
      statedSalary: { min: 62000, max: 78000, currency: 'EUR', period: 'year' },
      salaryText: null,
      workplace: 'hybrid',
      employmentType: null,
      requisitionId: null,
    })
  })

  test('gives the address where the agency found it, and the jobs of agencies for temporary work like any', () => {
    expect(postings[1]).toMatchObject({
      url: 'https://jobs.brueckenkopf.example/stellen/abc_1?utm=ba',
      locations: ['Halle (Saale), Sachsen-Anhalt, Deutschland'],
      company: 'Brückenkopf Personalservice GmbH',
      statedSalary: null,
      salaryText: null,
      employmentType: null,
      workplace: null,
    })
  })

  test('gives pay elsewhere in its words: no field says in which money', () => {
    expect(postings[2]).toMatchObject({
      company: null,
      locations: ['Basel, Schweiz'],
      countryCode: 'CH',
      statedSalary: null,
      salaryText: '8000 – 9500 (Monatsgehalt)',
    })
  })

  test('says why an item is no posting', () => {
    expect(parse(read('list.json')).map((item) => (item.ok ? 'ok' : item.reason))).toEqual([
      'ok',
      'ok',
      'ok',
      'no_title',
      'no_url',
    ])
  })

  test('is read in its older form, too', () => {
    const [first, second] = postingsOf(read('list-v4.json'))
    expect(first).toMatchObject({
      sourcePostingId: '10001-1000999888-S',
      title: 'Data Scientist (w/m/d) Prognosen',
      company: 'Kranich Health SE',
      url: 'https://kranich.example/karriere/77',
      locations: ['Hamburg, Deutschland'],
      countryCode: 'DE',
      postedAt: Date.UTC(2025, 10, 10),
    })
    expect(second).toMatchObject({ title: 'Softwareentwickler/in', locations: ['Wien, Österreich'], countryCode: 'AT' })
  })

  test.each([
    '{"maxErgebnisse":0,"page":1,"size":100}',
    '{"maxErgebnisse":"0"}',
    '{"maxErgebnisse":0,"ergebnisliste":null}',
    '{"ergebnisliste":[]}',
  ])('that finds nothing is empty: %s', (text) => {
    expect(parse(text)).toEqual([])
  })

  test.each(['', 'null', '[', '"x"', '{}', '{"maxErgebnisse":7}', '<html></html>'])(
    '%j is none of its answers',
    (text) => {
      expect(() => parse(text)).toThrow(/JSON/)
    },
  )
})

describe('a posting of the agency', () => {
  test('has text, kind, share of home office and a last day', () => {
    expect(postingsOf(read('detail.json'))).toEqual([
      {
        sourcePostingId: '10000-1199887766-S',
        title: 'Data Engineer (m/w/d) Bahnsensorik',
        company: 'Havelwerk Analytics GmbH',
        url: 'https://www.arbeitsagentur.de/jobsuche/jobdetail/10000-1199887766-S',
        locations: ['Berlin, Deutschland'],
        countryCode: 'DE',
        descriptionHtml: expect.stringMatching(
          /^Wir messen[\s\S]*Python & SQL[\s\S]*Arbeitnehmerüberlassung: nein$/,
        ) as string,
        postedAt: Date.UTC(2026, 10, 18),
        closesAt: Date.UTC(2027, 0, 15),
        statedSalary: { min: 62000, max: 78000, currency: 'EUR', period: 'year' },
        salaryText: null,
        workplace: 'hybrid',
        employmentType: 'full_time',
        requisitionId: null,
      },
    ])
  })

  test('is read in its older form, too', () => {
    expect(postingsOf(read('detail-v4.json'))[0]).toMatchObject({
      sourcePostingId: '10001-1000999888-S',
      url: 'https://www.arbeitsagentur.de/jobsuche/jobdetail/10001-1000999888-S',
      locations: ['Hamburg, Deutschland', 'Kiel, Schleswig-Holstein, Deutschland'],
      descriptionHtml: '<p>Kliniken planen mit unseren Prognosen.</p>',
      postedAt: Date.UTC(2025, 10, 8),
      salaryText: 'E13 TV-L',
      employmentType: 'temporary',
    })
  })

  test('takes its number from the request where its answer does not repeat it', () => {
    const text = JSON.stringify({ stellenangebotsTitel: 'Data Engineer', stellenangebotsBeschreibung: 'Text' })
    const [item] = parseAnswer({ text, url }, '10000-7-S')
    expect(item).toMatchObject({ ok: true, posting: { sourcePostingId: '10000-7-S' } })
    expect(parse(text)).toMatchObject([{ ok: false, reason: 'no_url' }])
  })

  test.each([
    ['nothing about it', {}, null],
    ['that it is possible', { homeofficemoeglich: true }, 'hybrid'],
    ['that one talks about it', { homeofficemoeglich: 'True', homeofficetyp: 'NACH_VEREINBARUNG' }, 'hybrid'],
    ['all of it', { homeofficetyp: 'ANGABE_IN_PROZENT', homeofficeprozent: '100' }, 'remote'],
    ['some of it', { homeofficetyp: 'ANGABE_IN_PROZENT', homeofficeprozent: 1 }, 'hybrid'],
    ['none of it', { homeofficetyp: 'ANGABE_IN_PROZENT', homeofficeprozent: 0 }, null],
    ['a share beyond all', { homeofficetyp: 'ANGABE_IN_PROZENT', homeofficeprozent: 400 }, null],
    ['a share without its kind', { homeofficetyp: 'NACH_VEREINBARUNG', homeofficeprozent: 50 }, null],
    ['that it is not possible', { homeofficemoeglich: 'False', homeofficetyp: 'NACH_VEREINBARUNG' }, null],
    ['only that', { homeofficetyp: 'VOLLSTAENDIG' }, 'remote'],
  ])('said of home office: %s', (_, fields, workplace) => {
    expect(one(fields)?.workplace).toBe(workplace)
  })

  test.each([
    ['full time', { arbeitszeitVollzeit: true }, 'full_time'],
    ['part time', { arbeitszeitTeilzeitFlexibel: 'True' }, 'part_time'],
    ['either', { arbeitszeitVollzeit: true, arbeitszeitTeilzeitAbend: true }, null],
    ['for a time', { arbeitszeitVollzeit: true, vertragsdauer: 'BEFRISTET' }, 'temporary'],
    ['for good', { arbeitszeitVollzeit: true, vertragsdauer: 'UNBEFRISTET' }, 'full_time'],
    ['temporary work for an agency', { istArbeitnehmerUeberlassung: 'True' }, null],
    ['an internship', { stellenangebotsart: 'PRAKTIKUM_TRAINEE', arbeitszeitVollzeit: true }, 'internship'],
    ['an apprenticeship', { stellenangebotsart: 'AUSBILDUNG' }, 'internship'],
    ['self-employment', { stellenangebotsart: 'SELBSTAENDIGKEIT' }, 'contract'],
    ['a mini-job', { istGeringfuegigeBeschaeftigung: 'True' }, 'part_time'],
    ['models', { arbeitszeitmodelle: ['VOLLZEIT', 'HEIM_TELEARBEIT'] }, 'full_time'],
    ['codes that are not known', { befristung: '2', stellenangebotsart: 'ARBEIT' }, null],
  ])('said of the work: %s', (_, fields, employmentType) => {
    expect(one(fields)?.employmentType).toBe(employmentType)
  })

  test.each([
    [
      'by the hour',
      { verguetungsangabe: 'STUNDENLOHN', festgehalt: 19.5 },
      { min: 19.5, max: 19.5, period: 'hour' },
      null,
    ],
    [
      'from',
      { verguetungsangabe: 'JAHRESGEHALT', gehaltsspanneVon: 60000 },
      { min: 60000, max: null, period: 'year' },
      null,
    ],
    ['of no kind', { gehaltsspanneVon: 60000, gehaltsspanneBis: 60000 }, null, '60000'],
    ['of nothing', { verguetungsangabe: 'JAHRESGEHALT', gehaltsspanneVon: 0, gehaltsspanneBis: '0' }, null, null],
    ['in words', { verguetungsangabe: 'nach Tarif (TVöD)' }, null, 'nach Tarif (TVöD)'],
    ['not said', { verguetungsangabe: 'KEINE_ANGABEN', verguetung: 'null' }, null, null],
    ['as a constant', { verguetungsangabe: 'NACH_VEREINBARUNG' }, null, null],
  ])('pay %s', (_, fields, pay, salaryText) => {
    const statedSalary = pay === null ? null : { ...pay, currency: 'EUR' }
    expect(one({ ...inLand('DEUTSCHLAND'), ...fields })).toMatchObject({ statedSalary, salaryText })
  })

  test('pay where no country is said is given in its words', () => {
    const fields = { verguetungsangabe: 'JAHRESGEHALT', gehaltsspanneVon: 60000, gehaltsspanneBis: 70000 }
    expect(one(fields)).toMatchObject({ statedSalary: null, salaryText: '60000 – 70000 (Jahresgehalt)' })
  })

  test.each([
    ['DEUTSCHLAND', 'X, Deutschland', 'DE'],
    ['Deutschland', 'X, Deutschland', 'DE'],
    ['OESTERREICH', 'X, Österreich', 'AT'],
    ['DAENEMARK', 'X, Dänemark', 'DK'],
    ['VEREINIGTES_KOENIGREICH', 'X, Vereinigtes Königreich', 'GB'],
    ['null', 'X', null],
    ['ATLANTIS', 'X, Atlantis', null],
  ])('in %s', (land, line, countryCode) => {
    expect(one(inLand(land))).toMatchObject({ locations: [line], countryCode })
  })

  test('in one place that is no list is there', () => {
    const stellenlokationen = { adresse: { ort: 'Jena', region: 'THUERINGEN', land: 'DEUTSCHLAND' } }
    expect(one({ stellenlokationen })).toMatchObject({
      locations: ['Jena, Thüringen, Deutschland'],
      countryCode: 'DE',
    })
  })

  test('in two countries is in no one of them', () => {
    const stellenlokationen = ['DEUTSCHLAND', 'SCHWEIZ'].map((land) => ({ adresse: { ort: null, land } }))
    expect(one({ stellenlokationen })).toMatchObject({ locations: ['Deutschland', 'Schweiz'], countryCode: null })
  })

  test.each(['null', 'javascript:alert(1)', 'www.example.com', '', 7])(
    'an address that is none leaves its own: %j',
    (externeURL) => {
      expect(one({ externeURL })?.url).toBe('https://www.arbeitsagentur.de/jobsuche/jobdetail/1-S')
    },
  )
})

const underTest = { payload: JSON.parse(read('list.json')) as unknown, listKey: 'ergebnisliste', parse }
test('never throws anything but unreadable, whatever is sent', () => {
  expect(() => staysReadable(underTest)).not.toThrow()
  for (const name of ['list-v4.json', 'detail.json', 'detail-v4.json']) {
    expect(() => staysReadable({ ...underTest, payload: JSON.parse(read(name)) as unknown })).not.toThrow()
  }
})
test('keeps the good items whatever stands between them', () => {
  expect(() => keepsTheGoodItems(underTest)).not.toThrow()
})
