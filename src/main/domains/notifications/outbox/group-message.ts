import type { Letter, NotificationType } from '#shared/notifications.ts'
import type { Outgoing } from '../message.ts'

/** What a row of the outbox tells. */
export interface Told {
  readonly type: NotificationType
  readonly title: string
  readonly body: string
  readonly path: string | null
  readonly count: number
  readonly letter: Letter | null
  readonly createdAt: number
}

/** Of those that a message stands for so many are named in its text, and so many of a type in its letter. */
const NAMED_MAX = 5
const LINES_MAX = 100

const HEADINGS: Readonly<Record<NotificationType, readonly [one: string, many: string]>> = {
  job_match: ['new match', 'new matches'],
  application_status: ['application changed', 'applications changed'],
  interview_scheduled: ['interview', 'interviews'],
  deadline_reminder: ['reminder', 'reminders'],
  daily_briefing: ['daily briefing', 'daily briefings'],
  evening_summary: ['evening summary', 'evening summaries'],
  weekly_summary: ['weekly summary', 'weekly summaries'],
  achievement: ['achievement', 'achievements'],
}

/** One message for all that wait together, the eldest first; alone, one is told as it is. `screen` is where several lead that lead to
 *  different screens. Pure. */
export function groupMessage(key: string, told: readonly [Told, ...Told[]], screen: string): Outgoing {
  const [first, ...others] = told
  if (others.length === 0) return { key, ...first }
  const isOneScreen = others.every(({ path }) => path === first.path)
  return {
    key,
    type: first.type,
    title: counted(first.type, sumOf(told)),
    body: named(told),
    path: isOneScreen ? first.path : screen,
    count: sumOf(told),
    letter: letterOf(told),
    createdAt: first.createdAt,
  }
}

/** What was over the day's cap, as one message. Pure. */
export function digestText(told: readonly Told[]): { title: string; body: string; count: number; letter: Letter } {
  const types = [...new Set(told.map(({ type }) => type))]
  const parts = types.map((type) => counted(type, sumOf(told.filter((each) => each.type === type))))
  const count = sumOf(told)
  return {
    title: count === 1 ? 'One more message' : `${count} more messages`,
    body: `Beyond the day’s limit of messages: ${parts.join(', ')}.`,
    count,
    letter: letterOf(told),
  }
}

function letterOf(told: readonly Told[]): Letter {
  const types = [...new Set(told.map(({ type }) => type))]
  return {
    intro: '',
    sections: types.map((type) => {
      const those = told.filter((each) => each.type === type)
      const lines = those.slice(0, LINES_MAX).map(({ title, body, path }) => ({ text: title, note: body, path }))
      const left = those.length - lines.length
      const rest = left === 0 ? [] : [{ text: `and ${left} more in the inbox`, note: '', path: null }]
      return { heading: sentence(counted(type, sumOf(those))), lines: [...lines, ...rest] }
    }),
  }
}

function counted(type: NotificationType, count: number): string {
  const [one, many] = HEADINGS[type]
  return `${count} ${count === 1 ? one : many}`
}

function named(told: readonly Told[]): string {
  const names = told.slice(0, NAMED_MAX).map(({ title }) => title)
  const left = told.length - names.length
  return left === 0 ? names.join('\n') : `${names.join('\n')}\nand ${left} more`
}

function sumOf(told: readonly Told[]): number {
  return told.reduce((sum, { count }) => sum + count, 0)
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
