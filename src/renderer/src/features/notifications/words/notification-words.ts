import {
  IconBriefcase,
  IconCalendarEvent,
  IconChartBar,
  IconClockExclamation,
  IconMoon,
  IconSend,
  IconSunrise,
  IconTrophy,
  type Icon,
} from '@tabler/icons-react'
import type { NotificationChannel, NotificationType } from '#shared/notifications.ts'

export const TYPE_WORDS: Readonly<Record<NotificationType, string>> = {
  job_match: 'New jobs',
  application_status: 'Applications',
  interview_scheduled: 'Interviews',
  deadline_reminder: 'Reminders and deadlines',
  daily_briefing: 'Morning briefing',
  evening_summary: 'Evening summary',
  weekly_summary: 'Weekly summary',
  achievement: 'Achievements',
}

/** What each type tells, in one line. */
export const TYPE_NOTES: Readonly<Record<NotificationType, string>> = {
  job_match: 'Jobs that fit you well, or that a saved search with an alert finds',
  application_status: 'A job you applied for is gone, or nobody has answered for long',
  interview_scheduled: 'An interview was set, or is about to begin',
  deadline_reminder: 'Something is due: a deadline, a follow-up, an answer to an offer',
  daily_briefing: 'What the day brings',
  evening_summary: 'What the day brought, and what comes tomorrow',
  weekly_summary: 'How the week went, and how the market moved',
  achievement: 'A first interview, ten applications and the like',
}

export const TYPE_ICONS: Readonly<Record<NotificationType, Icon>> = {
  job_match: IconBriefcase,
  application_status: IconSend,
  interview_scheduled: IconCalendarEvent,
  deadline_reminder: IconClockExclamation,
  daily_briefing: IconSunrise,
  evening_summary: IconMoon,
  weekly_summary: IconChartBar,
  achievement: IconTrophy,
}

export const CHANNEL_WORDS: Readonly<Record<NotificationChannel, string>> = {
  os: 'Desktop',
  email: 'Email',
  sms: 'Text message',
  webhook: 'Webhook',
  ntfy: 'ntfy',
}
