import { describe, expect, test } from 'vitest'
import { readDelimiter } from './delimiter.ts'
import { readPay, writtenPay } from './read-pay.ts'
import { isHeader, recogniseColumns } from './recognise-columns.ts'
import { stageOfWord } from './stage-words.ts'

describe('the delimiter', () => {
  test.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['semicolons though cells have commas', 'Firma;Stelle\n"A, B, C";x\nD, E;y, z\n', ';'],
    ['tabs', 'a\tb\nc, d\te\n', '\t'],
    ['bars', 'a|b\nc|d\n', '|'],
    ['commas in quotes do not count', '"a,b,c";d\n"e,f,g";h\n', ';'],
    ['quoted line ends do not count', 'a;b\n"x\n,,,,\n";y\n', ';'],
    ['what the first line of Excel says', 'sep=;\na,b;c\n', ';'],
    ['one row only', 'Company,Title', ','],
    ['empty lines before the first row', '\n\na;b\n', ';'],
  ])('%s', (_name, text, delimiter) => {
    expect(readDelimiter(text)?.delimiter).toBe(delimiter)
  })

  test('a text of one column has none', () => {
    expect(readDelimiter('Company\nAcme\nGlobex\n')).toBeNull()
  })
})

describe('columns', () => {
  test.each<[string, string[], Record<string, number>]>([
    ['English', ['Company', 'Job Title', 'Date Applied', 'Status'], { company: 0, title: 1, appliedAt: 2, stage: 3 }],
    [
      'German',
      ['Firma', 'Stelle', 'Beworben am', 'Stand', 'Notizen'],
      { company: 0, title: 1, appliedAt: 2, stage: 3, notes: 4 },
    ],
    [
      'French',
      ['Entreprise', 'Intitulé du poste', 'Lieu', 'Statut', 'Relance'],
      { company: 0, title: 1, place: 2, stage: 3, followUpAt: 4 },
    ],
    ['Spanish', ['Empresa', 'Puesto', 'Ubicación', 'Salario'], { company: 0, title: 1, place: 2, salary: 3 }],
    ['Dutch', ['Bedrijf', 'Functie', 'Sollicitatiedatum'], { company: 0, title: 1, appliedAt: 2 }],
    ['Polish', ['Nazwa firmy', 'Stanowisko', 'Wynagrodzenie', 'Uwagi'], { company: 0, title: 1, salary: 2, notes: 3 }],
    ['Italian', ['Azienda', 'Ruolo', 'Stato'], { company: 0, title: 1, stage: 2 }],
    ['Portuguese', ['Empresa', 'Vaga', 'Situação'], { company: 0, title: 1, stage: 2 }],
    ['Swedish', ['Företag', 'Tjänst', 'Anteckningar'], { company: 0, title: 1, notes: 2 }],
    ['camel case', ['companyName', 'jobTitle', 'jobUrl'], { company: 0, title: 1, url: 2 }],
    ['snake case and signs', ['company_name*', 'job_title*', 'date_applied'], { company: 0, title: 1, appliedAt: 2 }],
    ['a page’s name is the company', ['Name', 'Position', 'Status'], { company: 0, title: 1, stage: 2 }],
    ['a page’s name is the title', ['Name', 'Company', 'Status'], { title: 0, company: 1, stage: 2 }],
    [
      'words among others',
      ['Company / employer', 'Your role there', 'Recruiter email'],
      { company: 0, title: 1, contactEmail: 2 },
    ],
    [
      'addresses of companies are none of postings',
      ['Company', 'Company URL', 'Role', 'Start date'],
      { company: 0, title: 2 },
    ],
  ])('%s', (_name, header, columns) => {
    expect(recogniseColumns(header)).toEqual({ preset: null, presetDates: null, columns })
  })

  test.each<[string, string[], Record<string, number>]>([
    [
      'LinkedIn job applications',
      [
        'Application Date',
        'Contact Email',
        'Contact Phone Number',
        'Company Name',
        'Job Title',
        'Job Url',
        'Resume Name',
        'Question And Answers',
      ],
      { title: 4, company: 3, url: 5, appliedAt: 0, notes: 7 },
    ],
    ['LinkedIn saved jobs', ['Saved Date', 'Job Url', 'Job Title', 'Company Name'], { title: 2, company: 3, url: 1 }],
    ['Huntr', ['Company', 'Title', 'List', 'Date Applied'], { title: 1, company: 0, stage: 2, appliedAt: 3 }],
    ['Huntr', ['Company', 'Title', 'List', 'Job URL', 'Recruiter'], { title: 1, company: 0, stage: 2, url: 3 }],
    [
      'Teal',
      [
        'Job Position',
        'Company',
        'Max. Salary',
        'Location',
        'Status',
        'Date Saved',
        'Deadline',
        'Date Applied',
        'Follow up',
        'Excitement',
      ],
      { title: 0, company: 1, salary: 2, place: 3, stage: 4, appliedAt: 7, followUpAt: 8 },
    ],
  ])('of %s are known', (preset, header, columns) => {
    expect(recogniseColumns(header)).toMatchObject({ preset, columns })
  })

  test('a first row of data is no header', () => {
    expect(isHeader(['Acme', 'Engineer', 'https://acme.example/jobs/1'])).toBe(false)
    expect(isHeader(['Acme', 'Engineer', '2026-03-04'])).toBe(false)
    expect(isHeader(['Yritys', 'Tehtävä'])).toBe(true)
    expect(isHeader(['Company', 'Title', ''])).toBe(true)
  })
})

test.each([
  ['Phone screen', 'interviewing'],
  ['Absage', 'rejected'],
  ['Wishlist', 'saved'],
  ['Bookmarked', 'saved'],
  ['Applied', 'applied'],
  ['Beworben', 'applied'],
  ['Postulé', 'applied'],
  ['En attente', 'applied'],
  ['No response', 'ghosted'],
  ['Applied - no response', 'ghosted'],
  ['Offer declined', 'declined'],
  ['Offer', 'offered'],
  ['Hired!', 'accepted'],
  ['Rejected after interview', 'rejected'],
  ['No offer', 'rejected'],
  ['3. Vorstellungsgespräch', 'interviewing'],
  ['Rozmowa kwalifikacyjna', 'interviewing'],
  ['❌ Not selected', 'rejected'],
  ['Not applied', 'saved'],
  ['Not yet applied', 'saved'],
  ['Withdrew', 'withdrawn'],
  ['interviewing', 'interviewing'],
  ['Quux', null],
  ['', null],
])('%j means %s', (word, stage) => {
  expect(stageOfWord(word)).toBe(stage)
})

describe('pay', () => {
  test.each<[string, [number, string, string] | null]>([
    ['€65,000 per year', [65_000, 'EUR', 'year']],
    ['65.000 €', [65_000, 'EUR', 'year']],
    ['65k EUR', [65_000, 'EUR', 'year']],
    ['$120,000 - $150,000', [120_000, 'USD', 'year']],
    ['80-90k €', [80_000, 'EUR', 'year']],
    ['5.000 € / Monat', [5000, 'EUR', 'month']],
    ['15 000 PLN miesięcznie', [15_000, 'PLN', 'month']],
    ['£45/hour', [45, 'GBP', 'hour']],
    ['45.50 EUR per hour', [45.5, 'EUR', 'hour']],
    ['CHF 110’000 pro Jahr', [110_000, 'CHF', 'year']],
    ['65000', null],
    ['15 000 PLN', null],
    ['€3000', null],
    ['€ or $ 65,000', null],
    ['competitive', null],
    ['', null],
  ])('%j', (text, expected) => {
    const read = readPay(text)
    expect(read === null ? null : [read.amount, read.currency, read.period]).toEqual(expected)
  })

  test('what an export writes is read as the same', () => {
    for (const pay of [
      { amount: 65_000, currency: 'EUR', period: 'year' },
      { amount: 45.5, currency: 'GBP', period: 'hour' },
      { amount: 999_999, currency: 'JPY', period: 'month' },
    ] as const) {
      expect(readPay(writtenPay(pay))).toEqual(pay)
    }
  })
})
