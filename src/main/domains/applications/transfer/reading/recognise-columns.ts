import presets from '#resources/import-presets.json' with { type: 'json' }
import { IMPORT_FIELDS, type ImportField, type ImportMapping } from '#shared/application-transfer.ts'
import type { DateOrder } from './read-date.ts'
import { comparedWords, hasPhrase } from './words.ts'

type Columns = ImportMapping['columns']

interface Preset {
  readonly name: string
  readonly signature: readonly string[]
  readonly columns: Readonly<Partial<Record<ImportField, string>>>
  readonly dates: DateOrder | null
}

const PRESETS: readonly Preset[] = presets.presets.map(({ name, signature, columns, dates }) => ({
  name,
  signature,
  columns,
  dates: dates === 'iso' || dates === 'day_first' || dates === 'month_first' ? dates : null,
}))
const HEADERS: Readonly<Record<ImportField, readonly string[]>> = presets.headers
const NOT_HEADERS = new Set(presets.notHeaders)
/** Words that say something only when they are the whole header. */
const ONLY_ALONE = new Set(presets.onlyAlone)
const NAMES = new Set(presets.names)
/** A field whose word stands among others in a header is looked for in this order: "Contact email" is no contact's name. */
const BY_PRECISION: readonly ImportField[] = [
  'contactEmail',
  'followUpAt',
  'contactName',
  'appliedAt',
  'url',
  'salary',
  'stage',
  'notes',
  'place',
  'title',
  'company',
]

export interface RecognisedColumns {
  /** The tracker whose columns these are; null when unknown. */
  readonly preset: string | null
  readonly presetDates: DateOrder | null
  readonly columns: Columns
}

/** Whether a row names columns rather than fills them: a word of it is one that columns are named by. Pure. */
export function isHeader(cells: readonly string[]): boolean {
  const words = cells.map(comparedWords)
  const isNamed = words.some((word) => IMPORT_FIELDS.some((field) => HEADERS[field].includes(word)) || NAMES.has(word))
  return isNamed || !cells.some(isData)
}

/** An address, a day or a number is no name of a column. */
function isData(cell: string): boolean {
  return /:\/\/|@\S+\.|^\s*[\d.,/\s:-]{3,}\s*$|^\s*$/.test(cell)
}

/** Which column says what, told by its header: as a tracker that is known has it, else by the words of many languages. What a known tracker
 *  gives out, and this file has under another name, is looked for by those words, too; what it does not give out is not. Pure. */
export function recogniseColumns(header: readonly string[]): RecognisedColumns {
  const words = header.map(comparedWords)
  const preset = PRESETS.filter(({ signature }) => signature.every((word) => words.includes(word))).toSorted(
    (a, b) => b.signature.length - a.signature.length,
  )[0]
  if (preset === undefined)
    return { preset: null, presetDates: null, columns: byWords(words, { known: {}, fields: IMPORT_FIELDS }) }
  const known: Columns = {}
  for (const field of IMPORT_FIELDS) {
    const index = words.indexOf(preset.columns[field] ?? '')
    if (preset.columns[field] !== undefined && index >= 0) known[field] = index
  }
  const fields = IMPORT_FIELDS.filter((field) => preset.columns[field] !== undefined)
  return { preset: preset.name, presetDates: preset.dates, columns: byWords(words, { known, fields }) }
}

function byWords(
  words: readonly string[],
  { known, fields }: { readonly known: Columns; readonly fields: readonly ImportField[] },
): Columns {
  const columns: Columns = { ...known }
  const taken = new Set(Object.values(known))
  const take = (field: ImportField, index: number) => {
    if (!fields.includes(field) || index < 0 || columns[field] !== undefined || taken.has(index)) return
    columns[field] = index
    taken.add(index)
  }
  for (const field of IMPORT_FIELDS) {
    const named = HEADERS[field].find((word) => words.some((other, index) => other === word && !taken.has(index)))
    if (named !== undefined)
      take(
        field,
        words.findIndex((other, index) => other === named && !taken.has(index)),
      )
  }
  for (const field of BY_PRECISION) {
    take(
      field,
      words.findIndex(
        (word, index) =>
          !taken.has(index) &&
          !NOT_HEADERS.has(word) &&
          HEADERS[field].some((phrase) => !ONLY_ALONE.has(phrase) && hasPhrase(word, phrase)),
      ),
    )
  }
  // In a list of pages the name is what no other column says.
  const name = words.findIndex((word, index) => NAMES.has(word) && !taken.has(index))
  take(columns.company === undefined ? 'company' : 'title', name)
  return columns
}
