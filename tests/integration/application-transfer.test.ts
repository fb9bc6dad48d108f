import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { testCore } from '../support/test-core.ts'

const FILE =
  'Company,Job Title,Status,Date Applied,Contact,Contact Email,Follow up,Salary\n' +
  'Acme GmbH,Engineer (m/w/d),Phone screen,2026-02-20,Ada,ada@acme.example,2026-03-09,"€65,000 a year"\n' +
  'Globex,Designer,Absage,2026-01-10,,,,\n' +
  'ACME,Engineer,Applied,2026-02-21,,,,\n' +
  'Initech,,Applied,2026-02-22,,,,\n'

function world() {
  const clock = createFakeClock()
  const core = testCore({ clock })
  const transfer = core.client.applicationTransfer
  const take = (text: string) => transfer.import({ fileName: 'C:\\jobs\\my list.csv', text })
  const titles = async () => {
    const { text } = await transfer.export({ format: 'json' })
    const { applications } = JSON.parse(text) as { applications: { title: string; company: string }[] }
    return applications.map(({ title, company }) => `${title} at ${company}`)
  }
  return { clock, core, transfer, take, titles }
}

describe('taking a file in', () => {
  test('a preview says what would be done, and does nothing', async () => {
    const { transfer, titles } = world()
    const preview = await transfer.previewImport({ fileName: 'a.csv', text: FILE })
    expect(preview.counts).toEqual({ new: 2, known: 0, twice: 1, bad: 1 })
    expect(preview.rows.map(({ line, state, stage, problems }) => [line, state, stage, problems])).toEqual([
      [2, 'new', 'interviewing', []],
      [3, 'new', 'rejected', []],
      [4, 'twice', 'applied', []],
      [5, 'bad', null, ['It has no title.']],
    ])
    expect(preview.words).toEqual(['Phone screen', 'Absage', 'Applied'])
    expect(await titles()).toEqual([])
    expect(await transfer.imports()).toEqual([])
  })

  test('writes what is new with its contact, reminder and first event, and tells the bad rows', async () => {
    const { transfer, take } = world()
    const done = await take(FILE)
    expect(done.import).toMatchObject({ fileName: 'my list.csv', added: 2, undoneAt: null })
    expect(done.counts).toEqual({ new: 2, known: 0, twice: 1, bad: 1 })
    expect(done.bad.map(({ line }) => line)).toEqual([5])
    const { text } = await transfer.export({ format: 'json' })
    const { applications } = JSON.parse(text)
    expect(applications).toMatchObject([
      {
        title: 'Engineer (m/w/d)',
        stage: 'interviewing',
        expectedPay: { amount: 65_000, currency: 'EUR', period: 'year' },
        contacts: [{ name: 'Ada', email: 'ada@acme.example' }],
        reminders: [{ kind: 'follow_up', doneAt: null }],
      },
      { title: 'Designer', stage: 'rejected', contacts: [], reminders: [] },
    ])
    expect(applications[1].timeline.map(({ data }: { data: unknown }) => data)).toEqual([
      { type: 'created', stage: 'rejected', from: 'import' },
    ])
  })

  test('what is there is known the second time, by title and employer or by address', async () => {
    const { transfer, take } = world()
    await take('Company,Title,Link\nAcme,Dev,https://acme.example/jobs/4711?utm_source=x\nGlobex,Ops,\n')
    const again = await transfer.previewImport({
      fileName: 'b.csv',
      text: 'Company,Title,Link\nAcme Inc.,Developer,http://www.acme.example/jobs/4711/\nGLOBEX GmbH,ops,\nGlobex,Dev,\n',
    })
    expect(again.rows.map(({ state }) => state)).toEqual(['known', 'known', 'new'])
  })

  test('titles that differ in a sign of their language are two applications', async () => {
    const { take, titles } = world()
    await take('Company,Title\nAcme,C++ Developer\nAcme,C# Developer\nACME,c++ developer\n')
    expect(await titles()).toEqual(['C++ Developer at Acme', 'C# Developer at Acme'])
  })

  test('a day before there are instants is left out and told, and its application is shown', async () => {
    const { core, transfer, take } = world()
    await core.client.settings.update({ timeZone: 'Australia/Sydney' })
    const text = 'Company,Title,Applied,Follow up\nAcme,Dev,1970-01-01,1970-01-01\n'
    const preview = await transfer.previewImport({ fileName: 'a.csv', text })
    expect(preview.rows.map(({ problems }) => problems)).toEqual([
      [
        '“1970-01-01” cannot be read as a date; the day of applying is left out.',
        '“1970-01-01” cannot be read as a date; the follow-up date is left out.',
      ],
    ])
    await take(text)
    expect(await core.client.applications.get({ id: 1 })).toMatchObject({ appliedAt: null, reminders: [] })
  })

  test('without a title or an employer nothing is taken, and a preview still shows the columns', async () => {
    const { transfer, take } = world()
    const text = 'Foo,Bar\nAcme,Dev\n'
    expect((await transfer.previewImport({ fileName: 'a.csv', text })).header).toEqual(['Foo', 'Bar'])
    await expect(take(text)).rejects.toMatchObject({
      code: 'IMPORT_UNREADABLE',
      data: { problem: 'no_title', line: null },
    })
    const mapping = { columns: { company: 0, title: 1 }, stages: {}, dates: 'iso' as const }
    expect((await transfer.import({ fileName: 'a.csv', text, mapping })).import.added).toBe(1)
  })

  test('is taken back and put back, each once', async () => {
    const { clock, transfer, take, titles } = world()
    const { import: first } = await take('Company,Title\nAcme,Dev\nGlobex,Ops\n')
    await take('Company,Title\nInitech,Dev\n')
    clock.jump(1000)
    const undone = await transfer.undoImport({ id: first.id })
    expect(undone).toMatchObject({ added: 2, undoneAt: clock.now() })
    expect(await titles()).toEqual(['Dev at Initech'])
    clock.jump(1000)
    expect(await transfer.undoImport({ id: first.id })).toEqual(undone)
    expect(await transfer.redoImport({ id: first.id })).toMatchObject({ undoneAt: null })
    expect(await transfer.redoImport({ id: first.id })).toMatchObject({ undoneAt: null })
    expect(await titles()).toEqual(['Dev at Acme', 'Ops at Globex', 'Dev at Initech'])
    await expect(transfer.undoImport({ id: 99 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { entity: 'import', id: '99' },
    })
  })

  test('what is put back after its column was removed stands in its stage’s first column', async () => {
    const { core, transfer, take } = world()
    const { client } = core
    const { import: brought } = await take('Company,Title,Status\nAcme,Dev,Applied\n')
    const column = await client.applications.addColumn({ name: 'Sent by post', stage: 'applied' })
    const [card] = (await client.applications.board({})).cards
    const { id = 0, version = 0 } = card ?? {}
    await client.applications.move({ id, version, to: 'applied', columnId: column.id })
    await transfer.undoImport({ id: brought.id })
    await client.applications.removeColumn({ id: column.id })
    await transfer.redoImport({ id: brought.id })
    expect((await client.applications.board({})).cards).toMatchObject([{ id, stage: 'applied', columnId: null }])
  })

  test('ten thousand rows with two hundred bad ones are all accounted for', async () => {
    const { transfer, take } = world()
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index % 50 === 0 ? `,Title ${index},2026-01-02` : `Company ${index},"Title ""${index}""\nsecond line",2026-01-02`,
    )
    const text = `Company,Title,Applied\n${rows.join('\n')}\n`
    const preview = await transfer.previewImport({ fileName: 'big.csv', text })
    expect(preview.counts).toEqual({ new: 9800, known: 0, twice: 0, bad: 200 })
    expect(preview.rows.filter(({ state }) => state === 'bad').map(({ line }) => line)).toEqual(
      Array.from({ length: 200 }, (_, bad) => 2 + bad * 50 + bad * 49),
    )
    const done = await take(text)
    expect(done.import.added).toBe(9800)
    expect(done.bad).toHaveLength(200)
    expect((await transfer.previewImport({ fileName: 'big.csv', text })).counts).toEqual({
      new: 0,
      known: 9800,
      twice: 0,
      bad: 200,
    })
  }, 60_000)
})

test('a table that is given out is taken in as the same by another profile, and is known in its own', async () => {
  const { transfer, take } = world()
  await take(FILE)
  const { text, fileName } = await transfer.export({ format: 'csv' })
  expect(fileName).toMatch(/^applications-2026-03-02\.csv$/)
  expect(text.startsWith('\uFEFF"Title",')).toBe(true)
  expect((await transfer.previewImport({ fileName, text })).counts).toEqual({ new: 0, known: 2, twice: 0, bad: 0 })
  const other = world()
  expect((await other.take(text)).counts).toEqual({ new: 2, known: 0, twice: 0, bad: 0 })
  const again = await other.transfer.export({ format: 'csv' })
  const said = (table: string) => table.split('\r\n').map((line) => line.split('","').slice(0, 5))
  expect(said(again.text)).toEqual(said(text))
})
