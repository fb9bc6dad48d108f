import type { Database } from '#main/infra/db/driver.ts'
import type { HistoryService } from '../../applications/history.service.ts'
import type { NotificationsService } from '../../notifications/notifications.service.ts'
import { answerAlarms, dueAlarms, interviewAlarms, reminderAlarm } from './alarms.ts'
import { interviewChanges } from './interview-changes.ts'
import { interviewNews, interviewTelling } from './interview-news.ts'
import { silentTellings } from './status-news.ts'

const DAY_MS = 86_400_000
/** What was written while no process was there is told of after a start, for so long. */
const NEWS_FOR_MS = DAY_MS
const READ_AT_ONCE = 200
/** The oldest of which it can be told that it went silent lately. */
const SILENT_READ = 1000

export interface DueRulesDeps {
  readonly database: Database
  readonly history: HistoryService
  readonly zone: () => string
  readonly ghostedAfterDays: () => number
  readonly tell: NotificationsService['tell']
}

/** What is to be told of applications at its time. */
export interface DueRules {
  /** Reminders of interviews, due reminders, awaited answers. Returns when the next is to come; null: none. */
  readonly lookAtAlarms: (now: number) => number | null
  /** Interviews that were planned, moved or cancelled. Returns when to look at those that may still be on the move; null: there are none. */
  readonly lookAtInterviews: (now: number) => number | null
  readonly lookAtSilence: (now: number) => void
}

export function createDueRules({ database, history, zone, ghostedAfterDays, tell }: DueRulesDeps): DueRules {
  let seenEvent = 0

  return {
    lookAtAlarms: (now) => {
      const told = { now, zone: zone() }
      const reminders = history.untoldReminders(READ_AT_ONCE)
      const { due, nextAt } = dueAlarms(
        [
          ...history.comingInterviews(now, READ_AT_ONCE).flatMap((interview) => interviewAlarms(interview, told)),
          ...reminders.map((reminder) => reminderAlarm(reminder, told)),
          ...history.awaitedAnswers(now).flatMap((answer) => answerAlarms(answer, told)),
        ],
        now,
      )
      if (due.length === 0) return nextAt
      database.write(() => {
        for (const { telling, reminder } of due) {
          tell(telling)
          if (reminder !== undefined) history.noteReminderTold(reminder)
        }
      })
      // There may be more than were read at once.
      return reminders.length === READ_AT_ONCE ? now : nextAt
    },
    lookAtInterviews: (now) => {
      const lately = history.between({ after: now - NEWS_FOR_MS, until: now })
      const { over, going, nextAt } = interviewChanges(
        lately.filter(({ id }) => id > seenEvent),
        now,
      )
      for (const { firstId, last } of over) {
        const { applicationId, data } = last
        const before = history.interviewBefore({ id: firstId, applicationId, partId: data.partId })
        const news = interviewNews(data, { before, now })
        if (news !== null) tell(interviewTelling(last, { news, zone: zone() }))
      }
      seenEvent = Math.min(lately.at(-1)?.id ?? seenEvent, ...going.map(({ firstId }) => firstId - 1))
      return nextAt
    },
    lookAtSilence: (now) => {
      const days = ghostedAfterDays()
      const silent = history.silentSince(now - days * DAY_MS).slice(-SILENT_READ)
      for (const telling of silentTellings(silent, { now, zone: zone(), ghostedAfterDays: days })) tell(telling)
    },
  }
}
