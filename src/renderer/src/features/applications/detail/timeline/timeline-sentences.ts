import type { PayWish } from '#shared/application-parts.ts'
import type { ApplicationEvent, ApplicationEventData } from '#shared/applications.ts'
import { formatPayFull } from '../../../jobs/index.ts'
import { STAGE_WORDS } from '../../words/stage-words.ts'
import { INTERVIEW_WORDS } from '../part-words.ts'
import { type Here, momentWords } from '../time/when-words.ts'

type Data<T extends ApplicationEventData['type']> = Extract<ApplicationEventData, { type: T }>

const ORIGINS: Readonly<Record<Data<'created'>['from'], string>> = {
  job: 'from a job',
  hand: 'by hand',
  import: 'by an import',
}

const FIELDS: Readonly<Record<string, string>> = {
  title: 'the role',
  company: 'the employer',
  place: 'the place',
  url: 'the address of the posting',
  appliedAt: 'the day of applying',
  expectedPay: 'the expected pay',
  notes: 'the notes',
}

const REMINDERS: Readonly<Record<Data<'reminder'>['kind'], string>> = {
  follow_up: 'Reminder to follow up',
  deadline: 'Reminder of a deadline',
  other: 'Reminder',
}

/** One thing that happened, as a sentence without its full stop. Pure. */
export function sentenceOf({ data, at }: Pick<ApplicationEvent, 'data' | 'at'>, here: Here): string {
  switch (data.type) {
    case 'created':
      return `Added ${ORIGINS[data.from]}, as ${lower(STAGE_WORDS[data.stage])}`
    case 'moved':
      return movedWords(data)
    case 'changed':
      return changedWords(data.fields)
    case 'contact':
      return partWords(data.change, { added: `New contact: ${data.name}`, name: `the contact ${data.name}` })
    case 'interview':
      return interviewWords(data, at, here)
    case 'offer':
      return offerWords(data)
    case 'file':
      return partWords(data.change, { added: `Attached ${data.name}`, name: `the file ${data.name}` })
    case 'reminder':
      return reminderWords(data, here)
    case 'snapshot':
      return 'Kept the posting as it was'
    case 'removed':
      return 'Removed the application'
    case 'restored':
      break
  }
  return 'Put the application back'
}

function movedWords({ from, to, by }: Data<'moved'>): string {
  const whither =
    from === to ? `another column of ${STAGE_WORDS[to]}` : `${STAGE_WORDS[to]}, from ${lower(STAGE_WORDS[from])}`
  return by === 'app' ? `Moved by the app to ${whither}` : `Moved to ${whither}`
}

function changedWords(fields: readonly string[]): string {
  const names = fields.map((field) => FIELDS[field] ?? field)
  if (names.length === 0) return 'Changed something'
  return `Changed ${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)}`
}

function partWords(
  change: Data<'contact'>['change'],
  words: { readonly added: string; readonly name: string },
): string {
  switch (change) {
    case 'added':
      return words.added
    case 'changed':
      return `Changed ${words.name}`
    case 'removed':
      return `Removed ${words.name}`
    case 'restored':
      break
  }
  return `Put ${words.name} back`
}

function interviewWords(data: Data<'interview'>, at: number, here: Here): string {
  const kind = INTERVIEW_WORDS[data.kind]
  const when = momentWords(data.startsAt, here)
  const tense = data.startsAt < at ? 'took place on' : 'planned for'
  if (data.change === 'changed') {
    if (data.outcome === 'passed') return `${kind} on ${when}: passed`
    if (data.outcome === 'failed') return `${kind} on ${when}: not passed`
    if (data.outcome === 'cancelled') return `${kind} on ${when}: cancelled`
  }
  return partWords(data.change, { added: `${kind} ${tense} ${when}`, name: `the ${lower(kind)} on ${when}` })
}

function offerWords({ change, pay }: Data<'offer'>): string {
  const amount = pay === null ? null : payWishWords(pay)
  return partWords(change, {
    added: amount === null ? 'Got an offer' : `Got an offer: ${amount}`,
    name: amount === null ? 'the offer' : `the offer of ${amount}`,
  })
}

function reminderWords({ kind, change, dueAt }: Data<'reminder'>, here: Here): string {
  const name = REMINDERS[kind]
  const when = momentWords(dueAt, here)
  switch (change) {
    case 'put_off':
      return `${name} put off to ${when}`
    case 'done':
      return `${name}: done`
    case 'reopened':
      return `${name}: open again`
    case 'added':
    case 'changed':
    case 'removed':
    case 'restored':
      break
  }
  return partWords(change, { added: `${name} set for ${when}`, name: `the ${lower(name)} for ${when}` })
}

/** '€70,000 a year'. Pure. */
export function payWishWords({ amount, currency, period }: PayWish): string {
  return formatPayFull({ min: amount, max: amount, currency, period }) ?? `${amount} ${currency}`
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
