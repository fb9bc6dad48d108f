import type { WeeklySummary } from '../content/facts.ts'
import { counted, joined, sentence } from '../content/words.ts'
import { entryLine, section } from './lines.ts'
import type { BriefingWords, LetterLine, WordsContext } from './briefing-words.ts'
import { STAGE_WORDS } from './stage-words.ts'

/** A streak from so many days on is worth a word. */
const STREAK_TOLD = 2

/** Pure. */
export function weeklyWords(summary: WeeklySummary, context: WordsContext): BriefingWords {
  const { funnel, market, nextWeek, streakDays } = summary
  const reached = funnel.filter(({ count }) => count > 0)
  const did = reached.map(({ stage, count }) => `${count} ${STAGE_WORDS[stage]}`)
  return {
    title: did.length > 0 ? `This week: ${joined(did.slice(0, 3))}` : idleTitle(summary),
    body: [comparison(market), datesOf(nextWeek.length)].join(' '),
    sections: [
      section(
        'Applications',
        funnel.filter(({ count, before }) => count + before > 0).map(funnelLine),
        '/applications',
      ),
      section(
        'Streak',
        streakDays >= STREAK_TOLD
          ? [{ text: `${streakDays} days in a row`, note: 'weekends do not break it', path: null }]
          : [],
      ),
      section('The market', marketLines(market)),
      section(
        'Next week',
        nextWeek.map((entry) => entryLine(entry, context)),
      ),
    ],
  }
}

function idleTitle({ market }: WeeklySummary): string {
  return market.newJobs > 0 ? `${counted(market.newJobs, 'new job')} this week` : 'A quiet week'
}

function comparison({ newJobs, newJobsBefore }: WeeklySummary['market']): string {
  if (newJobs === 0) return 'No new jobs came in.'
  return `${counted(newJobs, 'new job')}, ${newJobsBefore} the week before.`
}

function datesOf(dates: number): string {
  return dates === 0 ? 'Nothing is planned for next week.' : `${counted(dates, 'date')} next week.`
}

function funnelLine({ stage, count, before }: WeeklySummary['funnel'][number]): LetterLine {
  return { text: sentence(`${STAGE_WORDS[stage]}: ${count}`), note: `${before} the week before`, path: null }
}

function marketLines(market: WeeklySummary['market']): LetterLine[] {
  const { newJobs, offersVisaShare, medianYearEur, countries, skills } = market
  const line = (text: string, note = ''): LetterLine => ({ text, note, path: null })
  if (newJobs === 0) return []
  return [
    line(comparison(market)),
    ...(offersVisaShare === null
      ? []
      : [line(`${Math.round(offersVisaShare * 100)} % offer a visa`, 'of those that speak of it')]),
    ...(medianYearEur === null
      ? []
      : [line(`${euros(medianYearEur)} a year in the middle`, 'of those that state pay')]),
    ...(countries.length === 0 ? [] : [line(`Most in ${joined(countries.map(countedValue))}`)]),
    ...(skills.length === 0 ? [] : [line(`Most asked for: ${joined(skills.map(countedValue))}`)]),
  ]
}

function countedValue({ value, count }: { value: string; count: number }): string {
  return `${value} (${count})`
}

function euros(amount: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(amount)
}
