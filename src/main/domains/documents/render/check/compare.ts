import type { ExportCheck } from '#shared/documents.ts'
import type { Expected } from './expected.ts'

/** What another program found in a file. */
export interface ReadFile {
  /** Lines in the order in which they were read. */
  readonly text: string
  readonly links: readonly string[]
  readonly pages: number
}

type Check = ExportCheck['checks'][number]
const SAMPLES = 5
const SAMPLE_CHARS = 80

interface Compared {
  readonly expected: Expected
  readonly read: ReadFile
  /** Letters that no font has; none for a format that embeds no fonts. */
  readonly missing: readonly string[]
  /** The longest word that must not be cut. */
  readonly uncutLetters: number
  readonly mostPages: number | null
}

/** What is wrong with a file, against what it was to show. Texts are compared without spaces and case, so that the ends of lines do not
 *  matter; words by themselves. Pure. */
export function compared(all: Compared): ExportCheck {
  const checks = [
    textCheck(all),
    contactCheck(all),
    orderCheck(all),
    glyphCheck(all),
    cutCheck(all),
    linkCheck(all),
    pageCheck(all),
  ]
  return { isOk: checks.every(({ isOk }) => isOk), pages: all.read.pages, checks }
}

function textCheck({ expected, read }: Compared): Check {
  const found = squeezed(read.text)
  const lost = [...expected.ordered, ...expected.loose].filter((text) => !found.includes(squeezed(text)))
  return check('text', lost, ['All of the text can be read.', 'Some of the text cannot be read in the file.'])
}

function contactCheck({ expected, read }: Compared): Check {
  const lines = read.text.split('\n').map(spaced)
  const lost = expected.contacts.filter((contact) => !lines.some((line) => line.includes(spaced(contact))))
  return check('contact', lost, [
    'Name and contacts can be read as text.',
    'A name, e-mail address or phone number is not found as text in one line.',
  ])
}

/** Each text is looked for behind the one before it; the first place that does is taken, so that a word said twice does no harm. */
function orderCheck({ expected, read }: Compared): Check {
  const found = squeezed(read.text)
  const astray: string[] = []
  let at = 0
  for (const text of expected.ordered) {
    const wanted = squeezed(text)
    const place = found.indexOf(wanted, at)
    if (place >= 0) at = place + wanted.length
    else if (found.includes(wanted)) astray.push(text)
  }
  return check('order', astray, [
    'Headings and texts are read in their order.',
    'A program reads some texts in another order than they stand.',
  ])
}

function glyphCheck({ expected, read, missing }: Compared): Check {
  const found = new Set(read.text.normalize('NFKC'))
  const wanted = new Set(allOf(expected).join('').normalize('NFKC'))
  const lost = [...wanted].filter((letter) => !/\s/u.test(letter) && !found.has(letter))
  const broken = read.text.match(/[\uFFFD\p{Co}]/gu) ?? []
  return check(
    'glyphs',
    [...new Set([...missing, ...lost, ...broken])],
    [
      'Every letter is there.',
      'These letters are in none of the fonts, or come out as others. Choose another font or write them differently.',
    ],
  )
}

function cutCheck({ expected, read, uncutLetters }: Compared): Check {
  const lines = read.text
    .split('\n')
    .map(spaced)
    .filter((line) => line !== '')
  const wanted = countedWords(allOf(expected))
  const found = countedWords(lines)
  const cut = lines.slice(0, -1).flatMap((line, index) => {
    const head = line.split(' ').at(-1) ?? ''
    const tail = (lines[index + 1] ?? '').split(' ')[0] ?? ''
    return [head + tail, head.replace(/[-‐\u00ad]$/u, '') + tail].filter(
      (word) => word.length <= uncutLetters && (wanted.get(word) ?? 0) > (found.get(word) ?? 0),
    )
  })
  return check('hyphenation', [...new Set(cut)], ['No word is cut.', 'Words are cut at the end of a line.'])
}

function linkCheck({ expected, read }: Compared): Check {
  const found = new Set(read.links.map(addressed))
  const wanted = new Set(expected.links.map(addressed))
  const wrong = [
    ...expected.links.filter((url) => !found.has(addressed(url))),
    ...read.links.filter((url) => !wanted.has(addressed(url))),
  ]
  return check('links', wrong, ['Links lead where they should.', 'A link is missing or leads elsewhere.'])
}

function pageCheck({ read, mostPages }: Compared): Check {
  const isOk = read.pages >= 1 && (mostPages === null || read.pages <= mostPages)
  const count = `${read.pages} ${read.pages === 1 ? 'page' : 'pages'}`
  const message = isOk
    ? `${count}.`
    : `${count} instead of ${mostPages ?? 'one or more'}. Leave something out or choose a closer template.`
  return { kind: 'pages', isOk, message, samples: [] }
}

function check(kind: Check['kind'], wrong: readonly string[], [good, bad]: readonly [string, string]): Check {
  const isOk = wrong.length === 0
  return {
    kind,
    isOk,
    message: isOk ? good : bad,
    samples: wrong.slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_CHARS)),
  }
}

function allOf({ contacts, ordered, loose }: Expected): string[] {
  return [...contacts, ...ordered, ...loose]
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}

function spaced(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

function countedWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of texts.flatMap((text) => spaced(text).split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function addressed(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url
}
