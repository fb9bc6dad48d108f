import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  type ImportPreview,
} from '#shared/application-transfer.ts'
import type { Stage } from '#shared/stages.ts'

const SAMPLES_SHOWN = 3
/** Fields that hold days. */
const DATE_FIELDS = ['appliedAt', 'followUpAt'] as const
/** "03/04/2026": which of the two is the month? */
const TWO_NUMBERS = /^\s*(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(?:\d{4}|\d{2})(?!\d)/

/** What a column is taken as; null when it is left out. Pure. */
export function fieldOf({ columns }: ImportMapping, column: number): ImportField | null {
  return IMPORT_FIELDS.find((field) => columns[field] === column) ?? null
}

/** The mapping in which the column is taken as this field, and no other column is. Pure. */
export function withField(mapping: ImportMapping, column: number, field: ImportField | null): ImportMapping {
  const kept = IMPORT_FIELDS.flatMap((other) => {
    const index = mapping.columns[other]
    return index === undefined || index === column || other === field ? [] : [[other, index] as const]
  })
  const columns: ImportMapping['columns'] = Object.fromEntries(kept)
  return { ...mapping, columns: field === null ? columns : { ...columns, [field]: column } }
}

/** The mapping in which a word of the stage column means this stage; null: what it would mean unsaid. Pure. */
export function withStage(mapping: ImportMapping, word: string, stage: Stage | null): ImportMapping {
  const others = Object.entries(mapping.stages).filter(([known]) => known !== word)
  return { ...mapping, stages: Object.fromEntries(stage === null ? others : [...others, [word, stage]]) }
}

/** What the user said, over what the core recognised since. Pure. */
export function mappingShown(said: ImportMapping | null, preview: ImportPreview): ImportMapping {
  if (said === null) return preview.mapping
  return { ...said, stages: { ...preview.mapping.stages, ...said.stages } }
}

/** The first values of a column that say something. Pure. */
export function samplesOf({ samples }: Pick<ImportPreview, 'samples'>, column: number): string[] {
  const values = samples.map((cells) => (cells[column] ?? '').trim()).filter((value) => value !== '')
  return values.slice(0, SAMPLES_SHOWN)
}

function dateSamples(preview: Pick<ImportPreview, 'samples'>, { columns }: ImportMapping): string[] {
  return DATE_FIELDS.flatMap((field) => {
    const column = columns[field]
    return column === undefined ? [] : samplesOf(preview, column)
  })
}

/** Whether the answer to "day first or month first?" changes anything: days are taken, and are written as two numbers and a year, or
 *  were recognised as such beyond the first rows. Pure. */
export function datesMatter(preview: Pick<ImportPreview, 'samples' | 'mapping'>, mapping: ImportMapping): boolean {
  if (DATE_FIELDS.every((field) => mapping.columns[field] === undefined)) return false
  const isRecognised = mapping.dates !== 'iso' || preview.mapping.dates !== 'iso'
  return isRecognised || dateSamples(preview, mapping).some((value) => TWO_NUMBERS.test(value))
}

/** One value of the file that can be read both ways, for the question; null when none of the first rows has one. Pure. */
export function unclearDate(preview: Pick<ImportPreview, 'samples'>, mapping: ImportMapping): string | null {
  const found = dateSamples(preview, mapping).find((value) => {
    const match = TWO_NUMBERS.exec(value)
    return match !== null && Number(match[1]) <= 12 && Number(match[2]) <= 12 && match[1] !== match[2]
  })
  return found ?? null
}

/** The order in which a newly named column of days is written, as its first values tell; the one before when they do not, and the day
 *  first when nothing ever told. Pure. */
export function ordersTold(preview: Pick<ImportPreview, 'samples'>, mapping: ImportMapping): ImportMapping['dates'] {
  const pairs = dateSamples(preview, mapping).flatMap((value) => {
    const match = TWO_NUMBERS.exec(value)
    return match === null ? [] : [{ first: Number(match[1]), second: Number(match[2]) }]
  })
  if (pairs.some(({ first }) => first > 12)) return 'day_first'
  if (pairs.some(({ second }) => second > 12)) return 'month_first'
  return pairs.length > 0 && mapping.dates === 'iso' ? 'day_first' : mapping.dates
}

/** "03/04/2026" as a reader of one order takes it: day and month, from 1; null for a value of another form. Pure. */
export function readAs(value: string, order: 'day_first' | 'month_first'): { day: number; month: number } | null {
  const match = TWO_NUMBERS.exec(value)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  return order === 'day_first' ? { day: first, month: second } : { day: second, month: first }
}
