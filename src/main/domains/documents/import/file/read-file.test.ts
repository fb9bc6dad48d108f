import { deflateRawSync } from 'node:zlib'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { docxFile, odtFile, pngFile } from '../../../../../../tests/support/document-files.ts'
import { pdfFile } from '../../../../../../tests/support/pdf-file.ts'
import { zipFile } from '../../../../../../tests/support/zip-file.ts'
import { encryptedPdf, picturePdf, wordFile } from '../../../../../../tests/support/resume-files.ts'
import { readResumeFile } from './read-file.ts'

const line = (text: string, y = 700) => ({ x: 50, y, text })
const TEXT = [line('Ada Byron', 760), line('Programmer of engines that nobody has built yet', 740)]

async function statusOf(bytes: Buffer) {
  const reading = await readResumeFile(bytes)
  return reading.status
}
async function linesOf(bytes: Buffer) {
  const reading = await readResumeFile(bytes)
  if (reading.status !== 'ok') throw new Error(reading.message)
  return reading.text.lines.map(({ text }) => text)
}

describe('what a file is', () => {
  test.each([
    ['a PDF', 'ok', pdfFile([TEXT])],
    ['a DOCX', 'ok', wordFile(['Ada Byron, programmer of engines'])],
    ['nothing', 'empty', Buffer.alloc(0)],
    ['blanks', 'empty', Buffer.from('  \n\t ')],
    ['a DOCX without words', 'empty', wordFile([''])],
    ['a PDF of pictures', 'no_text', picturePdf()],
    ['a PDF without words', 'no_text', pdfFile([[]])],
    ['a PDF with a password', 'encrypted', encryptedPdf()],
    ['half a PDF', 'corrupt', pdfFile([TEXT]).subarray(0, 120)],
    ['the head of a PDF and noise', 'corrupt', Buffer.from(`%PDF-1.7\n${'x9\u0001'.repeat(500)}`)],
    ['half a DOCX', 'corrupt', wordFile(['Ada Byron']).subarray(0, 300)],
    ['a DOCX whose XML is broken', 'corrupt', wordFile(['Ada'], '<w:p><w:r>')],
    ['an archive', 'unsupported', zipFile([{ name: 'a.txt', content: 'Ada Byron' }])],
    [
      'an archive that holds a PDF as it is',
      'unsupported',
      zipFile([{ name: 'a.pdf', content: pdfFile([TEXT]), method: 'store' }]),
    ],
    ['an OpenDocument', 'unsupported', odtFile()],
    [
      'a spreadsheet',
      'unsupported',
      docxFile('x', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    ],
    ['a picture', 'unsupported', pngFile()],
    ['text', 'unsupported', Buffer.from('Ada Byron')],
    ['a document of an old word processor', 'unsupported', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex')],
    ['more than 20 MB', 'unsupported', Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(20 * 1024 * 1024)])],
  ])('%s is %s', async (_, status, bytes) => {
    expect(await statusOf(bytes)).toBe(status)
  })

  test('a document that office programs locked asks for a password', async () => {
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await statusOf(bytes)).toBe('encrypted')
  })

  test('every refusal says the next step', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('text'),
      picturePdf(),
      encryptedPdf(),
      pdfFile([TEXT]).subarray(0, 120),
    ])
      expect((await readResumeFile(bytes)).message).toMatch(/\. (?:Save|Choose)/u)
  })
})

describe('archives that grow', () => {
  test('one that says so is refused before it is unpacked', async () => {
    const bomb = zipFile([
      { name: '[Content_Types].xml', content: 'wordprocessingml' },
      { name: 'word/document.xml', content: 'a', claimedSize: 4_000_000_000 },
    ])
    expect(await statusOf(bomb)).toBe('unsupported')
  })

  test('one that hides it is refused while it is unpacked', async () => {
    const bomb = zipFile([
      { name: '[Content_Types].xml', content: 'wordprocessingml' },
      { name: 'word/document.xml', content: Buffer.alloc(50_000_000, 'a'), claimedSize: 1_000 },
    ])
    expect(bomb.length).toBeLessThan(100_000)
    expect(await statusOf(bomb)).toBe('unsupported')
  })

  test('a part that is not as long as it says is broken', async () => {
    expect(deflateRawSync('x').length).toBeGreaterThan(0)
    const file = zipFile([
      { name: '[Content_Types].xml', content: 'wordprocessingml' },
      { name: 'word/document.xml', content: 'short', claimedSize: 10_000 },
    ])
    expect(await statusOf(file)).toBe('corrupt')
  })

  test('far more parts or text than a résumé has', async () => {
    const parts = Array.from({ length: 2100 }, (_, index) => ({ name: `p${index}.xml`, content: 'x' }))
    expect(await statusOf(zipFile(parts))).toBe('unsupported')
    expect(await statusOf(wordFile(['word '.repeat(800_000)]))).toBe('unsupported')
  })
})

describe('a PDF whose time is up', () => {
  /** Between two looks at the clock so much time goes by. */
  const slowly = (ms: number) => {
    let now = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += ms))
    onTestFinished(() => clock.mockRestore())
  }
  test.each([
    ['before its first page', 9_000],
    ['within its first page', 5_000],
  ])('%s is not said to be pictures', async (_, ms) => {
    slowly(ms)
    expect(await readResumeFile(pdfFile([TEXT]))).toMatchObject({
      status: 'unsupported',
      message: expect.stringContaining('takes longer to read'),
      pages: 1,
    })
  })

  test('of more pages than are read says so of its pictures, whatever the clock', async () => {
    expect(await statusOf(pdfFile(Array.from({ length: 45 }, () => [])))).toBe('no_text')
  })
})

describe('the order of a page', () => {
  test('two columns are read one after the other, the second page going on', async () => {
    const column = (x: number, word: string) =>
      Array.from({ length: 8 }, (_, at) => ({ x, y: 700 - at * (x > 200 ? 14 : 17), text: `${word} ${at}` }))
    const lines = await linesOf(pdfFile([[...column(50, 'left'), ...column(300, 'right')], [...column(300, 'later')]]))
    expect(lines).toEqual(
      ['left', 'right', 'later'].flatMap((word) => Array.from({ length: 8 }, (_, at) => `${word} ${at}`)),
    )
  })

  test('a table of dates is read row by row, and a span of two lines is one', async () => {
    const rows = [
      ['03/2019 -', 'Developer'],
      ['heute', 'ACME GmbH'],
      ['2016 - 2019', 'Tester'],
      ['', 'Umbrella AG'],
      ['2014 - 2016', 'Intern'],
      ['', 'Initech'],
    ]
    const page = rows.flatMap(([date = '', text = ''], at) => [
      ...(date === '' ? [] : [{ x: 50, y: 700 - at * 14, text: date }]),
      { x: 200, y: 700 - at * 14, text },
    ])
    expect(await linesOf(pdfFile([page]))).toEqual([
      '03/2019 - heute  Developer',
      'ACME GmbH',
      '2016 - 2019  Tester',
      'Umbrella AG',
      '2014 - 2016  Intern',
      'Initech',
    ])
  })

  test('headers and footers of later pages go, and are told', async () => {
    const page = (at: number) => [
      line('Ada Byron · ada@example.com', 820),
      line(`A long line about the year ${at} of some engine`),
      line(`Page ${at} of 3`, 20),
    ]
    const reading = await readResumeFile(pdfFile([page(1), page(2), page(3)]))
    if (reading.status !== 'ok') throw new Error(reading.message)
    expect(reading.text.lines.filter(({ text }) => text.startsWith('Ada'))).toHaveLength(1)
    expect(reading.text.stray).toEqual(['Page 1 of 3', 'Ada Byron · ada@example.com', 'Page 2 of 3', 'Page 3 of 3'])
  })

  test('of 45 pages 40 are read, and it says so', async () => {
    const reading = await readResumeFile(
      pdfFile(Array.from({ length: 45 }, (_, at) => [line(`The text of leaf ${at} is this`)])),
    )
    expect(reading).toMatchObject({ status: 'ok', message: expect.stringContaining('at most 40 pages') })
    if (reading.status !== 'ok') throw new Error(reading.message)
    expect(reading.text.pages).toBe(45)
    expect(reading.text.lines.at(-1)?.text).toBe('The text of leaf 39 is this')
  })
})
