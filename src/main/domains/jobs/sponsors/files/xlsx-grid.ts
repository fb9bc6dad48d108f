import { setImmediate as nextTurn } from 'node:timers/promises'
import { decodeXML } from 'entities'
import { attributesOf, scanTags } from '../../sources/json-ld/scan-tags.ts'
import { cellText, type FileContent, type Grid, MAX_ROWS } from './grid.ts'
import { FileProblem } from './register-refusal.ts'
import { type ZipEntries, zipEntries } from './zip-entries.ts'

const MAX_PART_BYTES = 100 * 1024 * 1024
const MAX_SHEETS = 20
const MAX_COLUMNS = 200
/** Between two turns of the event loop: some 5 ms. */
const TAGS_A_TURN = 4_000

/** The sheets of a workbook (ECMA-376 part 1, 18.2–18.4): texts and numbers as they are stored, no formats, no formulas. The sheet
 *  "Export" comes first. Lets the event loop have its turns. Throws FileProblem. */
export async function readXlsx(bytes: Uint8Array): Promise<FileContent> {
  const entries = zipEntries(bytes)
  const book = await part(entries, 'xl/workbook.xml')
  if (book === null) {
    throw new FileProblem(
      'foreign',
      'The file is an archive but no spreadsheet (XLSX). Choose the register’s own file.',
    )
  }
  const targets = relationsOf((await part(entries, 'xl/_rels/workbook.xml.rels')) ?? '')
  const sheets = sheetsOf(book)
    .toSorted((left, right) => Number(right.name === 'Export') - Number(left.name === 'Export'))
    .slice(0, MAX_SHEETS)
  const texts = await textsOf((await part(entries, 'xl/sharedStrings.xml')) ?? '')
  const grids: Grid[] = []
  for (const { relation } of sheets) {
    const xml = await part(entries, pathOf(targets.get(relation) ?? ''))
    if (xml !== null) grids.push(await rowsOf(xml, texts))
  }
  return { grids, beside: '' }
}

async function part(entries: ZipEntries, name: string): Promise<string | null> {
  const content = await entries.read(name, MAX_PART_BYTES)
  return content?.toString('utf8') ?? null
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function sheetsOf(book: string): { readonly name: string; readonly relation: string }[] {
  return Array.from(scanTags(book)).flatMap((tag) => {
    if (tag.kind !== 'open' || localName(tag.name) !== 'sheet') return []
    const attributes = attributesOf(tag)
    return [{ name: attributes.get('name') ?? '', relation: attributes.get('r:id') ?? '' }]
  })
}

function relationsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const tag of scanTags(xml)) {
    if (tag.kind !== 'open' || localName(tag.name) !== 'relationship') continue
    const attributes = attributesOf(tag)
    targets.set(attributes.get('id') ?? '', attributes.get('target') ?? '')
  }
  return targets
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The table of shared texts. One that is made of runs is their texts in a row, without the pronunciation beside them. */
async function textsOf(xml: string): Promise<readonly string[]> {
  const texts: string[] = []
  let [current, at, isPhonetic, seen] = ['', -1, false, 0]
  for (const tag of scanTags(xml)) {
    const name = localName(tag.name)
    const isOpen = tag.kind === 'open'
    if (name === 'si' && isOpen) current = ''
    else if (name === 'si') texts.push(current)
    else if (name === 'rph') isPhonetic = isOpen
    else if (name === 't' && isOpen) at = tag.attributes.endsWith('/') ? -1 : tag.end
    else if (name === 't' && at >= 0 && !isPhonetic) current += decodeXML(xml.slice(at, tag.start))
    seen += 1
    if (seen % TAGS_A_TURN === 0) await nextTurn()
  }
  return texts
}

async function rowsOf(xml: string, texts: readonly string[]): Promise<Grid> {
  const reader = new RowReader(xml, texts)
  let seen = 0
  for (const tag of scanTags(xml)) {
    if (tag.kind === 'open') reader.open(localName(tag.name), tag)
    else reader.close(localName(tag.name), tag.start)
    seen += 1
    if (seen % TAGS_A_TURN === 0) await nextTurn()
  }
  return reader.rows
}

class RowReader {
  readonly rows: string[][] = []
  readonly #xml: string
  readonly #texts: readonly string[]
  #row: string[] = []
  #column = 0
  #type = ''
  #at = -1
  #value = ''

  constructor(xml: string, texts: readonly string[]) {
    this.#xml = xml
    this.#texts = texts
  }

  open(name: string, tag: { readonly attributes: string; readonly end: number }): void {
    const isEmpty = tag.attributes.endsWith('/')
    if (name === 'row') this.#row = []
    else if (name === 'c') {
      const attributes = attributesOf(tag)
      this.#column = columnOf(attributes.get('r'), this.#row.length)
      this.#type = attributes.get('t') ?? 'n'
      this.#value = ''
    } else if (name === 'v' || name === 't') this.#at = isEmpty ? -1 : tag.end
  }

  close(name: string, start: number): void {
    if (name === 'v' || name === 't') {
      if (this.#at >= 0) this.#value += decodeXML(this.#xml.slice(this.#at, start))
      this.#at = -1
    } else if (name === 'c' && this.#column < MAX_COLUMNS) {
      while (this.#row.length < this.#column) this.#row.push('')
      this.#row[this.#column] = cellText(this.#type === 's' ? (this.#texts[Number(this.#value)] ?? '') : this.#value)
    } else if (name === 'row' && this.#row.some((cell) => cell !== '')) {
      if (this.rows.length === MAX_ROWS) throw new FileProblem('too_large', `The sheet has more than ${MAX_ROWS} rows.`)
      this.rows.push(this.#row)
    }
  }
}

/** "C7" is the third column, number 2; a cell without a reference stands behind the one before. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return next
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
