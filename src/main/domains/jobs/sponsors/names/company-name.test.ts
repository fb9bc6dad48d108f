import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyName, namesIn } from './company-name.ts'
import { entryNames } from './entry-names.ts'

const partsOf = (name: string): string =>
  companyName(name)
    .parts.map(({ kind, id }) => `${kind}:${id}`)
    .join(' ')

describe('a name taken apart', () => {
  test.each([
    ['Acme', 'acme', null, ''],
    ['ACME LIMITED', 'acme', 'ltd', ''],
    ['Acme (UK) Ltd.', 'acme', 'ltd', 'country:GB'],
    ['Acme U.K. Limited', 'acme', 'ltd', 'country:GB'],
    ['Acme Netherlands B.V.', 'acme', 'bv', 'country:NL'],
    ['Acme Nederland BV', 'acme', 'bv', 'country:NL'],
    ['Acme The Netherlands B.V.', 'acme', 'bv', 'country:NL'],
    ['Acme Danmark A/S', 'acme', 'as', 'country:DK'],
    ['Acme (Irl) Designated Activity Company', 'acme', 'dac', 'country:IE'],
    ['Acme Ireland Unlimited Company', 'acme', 'uc', 'country:IE'],
    ['Acme Portugal, Unipessoal, Lda', 'acme', 'lda', 'country:PT'],
    ['Acme International Holdings plc', 'acme', 'plc', 'holding:holding region:international'],
    ['Acme Group Services A/S', 'acme', 'as', 'role:services group:group'],
    ['Acme Ireland Operations Limited', 'acme', 'ltd', 'role:operations country:IE'],
    ['Acme GmbH', 'acme', 'gmbh', ''],
    ['Acme AB (publ)', 'acme', 'ab', ''],
    ['Acme Inc UK Limited', 'acme', 'ltd', 'country:GB'],
    ['Acme N.V. London Branch', 'acme', 'nv', 'branch:branch'],
    ['Acme SE, filial i Danmark', 'acme', 'se', 'branch:branch'],
    ['Acme SA - Sucursal em Portugal', 'acme', 'sa', 'branch:branch'],
    ['Smith & Co Ltd', 'smith', 'ltd', 'firm:co'],
    ['Ford Motor Company Limited', 'fordmotor', 'ltd', 'firm:co'],
    ['Barts Health NHS Trust', 'bartshealth', 'nhstrust', ''],
    ['Plesner Advokatpartnerselskab', 'plesner', 'advokatpartnerselskab', ''],
    ['The Acme Institute', 'acmeinstitute', null, ''],
    ['Koninklijke Acme N.V.', 'acme', 'nv', ''],
    ['Coöperatieve Acmebank U.A.', 'acmebank', 'ua', ''],
    ['Stichting Acme', 'acme', null, ''],
    ['Acme Stichting', 'acme', 'stichting', ''],
    ['Bank of Ireland', 'bankofireland', null, ''],
    ['Universiteit van Amsterdam', 'amsterdamuniversity', null, ''],
    ['Holland & Barrett Limited', 'hollandbarrett', 'ltd', ''],
    ['Smith and Jones', 'smithjones', null, ''],
    ['A.P. Møller - Mærsk A/S', 'apmollermarsk', 'as', ''],
    ['J.P. Morgan', 'jpmorgan', null, ''],
    ['L’Oréal (U.K.) Limited', 'loreal', 'ltd', 'country:GB'],
    ['OASIS SPA LIMITED', 'oasisspa', 'ltd', ''],
    ['Acme S.p.A.', 'acme', 'spa', ''],
    ['Booking.com B.V.', 'booking', 'bv', 'domain:com'],
    ['Cubic³', 'cubic3', null, ''],
    ['Limited', 'limited', null, ''],
    ['', '', null, ''],
  ])('%j', (name, stem, form, parts) => {
    expect({ stem: companyName(name).stem, form: companyName(name).form, parts: partsOf(name) }).toEqual({
      stem,
      form,
      parts,
    })
  })

  test.each([
    [['Müller', 'Mueller', 'MÜLLER', 'Muller']],
    [['Københavns Universitet', 'Koebenhavns Universitet', 'Kobenhavns Universitet']],
    [['DataDog', 'Data Dog', 'Data-Dog', 'data dog']],
    [['Harrow & Pike', 'Harrow and Pike', 'HARROW&PIKE']],
    [["Sainsbury's", 'Sainsbury’s', 'Sainsburys']],
    [['St. Cuthbert’s', 'Saint Cuthberts']],
    [['University of Leeds', 'Leeds University', 'The University of Leeds', 'Uni of Leeds']],
    [['Universiteit Twente', 'University of Twente', 'Twente University']],
    [['Smith+Nephew', 'Smith & Nephew']],
    [['Acme Intl Widgets', 'Acme International Widgets']],
  ])('%j are one name', (names) => {
    expect(new Set(names.map((name) => companyName(name).stem)).size).toBe(1)
  })
})

describe('the names in one entry', () => {
  test.each([
    ['Acme Ltd T/A Bluebird', ['name Acme Ltd', 'trading Bluebird']],
    ['Acme Ltd t/a Bluebird, t/a Redbird', ['name Acme Ltd', 'trading Bluebird', 'trading Redbird']],
    ['Acme Limited (trading as Bluebird)', ['name Acme Limited', 'trading Bluebird']],
    ['Acme Ltd TA Bluebird', ['name Acme Ltd', 'trading Bluebird']],
    ['TA Associates', ['name TA Associates']],
    ['Acme B.V. h.o.d.n. Bluebird', ['name Acme B.V.', 'trading Bluebird']],
    ['Acme Ltd, formerly known as Bluebird', ['name Acme Ltd', 'former Bluebird']],
    ['Acme LLC d/b/a Bluebird', ['name Acme LLC', 'trading Bluebird']],
    ['Acme Danmark, filial af Acme AB, Sverige', ['name Acme Danmark']],
    ['Filial af Acme AB', ['name Filial af Acme AB']],
    ['  Acme   Ltd  ', ['name Acme Ltd']],
    ['', []],
  ])('%j', (entry, names) => {
    expect(namesIn(entry).map(({ role, text }) => `${role} ${text}`.replace(/\s+/g, ' '))).toEqual(names)
  })

  test.each([
    [
      'Centrum Wiskunde & Informatica (CWI)',
      'NL',
      ['centrumwiskundeinformaticacwi', 'centrumwiskundeinformatica', 'cwi'],
    ],
    [
      'KLM Royal Airlines (Koninklijke Luchtvaart N.V.)',
      'NL',
      expect.arrayContaining(['klmroyalairlines', 'luchtvaart']),
    ],
    ['Lotus Garden (Derby) Ltd', 'GB', ['lotusgardenderby', 'lotusgarden']],
    ['Accenture (UK) Limited', 'GB', ['accenture']],
    ['H. Lundbeck A/S', 'DK', ['hlundbeck', 'lundbeck']],
    ['L M Ericsson Limited', 'IE', ['lmericsson', 'ericsson']],
    ['K. S. Lee', 'GB', ['kslee']],
    ['Acme - Consultoria em Software, Lda', 'PT', ['acmeconsultoriaemsoftware', 'acme']],
    ['A.P. Møller - Mærsk A/S', 'DK', ['apmollermarsk']],
  ])('%j is found by them', (entry, countryCode, stems) => {
    expect(entryNames(entry, countryCode).map(({ name }) => name.stem)).toEqual(stems)
  })
})

describe('laws of names', () => {
  test('any text has a name or none, and the same one always', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        expect(companyName(text)).toEqual(companyName(text))
        for (const { name } of entryNames(text, 'PT')) expect(name.core.join('')).toBe(name.stem)
      }),
    )
  })

  test('capitals, spaces around it and a full stop change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1, maxLength: 4 }), (words) => {
        const name = words.join(' ')
        expect(companyName(`  ${name.toUpperCase()}. `).stem).toBe(companyName(name).stem)
      }),
    )
  })

  test.each([
    ['brackets', '('.repeat(50_000)],
    ['marks', 't/a '.repeat(12_500)],
    ['forms', 'ltd '.repeat(12_500)],
    ['single letters', 'a.'.repeat(25_000)],
    ['separators', ' - '.repeat(16_000)],
    ['one word', 'a'.repeat(50_000)],
  ])('50 kB of %s are read as any other name', (_name, text) => {
    for (const { name } of entryNames(text, 'PT')) expect(name.stem.length).toBeLessThanOrEqual(300)
  })
})
