import { Link } from '@tanstack/react-router'
import type { BriefingContent } from '#shared/briefings.ts'
import { STAGE_WORDS, type Here } from '../../applications/index.ts'
import { doneSentences } from '../words/evening-words.ts'
import { EntryList } from './entry-list.tsx'
import { LetterSection } from './letter-section.tsx'
import classes from './letter.module.css'

type Evening = Extract<BriefingContent, { kind: 'evening' }>

/** What the day brought, what is still open, what comes tomorrow. */
export function EveningLetter(props: { readonly content: Evening; readonly here: Here; readonly isNow: boolean }) {
  const { content, here, isNow } = props
  const { done, open, tomorrow } = content
  const sentences = doneSentences(done)
  return (
    <>
      <LetterSection
        title="Done today"
        isEmpty={sentences.length === 0}
        empty="Nothing was noted today. Days off count, too."
      >
        <p className={classes.sentence}>{sentences.join(' ')}</p>
        <DoneLines done={done} />
        {done.interviews.length > 0 && (
          <EntryList label="Interviews of today" entries={done.interviews} here={here} isNow={false} />
        )}
      </LetterSection>
      <LetterSection title="Still open" isEmpty={open.length === 0} empty="Nothing is left open.">
        <EntryList label="Still open" entries={open} here={here} isNow={isNow} />
      </LetterSection>
      <LetterSection title="Tomorrow" isEmpty={tomorrow.length === 0} empty="Nothing is planned for tomorrow yet.">
        <EntryList label="Tomorrow" entries={tomorrow} here={here} isNow={isNow} />
      </LetterSection>
    </>
  )
}

function DoneLines({ done }: { readonly done: Evening['done'] }) {
  const lines = [
    ...done.applied.map((line) => ({ ...line, what: 'Applied' })),
    ...done.moved.map(({ to, ...line }) => ({ ...line, what: `Now: ${STAGE_WORDS[to]}` })),
  ]
  if (lines.length === 0) return null
  return (
    <ul className={classes.list} aria-label="Applications of today">
      {lines.map(({ applicationId, title, company, what }) => (
        <li key={`${applicationId} ${what}`} className={classes.row}>
          <div className={classes.words}>
            <Link to="/applications/$id" params={{ id: String(applicationId) }} className={classes.name}>
              {title}
            </Link>
            <p className={classes.sub}>
              {company} · {what}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
