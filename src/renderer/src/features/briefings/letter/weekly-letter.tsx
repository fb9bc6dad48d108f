import { Link } from '@tanstack/react-router'
import type { BriefingContent } from '#shared/briefings.ts'
import { formatCount } from '../../../ui/format.ts'
import { STAGE_WORDS, type Here } from '../../applications/index.ts'
import { changeWords, marketSentences, streakSentence } from '../words/week-words.ts'
import { EntryList } from './entry-list.tsx'
import { LetterSection } from './letter-section.tsx'
import classes from './letter.module.css'

type Week = Extract<BriefingContent, { kind: 'weekly' }>

/** How far applications came in the week, how the market moved, what comes next. */
export function WeeklyLetter(props: { readonly content: Week; readonly here: Here; readonly isNow: boolean }) {
  const { content, here, isNow } = props
  const reached = content.funnel.filter(({ count, before }) => count > 0 || before > 0)
  const streak = streakSentence(content.streakDays)
  return (
    <>
      <LetterSection
        title="Your applications"
        isEmpty={reached.length === 0}
        empty="No application moved in these two weeks."
        action={
          <Link to="/applications" className={classes.link}>
            All applications
          </Link>
        }
      >
        <Funnel reached={reached} />
      </LetterSection>
      {streak !== null && <p className={classes.sentence}>{streak}</p>}
      <LetterSection title="The market">
        {marketSentences(content.market).map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
      </LetterSection>
      <LetterSection
        title="Next week"
        isEmpty={content.nextWeek.length === 0}
        empty="Nothing is planned for next week yet."
      >
        <EntryList label="Next week" entries={content.nextWeek} here={here} isNow={isNow} />
      </LetterSection>
    </>
  )
}

function Funnel({ reached }: { readonly reached: Week['funnel'] }) {
  return (
    <table className={classes.funnel} aria-label="Applications that reached a stage">
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Reached</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {reached.map(({ stage, count, before }) => (
          <tr key={stage}>
            <th scope="row">{STAGE_WORDS[stage]}</th>
            <td className={classes.figure}>{count === 0 ? 'none' : formatCount(count)}</td>
            <td className={classes.change}>{changeWords(count, before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
