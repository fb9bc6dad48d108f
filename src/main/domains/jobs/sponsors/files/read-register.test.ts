import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REGISTER_FILE_MAX_BYTES, SPONSOR_REGISTERS, type SponsorRegister } from '#shared/sponsors.ts'
import { pdfFile } from '../../../../../../tests/support/pdf-file.ts'
import { xlsxFile } from '../../../../../../tests/support/xlsx-file.ts'
import { zipFile } from '../../../../../../tests/support/zip-file.ts'
import { readRegister, type RegisterReading } from './read-register.ts'
import { FileProblem } from './register-refusal.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name))
const read = (register: SponsorRegister, bytes: Uint8Array | string, fileName = 'file') =>
  readRegister({ register, bytes: Buffer.from(bytes), fileName })

async function problemOf(reading: Promise<RegisterReading>): Promise<FileProblem> {
  const outcome: unknown = await reading.then(
    () => 'it was read',
    (error: unknown) => error,
  )
  if (outcome instanceof FileProblem) return outcome
  throw new Error('no file problem', { cause: outcome })
}

describe('a register in its own format', () => {
  test('UK: rows of one organisation in one town become one, with all routes and its first row', async () => {
    expect(await read('uk', fixture('uk.csv'), '2026-11-20_-_Worker_and_Temporary_Worker.csv')).toEqual({
      rows: 5,
      publishedOn: '2026-11-20',
      organisations: [
        {
          row: 1,
          name: 'Ashgrove & Pell Limited',
          town: 'Leeds',
          details: {
            county: 'West Yorkshire',
            routes: [
              { route: 'Skilled Worker', rating: 'Worker (A rating)' },
              { route: 'Scale-up', rating: 'Worker (A rating)' },
            ],
          },
        },
        {
          row: 2,
          name: 'Bywater Café Ltd T/A The "Blue" Heron',
          town: 'York',
          details: { routes: [{ route: 'Skilled Worker', rating: 'Worker (B rating)' }] },
        },
        {
          row: 4,
          name: 'ASHGROVE & PELL LIMITED',
          town: 'London',
          details: { routes: [{ route: 'Creative Worker', rating: 'Temporary Worker (A rating)' }] },
        },
        expect.objectContaining({ row: 5, name: 'Corvane Analytics Ltd' }),
      ],
    })
  })

  test('NL: the table among others, what scripts write left out', async () => {
    expect(await read('nl', fixture('nl.html'))).toEqual({
      rows: 4,
      publishedOn: '2026-11-02',
      organisations: [
        { row: 1, name: 'Anker & Zonen B.V.', town: null, details: { number: '10000011' } },
        { row: 2, name: 'Bløm Data N.V.', town: null, details: { number: '10000022' } },
        { row: 3, name: 'Stichting Cirkel', town: null, details: { number: '10000033' } },
        { row: 4, name: 'Dijkwerk Nederland B.V.', town: null, details: { number: '10000044' } },
      ],
    })
  })

  test('IE: the sheet Export below its titles, without the sums', async () => {
    expect(await read('ie', fixture('ie.xlsx'), 'employment-permits-2026.xlsx')).toEqual({
      rows: 4,
      publishedOn: null,
      organisations: [
        { row: 1, name: 'Ardmoyle Nursing Home Limited', town: null, details: { permits: { year: 2026, total: 7 } } },
        { row: 2, name: 'BRANNOCK ANALYTICS LIMITED', town: null, details: { permits: { year: 2026, total: 3 } } },
        { row: 3, name: 'Cúram & Sons Teoranta', town: null, details: { permits: { year: 2026, total: 1 } } },
        {
          row: 4,
          name: 'Dunmurry Systems Designated Activity Company',
          town: null,
          details: { permits: { year: 2026, total: 1234 } },
        },
      ],
    })
  })

  test('DK: headings that are plain cells', async () => {
    const reading = await read('dk', fixture('dk.html'))
    expect(reading).toMatchObject({ rows: 3, publishedOn: '2026-11-18' })
    expect(reading.organisations.map(({ name, details }) => [name, details.number])).toEqual([
      ['Ålekær Systemer A/S', '20000011'],
      ['Birkely Robotics ApS', '20000022'],
      ['Clausen & Co. P/S', '20000033'],
    ])
  })

  test('PT: names of two lines, and of two certificates the later one', async () => {
    expect(await read('pt', fixture('pt.pdf'))).toEqual({
      rows: 5,
      publishedOn: '2026-10-12',
      organisations: [
        {
          row: 1,
          name: 'Alfaiate Digital, Unipessoal Lda',
          town: null,
          details: { number: '501000011', validFrom: '2027-03-01', validTo: '2029-02-28' },
        },
        {
          row: 2,
          name: 'Brisa do Norte - Consultoria em Engenharia de Software, S.A.',
          town: null,
          details: { number: '502000022', validFrom: '2024-06-15', validTo: '2026-06-14' },
        },
        {
          row: 3,
          name: 'Carvão & Filhos, Lda',
          town: null,
          details: { number: '503000033', validFrom: '2025-01-10', validTo: '2027-01-09' },
        },
        expect.objectContaining({ row: 5, name: 'Dédalo - Labirintos, S.A.' }),
      ],
    })
  })
})

describe('a register as CSV', () => {
  test.each<[SponsorRegister, string, string[]]>([
    ['uk', 'Organisation Name;Town/City;County;Type & Rating;Route\nAcme Ltd;Leeds;;A;Skilled Worker', ['Acme Ltd']],
    ['uk', 'organisation name,town,route\nAcme Ltd,Leeds,Skilled Worker', ['Acme Ltd']],
    ['uk', 'Town/City\tOrganisation Name\nLeeds\tAcme Ltd', ['Acme Ltd']],
    ['nl', 'Organisation,KvK number\r\n"Acme, Zonen B.V.",10000011\r\n', ['Acme, Zonen B.V.']],
    ['nl', 'Organisatie;KvK-nummer\nAcme B.V.;10000011', ['Acme B.V.']],
    ['nl', 'Acme B.V.,10000011\nBloem B.V.,10000022', ['Acme B.V.', 'Bloem B.V.']],
    ['ie', 'Permits 2026,,,\nEmployer Name,Jan,Feb,Grand Total\nAcme Limited,1,,1\nGrand Total,1,,1', ['Acme Limited']],
    ['ie', 'Employer Name,January,February,Total\nAcme Limited,1,,1', ['Acme Limited']],
    ['dk', 'Company,CVR\nAcme A/S,20000011', ['Acme A/S']],
    ['dk', 'Virksomhed;CVR-nr.\nAcme A/S;20000011', ['Acme A/S']],
    ['pt', 'NIF;Nome;De;Até\n501000011;Acme, Lda;01/03/2025;28/02/2027', ['Acme, Lda']],
    ['pt', 'NIF,Name,From,To\n501000011,"Acme, Lda",2025-03-01,2027-02-28', ['Acme, Lda']],
    ['uk', 'Organisation Name\nAcme Ltd\n\nBluebird Ltd\n', ['Acme Ltd', 'Bluebird Ltd']],
    [
      'uk',
      'Organisation Name,Route\n"Acme "North" Ltd",A\nBluebird Ltd,A,extra\nCorvane',
      ['Acme "North" Ltd', 'Bluebird Ltd', 'Corvane'],
    ],
  ])('%s: %j', async (register, csv, names) => {
    const { organisations } = await read(register, csv)
    expect(organisations.map(({ name }) => name)).toEqual(names)
  })

  test('rows are counted from the first below the headings', async () => {
    const { organisations, rows } = await read('uk', 'List of 2026\nOrganisation Name,Route\nAcme,A\n,B\nBluebird,C\n')
    expect([rows, organisations.map(({ row }) => row)]).toEqual([3, [1, 3]])
  })

  test.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from('\ufeffOrganisation Name,Route\nCafé Łódź,A')],
    ['UTF-16', Buffer.from('\ufeffOrganisation Name,Route\nCafé Łódź,A', 'utf16le')],
  ])('%s is read', async (_charset, bytes) => {
    expect((await read('uk', bytes)).organisations[0]?.name).toBe('Café Łódź')
  })

  test('Latin-1 is read', async () => {
    const { organisations } = await read('uk', Buffer.from('Organisation Name,Route\nCafé Ørbæk,A', 'latin1'))
    expect(organisations[0]?.name).toBe('Café Ørbæk')
  })

  test('bytes that mean nothing cost a letter and no row', async () => {
    const bytes = Buffer.from('Organisation Name,Route\nCafé Acme é é,A\nBluebird,B')
    bytes[bytes.indexOf('Acme') - 3] = 0x80
    expect((await read('uk', bytes)).organisations).toHaveLength(2)
  })
})

describe('a register in another format', () => {
  test('as a workbook without shared texts, with a date for a number', async () => {
    const sheet =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>Company</t></is></c><c t="str"><v>CVR</v></c></row>' +
      '<row r="9"><c r="A9" t="inlineStr"><is><r><t>Acme </t></r><r><t>A/S</t></r></is></c><c r="B9"><v>20000011</v></c></row>' +
      '</sheetData></worksheet>'
    const file = zipFile([
      { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<Relationships><Relationship Id="rId1" Target="/xl/s.xml"/></Relationships>',
      },
      { name: 'xl/s.xml', content: sheet, method: 'store' },
    ])
    expect((await read('dk', file)).organisations).toEqual([
      { row: 1, name: 'Acme A/S', town: null, details: { number: '20000011' } },
    ])
  })

  test('as a page with a row of another width', async () => {
    const html = '<table><tr><th>Organisation Name<th>Route<tr><td>Acme<td>A<tr><td colspan=2>—<tr><td>Bluebird</table>'
    expect((await read('uk', html)).organisations.map(({ name }) => name)).toEqual(['Acme', 'Bluebird'])
  })
})

describe('what is no register is refused', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => `Acme ${index} B.V.,${10_000_000 + index}`)

  test.each<[string, SponsorRegister, Uint8Array | string, FileProblem['problem'], RegExp]>([
    ['an empty file', 'uk', '', 'empty', /Download it again/],
    ['blanks', 'uk', ' \r\n \t', 'empty', /Download it again/],
    ['another register', 'nl', fixture('uk.csv'), 'foreign', /UK register of licensed sponsors/],
    ['another page', 'uk', fixture('dk.html'), 'foreign', /Danish list of certified companies/],
    [
      'a page without a table',
      'nl',
      '<!doctype html><title>Sign in</title><p>Sign in',
      'foreign',
      /has no table.*ind\.nl/,
    ],
    ['a table of something else', 'uk', 'Fruit,Colour\nApple,red', 'foreign', /with its columns: Organisation Name/],
    ['headings alone', 'uk', 'Organisation Name,Route\n', 'foreign', /Take the file/],
    ['JSON', 'uk', '{"organisations": []}', 'foreign', /JSON/],
    ['a picture', 'uk', Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), 'foreign', /picture/],
    [
      'an old workbook',
      'ie',
      Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'latin1'),
      'foreign',
      /save it as CSV/,
    ],
    ['bytes', 'uk', Buffer.from([1, 2, 0, 3, 0, 4]), 'foreign', /neither text/],
    ['an archive', 'ie', zipFile([{ name: 'a.txt', content: 'text' }]), 'foreign', /no spreadsheet/],
    ['half a workbook', 'ie', fixture('ie.xlsx').subarray(0, 1200), 'unreadable', /Download it again/],
    [
      'a locked workbook',
      'ie',
      zipFile([{ name: 'xl/workbook.xml', content: 'x', isEncrypted: true }]),
      'locked',
      /password/,
    ],
    ['half a PDF', 'pt', fixture('pt.pdf').subarray(0, 40), 'unreadable', /broken/],
    ['a scan', 'pt', pdfFile([[]]), 'unreadable', /scan/],
    ['a PDF of something else', 'pt', pdfFile([[{ x: 50, y: 700, text: 'Dear reader' }]]), 'foreign', /Take the file/],
    [
      'a quote without an end',
      'nl',
      `Organisation,KvK number\n"${rows(3_000).join('\n')}`,
      'unreadable',
      /broken after row/,
    ],
    ['a file beyond the limit', 'uk', Buffer.alloc(REGISTER_FILE_MAX_BYTES + 1, 'a'), 'too_large', /30 MB/],
    ['tables without end', 'uk', '<table>'.repeat(1_000), 'unreadable', /without end/],
  ])('%s', async (_name, register, bytes, problem, reason) => {
    const refusal = await problemOf(read(register, bytes))
    expect([refusal.problem, refusal.message]).toEqual([problem, expect.stringMatching(reason)])
  })

  test('an archive that unpacks to more than it may, whatever it claims', async () => {
    const content = Buffer.alloc(101 * 1024 * 1024, ' ')
    const file = zipFile([{ name: 'xl/workbook.xml', content, claimedSize: 10 }])
    expect(file.length).toBeLessThan(200_000)
    expect((await problemOf(read('ie', file))).problem).toBe('too_large')
  })

  test('what a page says in its place never becomes a row', async () => {
    const login = '<html><body><form><table><tr><td>User<td><input></table></form></body></html>'
    for (const register of SPONSOR_REGISTERS) expect((await problemOf(read(register, login))).problem).toBe('foreign')
  })
})

describe('laws of reading', () => {
  const files: readonly [SponsorRegister, Buffer][] = [
    ['uk', fixture('uk.csv')],
    ['nl', fixture('nl.html')],
    ['ie', fixture('ie.xlsx')],
    ['dk', fixture('dk.html')],
    ['pt', fixture('pt.pdf')],
  ]

  test('a damaged file is read or refused, and never invents a row without a name', async () => {
    const damage = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ maxLength: 40 }),
      isCut: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ file: [register, whole], at, bytes, isCut }) => {
        const place = Math.floor(at * whole.length)
        const damaged = isCut
          ? whole.subarray(0, place)
          : Buffer.concat([whole.subarray(0, place), bytes, whole.subarray(place + bytes.length)])
        const outcome = await read(register, damaged).catch((error: unknown) => error)
        if (outcome instanceof FileProblem) return
        expect(outcome).toHaveProperty('organisations')
        const { organisations, rows } = outcome as RegisterReading
        for (const { name, row } of organisations) {
          expect(name.trim()).not.toBe('')
          expect(row).toBeLessThanOrEqual(rows)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('every organisation that a workbook or a CSV lists is read, in order', async () => {
    const name = fc.stringMatching(/^[A-Z][a-zé&]{2,8}( [A-Z][a-z]{2,8}){0,2} (Ltd|B\.V\.)$/)
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 1, maxLength: 30, selector: (text) => text.toLowerCase() }),
        async (names) => {
          const rows = names.map((text) => [text, 1, 1])
          const csv = `Employer Name,Jan,Grand Total\n${rows.map((row) => row.join(',')).join('\n')}`
          const book = xlsxFile([{ name: 'Export', rows: [['Employer Name', 'Jan', 'Grand Total'], ...rows] }])
          for (const bytes of [Buffer.from(csv), book]) {
            expect((await read('ie', bytes)).organisations.map((organisation) => organisation.name)).toEqual(names)
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  test.each([
    ['open cells', '<td>'.repeat(200_000)],
    ['open brackets', '<'.repeat(1_000_000)],
    ['entities', `<table><tr><td>${'&amp;'.repeat(200_000)}`],
    ['quotes', '"'.repeat(500_000)],
    ['separators', ','.repeat(500_000)],
    ['headings', 'Organisation Name,Route\n'.repeat(20_000)],
  ])('a megabyte of %s comes to an end', async (_name, text) => {
    const outcome = await read('uk', text).catch((error: unknown) => error)
    expect(outcome).toBeDefined()
  })
})
