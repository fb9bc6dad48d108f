import { type PayWish, contactFieldsSchema } from '#shared/application-parts.ts'
import { applicationFieldsSchema } from '#shared/applications.ts'
import type { ImportField, ImportMapping } from '#shared/application-transfer.ts'
import type { Stage } from '#shared/stages.ts'
import { instantOfDate, readDate } from './read-date.ts'
import { readPay, writtenPay } from './read-pay.ts'
import type { TableRow } from './read-table.ts'
import { stageOfWord } from './stage-words.ts'
import { stageKey, stageWordOf } from './words.ts'

const TITLE_MAX = 300
const NAME_MAX = 200
const NOTES_MAX = 200_000
const CONTACT_MAX = 120
/** What is only a day is meant as a day: at noon it stays one in every zone near. */
const APPLIED_TIME = '12:00'
const FOLLOW_UP_TIME = '09:00'
/** Longer than anything that is taken but notes, and than any pay; what it is cut to is too long, unknown or unreadable, and told below. */
const SHORT_CELL_MAX = 5000
const LOST_LETTER = '\uFFFD'

/** A row as it will be stored. Instants are UTC ms. */
export interface ImportedApplication {
  readonly title: string
  readonly company: string
  readonly place: string
  readonly url: string | null
  readonly stage: Stage
  readonly appliedAt: number | null
  readonly expectedPay: PayWish | null
  readonly notes: string
  readonly contact: { readonly name: string; readonly email: string } | null
  readonly followUpAt: number | null
}

/** `application` is null for a row that cannot be taken; `problems` says why, or what is left out of one that can. */
export interface RowReading {
  readonly line: number
  readonly title: string
  readonly company: string
  readonly application: ImportedApplication | null
  readonly problems: readonly string[]
}

export interface RowRules {
  readonly mapping: ImportMapping
  /** The stages of the mapping by what tells their words apart; a word that it does not name means what it is recognised as. */
  readonly stages: ReadonlyMap<string, Stage>
  readonly columnCount: number
  readonly zone: string
}

/** What a row says. Pure. */
export function readRow(row: TableRow, rules: RowRules): RowReading {
  const problems: string[] = []
  const cell = (field: ImportField): string => {
    const index = rules.mapping.columns[field]
    const text = index === undefined ? '' : (row.cells[index] ?? '').trim()
    return field === 'notes' || field === 'salary' ? text : text.slice(0, SHORT_CELL_MAX)
  }
  const title = cut(oneLine(cell('title')), TITLE_MAX, () => problems.push('The title is too long and is cut.'))
  const company = cut(oneLine(cell('company')), NAME_MAX, () => problems.push('The employer is too long and is cut.'))
  const unfit = unfitFor(row, { title, company, columnCount: rules.columnCount })
  if (unfit !== null) return { line: row.line, title, company, application: null, problems: [unfit] }
  const tell = (problem: string) => problems.push(problem)
  const appliedAt = instantIn(cell('appliedAt'), { rules, timeOfDay: APPLIED_TIME, tell, name: 'day of applying' })
  const followUpAt = instantIn(cell('followUpAt'), { rules, timeOfDay: FOLLOW_UP_TIME, tell, name: 'follow-up date' })
  const salary = cell('salary')
  const expectedPay = readPay(salary.slice(0, SHORT_CELL_MAX))
  const application: ImportedApplication = {
    title,
    company,
    place: cut(oneLine(cell('place')), NAME_MAX, () => tell('The place is too long and is cut.')),
    url: addressIn(cell('url'), tell),
    stage: stageIn(stageWordOf(cell('stage')), { rules, appliedAt, tell }),
    appliedAt,
    expectedPay,
    notes: cut(notesWith(cell('notes'), { salary, expectedPay }), NOTES_MAX, () =>
      tell('The notes are too long and are cut.'),
    ),
    contact: contactIn({ name: oneLine(cell('contactName')), email: cell('contactEmail') }, tell),
    followUpAt,
  }
  if (row.cells.some((text) => text.includes(LOST_LETTER))) {
    tell('Some letters could not be read. Save the file as UTF-8 to keep them.')
  }
  return { line: row.line, title, company, application, problems }
}

function unfitFor(row: TableRow, told: { title: string; company: string; columnCount: number }): string | null {
  if (row.isBroken) return 'A quote in it does not close.'
  const { length } = row.cells
  const beyond = row.cells.slice(told.columnCount).some((text) => text.trim() !== '')
  if (beyond) return `It has ${length} columns; the header has ${told.columnCount}.`
  if (told.title === '' && told.company === '') return 'It has no title and no employer.'
  if (told.title === '') return 'It has no title.'
  return told.company === '' ? 'It has no employer.' : null
}

interface InstantRules {
  readonly rules: RowRules
  readonly timeOfDay: string
  readonly name: string
  readonly tell: (problem: string) => void
}

function instantIn(text: string, { rules, timeOfDay, name, tell }: InstantRules): number | null {
  if (text === '') return null
  const date = readDate(text, rules.mapping.dates)
  const at = date === null ? null : instantOfDate(date, { zone: rules.zone, timeOfDay })
  if (at === null) tell(`“${short(text)}” cannot be read as a date; the ${name} is left out.`)
  return at
}

function stageIn(
  word: string,
  told: { rules: RowRules; appliedAt: number | null; tell: (problem: string) => void },
): Stage {
  const byDate = told.appliedAt === null ? 'saved' : 'applied'
  if (word === '') return byDate
  const stage = told.rules.stages.get(stageKey(word)) ?? stageOfWord(word)
  if (stage === null) told.tell(`“${short(word)}” is no stage that is known; it is taken as ${byDate}.`)
  return stage ?? byDate
}

function addressIn(text: string, tell: (problem: string) => void): string | null {
  if (text === '') return null
  const address = /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(text) ? `https://${text}` : text
  const read = applicationFieldsSchema.shape.url.safeParse(address)
  if (read.success && read.data !== null) return read.data
  // Lists of pages write "name (address)".
  const inside = /https?:\/\/[^\s<>()"]+/.exec(text)?.[0]
  if (inside !== undefined && inside !== text) return addressIn(inside, tell)
  tell(`“${short(text)}” is no address of a page; it is left out.`)
  return null
}

function contactIn(
  said: { name: string; email: string },
  tell: (problem: string) => void,
): ImportedApplication['contact'] {
  const email = said.email.replace(/^mailto:/i, '').trim()
  const isEmail = email !== '' && contactFieldsSchema.shape.email.safeParse(email).success
  if (email !== '' && !isEmail) tell(`“${short(email)}” is no email address; it is left out.`)
  const name = cut(said.name, CONTACT_MAX, () => tell('The name of the contact is too long and is cut.'))
  if (name === '' && !isEmail) return null
  return { name: name === '' ? email.slice(0, CONTACT_MAX) : name, email: isEmail ? email : '' }
}

/** Pay is kept word for word, unless it is written as it is stored. */
function notesWith(notes: string, { salary, expectedPay }: { salary: string; expectedPay: PayWish | null }): string {
  const isKept = salary === '' || notes.includes(salary) || (expectedPay !== null && writtenPay(expectedPay) === salary)
  return isKept ? notes : [`Salary: ${salary}`, notes].filter((part) => part !== '').join('\n\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function cut(text: string, most: number, onCut: () => void): string {
  if (text.length <= most) return text
  onCut()
  return text.slice(0, most).trim().toWellFormed()
}

function short(text: string): string {
  const line = oneLine(text)
  return line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line
}
