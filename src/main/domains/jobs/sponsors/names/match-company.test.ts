import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import brands from '#resources/brands.json' with { type: 'json' }
import { companyName } from './company-name.ts'
import { matchCompany } from './match-company.ts'
import { indexEntries } from './name-index.ts'

interface Case {
  readonly company: string
  readonly country?: string
  readonly town?: string
  /** The register's names, with a town behind a bar. */
  readonly register: readonly string[]
}

function matchIn({ company, country = 'GB', town, register }: Case) {
  const entries = register.map((line, index) => {
    const [name = '', place] = line.split(' | ')
    return { row: index + 1, name, town: place ?? null }
  })
  return matchCompany({ company, countryCode: country, town: town ?? null }, indexEntries(entries, country))
}

const rowOf = (given: Case): number | null => matchIn(given).match?.entry.row ?? null

describe('a company is matched', () => {
  test.each<[string, Case]>([
    ['by its name', { company: 'Acme Robotics', register: ['Bluebird Ltd', 'Acme Robotics Limited'] }],
    ['whatever the capitals', { company: 'ACME robotics', register: ['Other', 'Acme Robotics Ltd'] }],
    ['with its legal form', { company: 'Acme Ltd', register: ['Acme Bakery Ltd', 'ACME LIMITED'] }],
    ['across & and and', { company: 'Harrow and Pike', register: ['Harrow Ltd', 'Harrow & Pike Limited'] }],
    ['without an article', { company: 'Acme Institute', register: ['Acme', 'The Acme Institute'] }],
    ['without diacritics', { company: 'Genesis Accao', country: 'PT', register: ['Gen, Lda', 'Génesis Acção, Lda'] }],
    ['with stray diacritics', { company: 'Génesis', register: ['Genes Ltd', 'Genesis Ltd'] }],
    ['with other spaces', { company: 'Polder Data', country: 'NL', register: ['Polder B.V.', 'Polderdata B.V.'] }],
    ['without an apostrophe', { company: 'Peets', country: 'NL', register: ['Peet B.V.', "Peet's N.V."] }],
    ['by its country', { company: 'Acme', register: ['Acme Bakery Ltd', 'Acme UK Limited'] }],
    [
      'by the country’s own name',
      { company: 'Acme', country: 'NL', register: ['Acme Zorg B.V.', 'Acme Nederland B.V.'] },
    ],
    [
      'by a country in brackets',
      { company: 'Acme', country: 'IE', register: ['Acme Farms', 'Acme (Ireland) Limited'] },
    ],
    ['when it adds the country itself', { company: 'Acme UK', register: ['Acme Nursery', 'Acme Limited'] }],
    ['by its region', { company: 'Acme', country: 'NL', register: ['Acme Horeca B.V.', 'Acme International B.V.'] }],
    ['by its group', { company: 'Acme', register: ['Acme Care', 'Acme Group Ltd'] }],
    ['when it is the group', { company: 'Acme Group', register: ['Acme Care', 'Acme Limited'] }],
    [
      'when it is the group as a public company',
      { company: 'Acme Systems Group plc', register: ['Acme', 'Acme Systems Limited'] },
    ],
    ['by its holding', { company: 'Acme', country: 'IE', register: ['Acme Stud', 'Acme Holdings (Irl) Limited'] }],
    [
      'by its operations in the country',
      { company: 'Acme', country: 'IE', register: ['Acme Hotel', 'Acme Ireland Operations Limited'] },
    ],
    [
      'by its group’s services',
      { company: 'Acme', country: 'DK', register: ['Acme Bageri ApS', 'Acme Group Services A/S'] },
    ],
    [
      'by the branch of its parent',
      { company: 'Acme', country: 'IE', register: ['Acme Taxi', 'Acme Belgium SA (Irish Branch)'] },
    ],
    [
      'by a branch with a parent elsewhere',
      { company: 'Acme Energy', country: 'DK', register: ['Acme', 'Acme Energy, filial af Acme Energy SE, Tyskland'] },
    ],
    ['by the form of its parent', { company: 'Acme N.V.', register: ['Acme Care', 'Acme UK Limited'] }],
    ['by its trading name', { company: 'Bluebird', register: ['Bluebirds Ltd', 'Acme Ltd T/A Bluebird'] }],
    ['by its former name', { company: 'Bluebird', register: ['Bluebirds', 'Acme Ltd (formerly Bluebird Ltd)'] }],
    [
      'by an abbreviation in brackets',
      { company: 'CWI', country: 'NL', register: ['CW B.V.', 'Centrum Wiskunde & Informatica (CWI)'] },
    ],
    [
      'by the name beside its abbreviation',
      { company: 'Electricity Board', country: 'IE', register: ['EB Ltd', 'EBX (Electricity Board)'] },
    ],
    ['without initials', { company: 'Lundgaard', country: 'DK', register: ['Lund A/S', 'H. Lundgaard A/S'] }],
    ['without a web address’s end', { company: 'Acme.com', register: ['Acme Tours', 'Acme Ltd'] }],
    ['with a web address’s end', { company: 'Acmetrip', register: ['Acme', 'Acmetrip.com Limited'] }],
    ['without a word for hiring', { company: 'Acme Careers', register: ['Acme Care', 'Acme Ltd'] }],
    ['without a remark in brackets', { company: 'Acme (we are hiring!)', register: ['Acme Care', 'Acme Ltd'] }],
    [
      'by the name in brackets',
      { company: 'Acme³ (Bluebird Telecom)', register: ['Acme Care', 'Bluebird Telecom Limited'] },
    ],
    ['without whose company it is', { company: 'Acme, a Bluebird company', register: ['Acme Care', 'Acme Ltd'] }],
    ['by its address', { company: 'www.acmetrip.com', register: ['Acme', 'Acmetrip Ltd'] }],
    [
      'as a university in the other order',
      { company: 'Durham University', register: ['Durham Care', 'University of Durham'] },
    ],
    [
      'as a university in English',
      { company: 'University of Twente', country: 'NL', register: ['Twente B.V.', 'Universiteit Twente'] },
    ],
    ['before a bar', { company: 'Acme | London', register: ['Acme Care', 'Acme Ltd'] }],
    ['without Royal', { company: 'Royal Acme', country: 'NL', register: ['Acme Zorg B.V.', 'Acme Nederland B.V.'] }],
    ['without Koninklijke', { company: 'Koninklijke Acme', country: 'NL', register: ['Acme Zorg B.V.', 'Acme B.V.'] }],
    [
      'with the form at its other end',
      { company: 'Coöperatie Acmehaven', country: 'NL', register: ['Acme', 'Acmehaven Coöperatie U.A.'] },
    ],
    [
      'without its Portuguese description',
      { company: 'Acmezai', country: 'PT', register: ['Acme, Lda', 'Acmezai - Consultadoria e Inovação, S.A.'] },
    ],
    [
      'by what it does, if nobody else is called so',
      { company: 'Acmelon', country: 'IE', register: ['Acme', 'Acmelon Aerospace Leasing Limited'] },
    ],
    [
      'by a longer name and what it does',
      { company: 'Bramblewood Health', register: ['Brambles Ltd', 'Bramblewood Health Technologies Limited'] },
    ],
    ['by the town behind its name', { company: 'Acmevolent', register: ['Acme', 'Acmevolent Cambridge Limited'] }],
    [
      'by the letters of its last words',
      { company: 'Crédit Acme CIB', register: ['Crédit Acme Leasing', 'Credit Acme Corporate and Investment Bank'] },
    ],
    ['by a brand’s company', { company: 'Deliveroo', register: ['Delivery Ltd', 'Roofoods Ltd'] }],
    [
      'by a brand’s company that trades so',
      { company: 'Deliveroo', register: ['Delivery Ltd', 'Roofoods Ltd T/A Deliveroo'] },
    ],
    [
      'by a brand that is a word',
      { company: 'Meta', country: 'IE', register: ['Metallica Ltd', 'Meta Platforms Ireland Limited'] },
    ],
    [
      'by a brand’s company in another form',
      { company: 'Huawei', country: 'NL', register: ['Huis B.V.', 'Huawei Technologies Coöperatief U.A.'] },
    ],
    [
      'by a brand’s company with a part more',
      { company: 'Meta', register: ['Meta Care Ltd', 'Meta Platforms UK Services Ltd'] },
    ],
    ['by a brand with its country', { company: 'Apple UK', register: ['Apple Tree Nurseries', 'Apple (UK) Limited'] }],
    ['by a number', { company: '3M', country: 'IE', register: ['3D Ltd', '3M Ireland Limited'] }],
  ])('%s', (_how, given) => {
    expect(rowOf(given)).toBe(2)
  })
})

describe('nobody is better than a wrong one', () => {
  test.each<[string, Case]>([
    ['a name that only begins alike', { company: 'Meta', register: ['Metallica Ltd', 'Metaswitch Networks Ltd'] }],
    ['one shared word', { company: 'Orange', register: ['Orange Blossom Care Ltd'] }],
    ['a fruit', { company: 'Apple', country: 'NL', register: ['Apple Orchard Foods B.V.'] }],
    ['a brand among shops', { company: 'Next', register: ['Next Steps Nursery Limited'] }],
    ['a word that others bear', { company: 'Greenhouse', country: 'NL', register: ['Greenhouse Robotics B.V.'] }],
    ['another business', { company: 'Kestrel Aerospace', register: ['Kestrel Court Care Ltd'] }],
    [
      'a longer name than the register’s',
      { company: 'Pandora Cloud Security', country: 'DK', register: ['Pandora A/S'] },
    ],
    ['a product of somebody else', { company: 'Octopus Ventures', register: ['Octopus Energy Limited'] }],
    ['a shop of the name', { company: 'Acme', register: ['Acme Bakery Ltd'] }],
    [
      'two that do different things',
      { company: 'Foxglove', register: ['Foxglove Labs Ltd', 'Foxglove Residential Care'] },
    ],
    ['the company in another country', { company: 'Acme', register: ['Acme Germany Ltd'] }],
    ['a posting of another country’s company', { company: 'Acme Deutschland', register: ['Acme Ltd'] }],
    ['another legal form of the country', { company: 'Acme LLP', register: ['Acme Ltd'] }],
    ['one word of a firm', { company: 'Smith', register: ['Smith & Jones Ltd'] }],
    ['a trade as a name', { company: 'Care', register: ['Care UK Limited'] }],
    ['an institution of another town', { company: 'Leeds University', register: ['University of Leeds Beckett'] }],
    [
      'the hospital of a university',
      { company: 'Acmestad University', register: ['Acmestad University Medical Center'] },
    ],
    [
      'an institution without its town',
      { company: 'Rijksuniversiteit', country: 'NL', register: ['Rijksuniversiteit Groningen'] },
    ],
    ['a letter more', { company: 'Siemens', register: ['Simens Ltd', 'Siemenss Ltd'] }],
    ['a plural', { company: 'Acme Solution', register: ['Acme Solutions Ltd'] }],
    ['services of nobody', { company: 'Acme Services', register: ['Acme Ltd'] }],
    ['a full name that goes on', { company: 'Kainota Ltd', register: ['Kainota Software Limited'] }],
    ['a single letter', { company: 'X', register: ['X Ltd'] }],
    ['no name', { company: ' – ', register: ['Acme Ltd'] }],
    ['a careers word alone', { company: 'Acme', register: ['Acme Careers Ltd'] }],
    ['the town in brackets', { company: 'Derby', register: ['Lotus Garden (Derby) Ltd'] }],
  ])('%s', (_how, given) => {
    expect(rowOf(given)).toBeNull()
  })
})

describe('of several', () => {
  test('the nearest is meant', () => {
    const register = ['Acme Holdings plc', 'Acme International Ltd', 'Acme UK Ltd', 'Acme Ltd']
    for (let left = register.length; left > 0; left -= 1) {
      expect(rowOf({ company: 'Acme', register: register.slice(0, left) })).toBe(left)
    }
  })

  test('two that are equally near are nobody, unless one is in the town', () => {
    const register = ['Acme Ltd | Leeds', 'Acme LLP | York']
    expect(matchIn({ company: 'Acme', register })).toEqual({ match: null, dependsOnTown: true })
    expect(rowOf({ company: 'Acme', town: 'York', register })).toBe(2)
    expect(rowOf({ company: 'Acme', town: 'Leeds, West Yorkshire', register })).toBe(1)
    expect(rowOf({ company: 'Acme', town: 'Hull', register })).toBeNull()
  })

  test('one company with two towns is the one in the town, else the first', () => {
    const register = ['Acme Dental Ltd | Leeds', 'Acme Dental Ltd | York']
    expect(rowOf({ company: 'Acme Dental', register })).toBe(1)
    const inYork = matchIn({ company: 'Acme Dental', town: 'york', register })
    expect(inYork).toMatchObject({ match: { entry: { row: 2 } }, dependsOnTown: true })
    expect(inYork.match?.reason).toBe('It has the same name. Of several, it is the one in York.')
  })

  test('two practices of one name without a form are nobody without a town', () => {
    const register = ['Acme Surgery | Leeds', 'Acme Surgery | York']
    expect(rowOf({ company: 'Acme Surgery', register })).toBeNull()
  })

  test('a brand’s first company is meant', () => {
    const register = [
      'Apple Operations Limited',
      'Apple Distribution International Limited',
      'Apple Operations Europe Limited',
    ]
    expect(rowOf({ company: 'Apple', country: 'IE', register })).toBe(3)
  })
})

describe('the reason', () => {
  test.each<[string, Case]>([
    ['It has the same name.', { company: 'Acme', register: ['Acme Ltd'] }],
    ['It has the same name; the register adds its country.', { company: 'Acme', register: ['Acme UK Ltd'] }],
    [
      'It has the same name; the register adds “Holding” and its region.',
      { company: 'Acme', register: ['Acme Europe Holdings Ltd'] },
    ],
    ['It has the same name; the register leaves out “Group”.', { company: 'Acme Group', register: ['Acme Ltd'] }],
    ['It trades under this name.', { company: 'Bluebird', register: ['Acme Ltd t/a Bluebird'] }],
    [
      'It is the company behind this name, by our list of employers.',
      { company: 'Deliveroo', register: ['Roofoods Ltd'] },
    ],
    [
      'It is the only one whose name begins with this one, and the rest says what it does or where.',
      { company: 'Acmelon', register: ['Acmelon Software Ltd'] },
    ],
    ['The last letters stand for the last words of its name.', { company: 'Acme TB', register: ['Acme Trade Bakery'] }],
  ])('%s', (reason, given) => {
    expect(matchIn(given).match?.reason).toBe(reason)
  })
})

describe('the list of brands', () => {
  test('names every company so that it is found', () => {
    for (const { names, legal } of brands.brands) {
      expect(names.length).toBeGreaterThan(0)
      for (const [country, companies] of Object.entries<readonly string[]>(legal)) {
        for (const name of companies) {
          expect(companyName(name).stem, `${name} in ${country}`).not.toBe('')
          expect(rowOf({ company: names[0] ?? '', country, register: [name] }), `${names[0]} → ${name}`).toBe(1)
        }
      }
    }
  })

  test('gives each name to one brand', () => {
    const stems = brands.brands.flatMap(({ names }) => names.map((name) => name.toLowerCase()))
    expect(stems.filter((stem, index) => stems.indexOf(stem) !== index)).toEqual([])
  })
})

describe('laws of matching', () => {
  const word = fc.constantFrom(
    'acme',
    'blue',
    'ocean',
    'group',
    'uk',
    'ltd',
    'international',
    'care',
    'software',
    '&',
    't/a',
    '(',
    ')',
  )
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))

  test('a match is one of the register, and the same whatever its order', () => {
    fc.assert(
      fc.property(name, fc.array(name, { minLength: 1, maxLength: 8 }), (company, names) => {
        const entries = names.map((entry, index) => ({ row: index + 1, name: entry, town: null }))
        const query = { company, countryCode: 'GB', town: null }
        const found = matchCompany(query, indexEntries(entries, 'GB')).match
        const again = matchCompany(query, indexEntries(entries.toReversed(), 'GB')).match
        expect(again?.entry.name.toLowerCase()).toBe(found?.entry.name.toLowerCase())
        expect([undefined, ...names]).toContain(found?.entry.name)
      }),
    )
  })

  test('any texts are compared without a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
        (company, names) => {
          const entries = names.map((entry, index) => ({ row: index + 1, name: entry, town: entry }))
          const { match } = matchCompany({ company, countryCode: 'PT', town: company }, indexEntries(entries, 'PT'))
          expect(match === null || names.includes(match.entry.name)).toBe(true)
        },
      ),
    )
  })
})
