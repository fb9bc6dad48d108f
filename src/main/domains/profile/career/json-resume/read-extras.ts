import { type Extra, extraSchema, type FactId } from '#shared/career.ts'
import type { Fields, ReadEntry } from './json-fields.ts'

type NewId = () => FactId
type Read = Omit<Extra, 'id' | 'kind'>

const NAME_MOST = 300
const BY_MOST = 200
const TEXT_MOST = 1000
/** How a reference is called, which has only the name of whoever gave it. */
export const REFERENCE_NAME = 'Reference'

/** What has a name and a date, from the sections that hold such. Pure but for `newId`. */
export function readExtras(file: Fields, newId: NewId): ReadEntry<Extra>[] {
  const from = (key: string, kind: Extra['kind'], read: (entry: Fields) => Read): ReadEntry<Extra>[] =>
    file.objects(key).flatMap((fields) => {
      const entry = read(fields)
      fields.done()
      if (entry.name !== '') return [{ path: fields.path, entry: { id: newId(), kind, ...entry } }]
      fields.refuse('an entry without a name')
      return []
    })
  return [
    ...from('certificates', 'certificate', (entry) => ({
      name: entry.line('name', NAME_MOST),
      by: entry.line('issuer', BY_MOST),
      date: entry.date('date'),
      url: entry.url('url'),
      text: entry.text('summary', TEXT_MOST),
    })),
    ...from('publications', 'publication', (entry) => ({
      name: entry.line('name', NAME_MOST),
      by: entry.line('publisher', BY_MOST),
      date: entry.date('releaseDate'),
      url: entry.url('url'),
      text: entry.text('summary', TEXT_MOST),
    })),
    ...from('awards', 'award', (entry) => ({
      name: entry.line('title', NAME_MOST),
      by: entry.line('awarder', BY_MOST),
      date: entry.date('date'),
      url: entry.url('url'),
      text: entry.text('summary', TEXT_MOST),
    })),
    ...from('volunteer', 'volunteering', readVolunteer),
    ...from('interests', 'interest', (entry) => ({
      name: entry.line('name', NAME_MOST),
      by: entry.line('by', BY_MOST),
      date: entry.date('date'),
      url: entry.url('url'),
      text: fittingText(entry, { key: 'keywords', lines: entry.lines('keywords', LISTED), separator: ', ' }),
    })),
    ...from('references', 'other', (entry) => ({
      name: REFERENCE_NAME,
      by: entry.line('name', BY_MOST),
      date: entry.date('date'),
      url: entry.url('url'),
      text: entry.text('reference', TEXT_MOST),
    })),
    ...readOwnExtras(file, newId),
  ]
}

const LISTED = { most: 60, chars: TEXT_MOST } as const

function readVolunteer(entry: Fields): Read {
  const position = entry.line('position', NAME_MOST)
  const organisation = entry.line('organization', BY_MOST)
  const { start, end } = entry.span()
  if (end !== null && start !== null && end !== start) entry.leaveOut('endDate', 'one date is kept, that of the start')
  const lines = [entry.text('summary', TEXT_MOST), ...entry.lines('highlights', LISTED)]
  return {
    name: position === '' ? organisation : position,
    by: position === '' ? '' : organisation,
    date: start ?? end,
    url: entry.url('url'),
    text: fittingText(entry, { key: 'highlights', lines: lines.filter((line) => line !== ''), separator: '\n' }),
  }
}

/** As many of the lines as there is room for; a line is kept whole or not. */
function fittingText(
  entry: Fields,
  { key, lines, separator }: { readonly key: string; readonly lines: readonly string[]; readonly separator: string },
): string {
  const kept = [...lines]
  while (kept.join(separator).length > TEXT_MOST) kept.pop()
  if (kept.length < lines.length)
    entry.leaveOut(key, `together longer than ${TEXT_MOST} characters: the last ones are left out`)
  return kept.join(separator)
}

/** What the app itself wrote beside the sections of the schema. */
function readOwnExtras(file: Fields, newId: NewId): ReadEntry<Extra>[] {
  const meta = file.object('meta')
  const own = meta?.object('careerCopilot') ?? null
  for (const known of ['canonical', 'version', 'lastModified', 'theme']) meta?.has(known)
  meta?.done()
  const entries = own?.objects('extras') ?? []
  own?.done()
  return entries.flatMap((fields) => {
    const kind = extraSchema.shape.kind.safeParse(fields.line('kind', 20))
    const entry: Read = {
      name: fields.line('name', NAME_MOST),
      by: fields.line('by', BY_MOST),
      date: fields.date('date'),
      url: fields.url('url'),
      text: fields.text('text', TEXT_MOST),
    }
    fields.done()
    if (kind.success && entry.name !== '')
      return [{ path: fields.path, entry: { id: newId(), kind: kind.data, ...entry } }]
    fields.refuse(kind.success ? 'an entry without a name' : 'an entry of no kind')
    return []
  })
}
