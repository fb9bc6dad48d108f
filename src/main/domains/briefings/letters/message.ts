import type { Briefing, BriefingContent, BriefingKind } from '#shared/briefings.ts'
import type { Letter, NotificationType } from '#shared/notifications.ts'
import { isEmptyDaily } from '../content/daily.ts'
import { isEmptyEvening } from '../content/evening.ts'
import { isEmptyWeekly } from '../content/weekly.ts'
import { dailyWords } from './daily-words.ts'
import type { BriefingWords, WordsContext } from './briefing-words.ts'
import { eveningWords } from './evening-words.ts'
import { weeklyWords } from './weekly-words.ts'

export const TYPE_OF_KIND: Readonly<Record<BriefingKind, NotificationType>> = {
  daily: 'daily_briefing',
  evening: 'evening_summary',
  weekly: 'weekly_summary',
}

/** Says a briefing in words. Pure. */
export function wordsOf(content: BriefingContent, context: WordsContext): BriefingWords {
  if (content.kind === 'daily') return dailyWords(content, context)
  return content.kind === 'evening' ? eveningWords(content, context) : weeklyWords(content, context)
}

/** Nothing in it is worth carrying further than the inbox. Pure. */
export function isEmpty(content: BriefingContent): boolean {
  if (content.kind === 'daily') return isEmptyDaily(content)
  return content.kind === 'evening' ? isEmptyEvening(content) : isEmptyWeekly(content)
}

/** For channels with room: all of it, and the way to the screen. Pure. */
export function letterOf({ content, madeAt, zone }: Pick<Briefing, 'content' | 'madeAt' | 'zone'>): Letter {
  const { sections } = wordsOf(content, { now: madeAt, zone })
  return { intro: '', sections: sections.filter(({ lines }) => lines.length > 0) }
}
