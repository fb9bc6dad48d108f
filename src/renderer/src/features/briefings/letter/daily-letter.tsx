import { Link } from '@tanstack/react-router'
import type { BriefingContent } from '#shared/briefings.ts'
import { formatCount } from '../../../ui/format.ts'
import type { Here } from '../../applications/index.ts'
import { EntryList } from './entry-list.tsx'
import { LetterSection } from './letter-section.tsx'
import classes from './letter.module.css'
import { MatchList } from './match-list.tsx'
import { RunNote } from './run-note.tsx'
import { SilentList } from './silent-list.tsx'

/** What the day brings, the most pressing first. */
export function DailyLetter(props: {
  readonly content: Extract<BriefingContent, { kind: 'daily' }>
  readonly here: Here
  readonly isNow: boolean
}) {
  const { content, here, isNow } = props
  const { matches, interviews, deadlines, followUps, silent } = content
  return (
    <>
      <LetterSection
        title="Interviews today"
        isEmpty={interviews.length === 0}
        empty="No interview is planned for today."
      >
        <EntryList label="Interviews today" entries={interviews} here={here} isNow={isNow} />
      </LetterSection>
      <LetterSection title="Due today or before" isEmpty={deadlines.length === 0} empty="Nothing is due.">
        <EntryList label="Due today or before" entries={deadlines} here={here} isNow={isNow} />
      </LetterSection>
      <LetterSection title="To follow up" isEmpty={followUps.length === 0} empty="Nobody is to be asked again today.">
        <EntryList label="To follow up" entries={followUps} here={here} isNow={isNow} />
      </LetterSection>
      <LetterSection
        title="New jobs for you"
        isEmpty={matches.jobs.length === 0}
        empty="No new job fits you well enough to be told of."
        action={
          <Link to="/for-you" className={classes.link}>
            All that fit
          </Link>
        }
      >
        {matches.total > matches.jobs.length && (
          <p className={classes.sentence}>
            The best {formatCount(matches.jobs.length)} of {formatCount(matches.total)} new ones.
          </p>
        )}
        <MatchList jobs={matches.jobs} isNow={isNow} />
      </LetterSection>
      {silent.length > 0 && (
        <LetterSection title="No answer for long">
          <SilentList lines={silent} here={here} isNow={isNow} />
        </LetterSection>
      )}
      <LetterSection title="Reading the sources">
        <RunNote run={content.run} now={here.now} isNow={isNow} />
      </LetterSection>
    </>
  )
}
