import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { type ImportFileOptions, readImport } from './read-import.ts'

const BASE = { mapping: null, zone: 'Europe/Berlin', now: Date.UTC(2026, 5, 1) } as const

function read(text: string, more: Partial<ImportFileOptions> = {}) {
  return readImport({ ...BASE, text, ...more })
}

function applicationsOf(reading: Awaited<ReturnType<typeof read>>) {
  return reading.rows.map(({ line, application, problems }) => ({ line, ...application, problems }))
}

describe('a file of applications', () => {
  test('is read row by row, with everything that its columns say', async () => {
    const reading = await read(
      'Company,Job Title,Location,Job URL,Status,Date Applied,Salary,Notes,Contact,Contact Email,Follow up\n' +
        'Acme,Engineer,Berlin,https://acme.example/1,Phone screen,2026-03-04,"€65,000 a year",Nice,Ada,ada@acme.example,2026-03-11\n',
    )
    expect(applicationsOf(reading)).toEqual([
      {
        line: 2,
        title: 'Engineer',
        company: 'Acme',
        place: 'Berlin',
        url: 'https://acme.example/1',
        stage: 'interviewing',
        appliedAt: Date.UTC(2026, 2, 4, 11),
        expectedPay: { amount: 65_000, currency: 'EUR', period: 'year' },
        notes: 'Salary: €65,000 a year\n\nNice',
        contact: { name: 'Ada', email: 'ada@acme.example' },
        followUpAt: Date.UTC(2026, 2, 11, 8),
        problems: [],
      },
    ])
  })

  test.each<[string, string]>([
    ['\n', 'a mark at its beginning'],
    ['\r\n', 'line ends of Windows'],
    ['\r', 'line ends of old Macs'],
  ])('with line ends %j is counted by line, cells of several lines and empty lines with it', async (end) => {
    const lines = ['\uFEFFFirma;Stelle;Notizen', 'Acme;Dev;"a', 'b', '', 'c"', '', 'Globex;Ops;x', ';;', 'Initech;;']
    const reading = await read(lines.join(end))
    expect(reading.delimiter).toBe(';')
    expect(reading.rows.map(({ line, company, problems }) => [line, company, problems])).toEqual([
      [2, 'Acme', []],
      [7, 'Globex', []],
      [9, 'Initech', ['It has no title.']],
    ])
    expect(reading.rows[0]?.application?.notes).toBe('a\nb\n\nc')
  })

  test('UTF-16 that was read as something else is still text', async () => {
    const utf16 = `\uFFFD\uFFFD${'Company,Title\nAcme,Dev\n'.replace(/./gs, '$&\u0000')}`
    expect(applicationsOf(await read(utf16))).toMatchObject([{ company: 'Acme', title: 'Dev', line: 2 }])
  })

  test.each([
    ['', 'empty', null],
    [' \n\n', 'empty', null],
    ['PK\u0003\u0004\u0014\u0000\u0006', 'not_table', null],
    ['%PDF-1.7\n1,2', 'not_table', null],
    ['Just a text\nwithout columns', 'not_table', null],
    ['Company,Title\n', 'no_rows', null],
    ['Company,Title\nAcme,Dev\n\nGlobex,"Ops\nInitech,Dev\n', 'broken', 4],
  ])('%j cannot be read: %s', async (text, problem, line) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE', data: { problem, line } })
  })

  test('a quote that closes in the wrong place makes its row bad and loses no other', async () => {
    const reading = await read('Company,Title\n"Acme, Dev\n"Globex","Ops"\nInitech,Dev\n')
    expect(reading.rows.map(({ line, application, problems }) => [line, application === null, problems])).toEqual([
      [2, true, ['A quote in it does not close.']],
      [4, false, []],
    ])
  })

  test('rows of uneven length are told by line, and only those that have too much are bad', async () => {
    const reading = await read('Company,Title,Notes\nAcme,Dev\nGlobex,Ops,x,y\nInitech,Dev,x,\n')
    expect(reading.rows.map(({ line, problems }) => [line, problems])).toEqual([
      [2, []],
      [3, ['It has 4 columns; the header has 3.']],
      [4, []],
    ])
  })

  test('a date, address, email or stage that cannot be read is left out and told, the row is taken', async () => {
    const reading = await read(
      'Company,Title,Applied,Link,Email,Status\nAcme,Dev,soon,javascript:alert(1),nobody,Quux\n',
    )
    expect(reading.words).toEqual(['Quux'])
    expect(applicationsOf(reading)).toMatchObject([
      {
        appliedAt: null,
        url: null,
        contact: null,
        stage: 'saved',
        problems: [
          '“soon” cannot be read as a date; the day of applying is left out.',
          '“javascript:alert(1)” is no address of a page; it is left out.',
          '“Quux” is no stage that is known; it is taken as saved.',
          '“nobody” is no email address; it is left out.',
        ],
      },
    ])
  })

  test('a first row of data counts as a row, and the mapping says what its columns are', async () => {
    const mapping = { columns: { company: 0, title: 1, url: 2 }, stages: {}, dates: 'iso' as const }
    const reading = await read('Acme,Dev,https://acme.example/1\nGlobex,Ops,https://globex.example/2\n', { mapping })
    expect(reading.header).toEqual(['Column 1', 'Column 2', 'Column 3'])
    expect(reading.rows.map(({ company, line }) => [company, line])).toEqual([
      ['Acme', 1],
      ['Globex', 2],
    ])
  })

  test('a mapping of the user decides in place of what is recognised', async () => {
    const mapping = {
      columns: { company: 1, title: 0, stage: 2, appliedAt: 3 },
      stages: { Quux: 'offered' as const },
      dates: 'month_first' as const,
    }
    const reading = await read('Company,Title,Status,Date\nDev,Acme,quux,03/04/2026\n', { mapping })
    expect(applicationsOf(reading)).toMatchObject([
      { company: 'Acme', title: 'Dev', stage: 'offered', appliedAt: Date.UTC(2026, 2, 4, 11), problems: [] },
    ])
  })

  test('words of another stage column are recognised where the mapping of the user says nothing of them', async () => {
    const mapping = {
      columns: { company: 0, title: 1, stage: 2 },
      stages: { Offer: 'accepted' as const },
      dates: 'iso' as const,
    }
    const reading = await read('Company,Title,Where it is\nAcme,Dev,Offer\nGlobex,Ops,Phone screen\n', { mapping })
    expect(reading.mapping.stages).toEqual({ Offer: 'accepted', 'Phone screen': 'interviewing' })
    expect(applicationsOf(reading)).toMatchObject([{ stage: 'accepted' }, { stage: 'interviewing' }])
  })

  test('statuses without letters are told apart by their signs', async () => {
    const text = 'Company,Title,Status\nAcme,Dev,✅\nGlobex,Ops,❌\nInitech,Dev, ✅ \n'
    expect((await read(text)).words).toEqual(['✅', '❌'])
    const mapping = {
      columns: { company: 0, title: 1, stage: 2 },
      stages: { '✅': 'offered' as const, '❌': 'rejected' as const },
      dates: 'iso' as const,
    }
    expect(applicationsOf(await read(text, { mapping }))).toMatchObject([
      { stage: 'offered', problems: [] },
      { stage: 'rejected', problems: [] },
      { stage: 'offered', problems: [] },
    ])
  })

  test('a status is recognised however many others stand before it', async () => {
    const others = Array.from({ length: 300 }, (_, index) => `Acme,Dev ${index},Quux ${index}\n`)
    const reading = await read(`Company,Title,Status\n${others.join('')}Globex,Ops,Absage\nInitech,Ops,Quux\n`)
    expect(reading.words).toHaveLength(200)
    expect(reading.rows.slice(-2).map(({ application, problems }) => [application?.stage, problems])).toEqual([
      ['rejected', []],
      ['saved', ['“Quux” is no stage that is known; it is taken as saved.']],
    ])
  })

  test('a status that is a whole text is the word that its beginning is', async () => {
    const words = [`Quux ${'😀'.repeat(200)}`, `Absage ${'-'.repeat(300)}`]
    const text = `Company,Title,Status\nAcme,Dev,${words[0]}\nGlobex,Ops,${words[1]}\n`
    const { words: shown, mapping } = await read(text)
    const stages = { ...mapping.stages, [shown[0] ?? '']: 'offered' as const }
    expect(applicationsOf(await read(text, { mapping: { ...mapping, stages } }))).toMatchObject([
      { stage: 'offered', problems: [] },
      { stage: 'rejected', problems: [] },
    ])
  })

  test.each(['\n', '\r\n'])('signs of two units are whole, wherever they lie in a file (line ends %j)', async (end) => {
    for (const before of ['', 'x']) {
      const notes = `${before}${'😀'.repeat(50_000)}`
      const lines = ['Company,Title,Notes', `Acme,Dev,${notes}`, `Globex,Ops,"a${end.repeat(40_000)}b"`]
      const [first, second] = applicationsOf(await read(lines.join(end)))
      expect(first).toMatchObject({ notes, problems: [] })
      expect(second?.notes).toBe(`a${'\n'.repeat(40_000)}b`)
    }
  })

  test('LinkedIn’s list of applications is read with the month first, and its contact is the applicant', async () => {
    const reading = await read(
      'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n' +
        '"3/7/24, 2:22 PM",me@example.com,,Acme,Staff Engineer,https://www.linkedin.com/jobs/view/123,cv.pdf,Years? 6\n',
    )
    expect(reading.preset).toBe('LinkedIn job applications')
    expect(applicationsOf(reading)).toMatchObject([
      { stage: 'applied', appliedAt: Date.UTC(2024, 2, 7, 13, 22), contact: null, notes: 'Years? 6' },
    ])
  })

  test('letters that were lost on the way are told', async () => {
    const reading = await read('Company,Title\nM\uFFFDller,Dev\n')
    expect(reading.rows[0]?.problems).toEqual(['Some letters could not be read. Save the file as UTF-8 to keep them.'])
  })

  test('of cells of any text no row is lost, and each is told where it begins', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\u0000', '')),
      fc.constantFrom('"a" b\nc', '"\n"', '\r\n"', ',\n,'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        // A file of empty rows only is refused.
        fc.pre(rows.flat().some((text) => text.trim() !== ''))
        const written = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        const reading = await read(`Company,Title,Notes\n${written.join('\n')}\n`)
        const lineOf = (index: number) =>
          2 + written.slice(0, index).reduce((sum, text) => sum + text.split(/\r\n?|\n/).length, 0)
        const lines = rows.flatMap((cells, index) => (cells.some((text) => text.trim() !== '') ? [lineOf(index)] : []))
        expect(reading.rows.map(({ line }) => line)).toEqual(lines)
        expect(reading.rows.flatMap(({ problems }) => problems)).not.toContain('A quote in it does not close.')
      }),
      { numRuns: 300 },
    )
  })

  test('any text is rows or a reason', async () => {
    const sign = fc.constantFrom('"', '""', ',', ';', 'a"b', '=1', '\n', '\r', '\t', '|', 'x')
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 20 }), async (signs) => {
        const code = await read(`Company,Title\n${signs.join('')}`).then(
          () => 'read',
          (error: unknown) => (error instanceof AppError ? error.code : error),
        )
        expect(['read', 'IMPORT_UNREADABLE']).toContain(code)
      }),
      { numRuns: 500 },
    )
  })
})
