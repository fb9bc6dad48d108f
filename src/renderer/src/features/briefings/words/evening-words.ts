import type { BriefingContent } from '#shared/briefings.ts'
import { formatQuantity, type Locale } from '../../../ui/format.ts'

type Evening = Extract<BriefingContent, { kind: 'evening' }>

/** What was done on the day as sentences, without what was not; the lists behind them follow on their own. Pure. */
export function doneSentences(
  { saved, applied, moved, interviews, remindersDone }: Evening['done'],
  locale?: Locale,
): string[] {
  const some = (count: number, words: readonly [one: string, many: string], lead: string) =>
    count > 0 && `${lead} ${formatQuantity(count, words, locale)}.`
  return [
    some(applied.length, ['job', 'jobs'], 'You applied for'),
    some(saved, ['job to apply for', 'jobs to apply for'], 'You kept'),
    some(interviews.length, ['interview', 'interviews'], 'You had'),
    some(moved.length, ['application', 'applications'], 'There was news of'),
    some(remindersDone, ['reminder', 'reminders'], 'You settled'),
  ].filter((sentence) => sentence !== false)
}
