import type { Briefing } from '#shared/briefings.ts'
import { useHere } from '../../applications/index.ts'
import { greeting, KIND_WORDS, madeWords } from '../words/briefing-words.ts'
import { DailyLetter } from './daily-letter.tsx'
import { EveningLetter } from './evening-letter.tsx'
import classes from './letter.module.css'
import { WeeklyLetter } from './weekly-letter.tsx'

/** A briefing as a letter. What can still be done is at hand only in one of now: an earlier one tells how things were. */
export function BriefingLetter({ briefing }: { readonly briefing: Briefing }) {
  const here = { ...useHere(), zone: briefing.zone }
  const { content } = briefing
  const isNow = briefing.slotAt === null
  return (
    <article className={classes.letter} aria-label={KIND_WORDS[briefing.kind]}>
      <header className={classes.head}>
        <p className={classes.greeting}>{greeting(briefing)}</p>
        <p className={classes.made}>{madeWords(briefing, here)}</p>
      </header>
      {content.kind === 'daily' && <DailyLetter content={content} here={here} isNow={isNow} />}
      {content.kind === 'evening' && <EveningLetter content={content} here={here} isNow={isNow} />}
      {content.kind === 'weekly' && <WeeklyLetter content={content} here={here} isNow={isNow} />}
    </article>
  )
}
