import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ApplicationDetail, Twice } from '#shared/applications.ts'
import { movesFrom } from '#shared/stages.ts'
import { formatAge } from '../../../../ui/format.ts'
import { STAGE_WORDS } from '../../words/stage-words.ts'
import { TWICE_WORDS } from '../part-words.ts'
import { dateWords, dueWords, type Here } from '../time/when-words.ts'
import classes from './head.module.css'

/** What the user should know before they go on, each with what can be done about it. */
export function Warnings(props: {
  readonly application: ApplicationDetail
  readonly here: Here
  readonly onGhosted: () => void
  readonly onRemind: () => void
  readonly onFollowUp: (at: number) => void
  readonly onRestore: () => void
}) {
  const { application, here } = props
  const { twice, looksGhosted, followUpAt, isJobClosed, isRemoved, stage, stageSince } = application
  if (isRemoved) {
    return (
      <ul className={classes.warnings} aria-label="Worth knowing">
        <Warning actions={<Way word="Put it back" onClick={props.onRestore} />}>
          This application was removed. It is kept for a while.
        </Warning>
      </ul>
    )
  }
  const isQuiet = twice.length === 0 && !looksGhosted && followUpAt === null && !(isJobClosed && stage === 'saved')
  if (isQuiet) return null
  return (
    <ul className={classes.warnings} aria-label="Worth knowing">
      {twice.map((other) => (
        <TwiceWarning key={other.id} other={other} here={here} />
      ))}
      {looksGhosted && (
        <Warning
          actions={
            <>
              {movesFrom(stage).includes('ghosted') && <Way word="Mark as ghosted" onClick={props.onGhosted} />}
              <Way word="Set a reminder to ask" onClick={props.onRemind} />
            </>
          }
        >
          It looks ghosted: nothing has happened for a long time. It is in this stage for{' '}
          {formatAge(stageSince, here.now)}.
        </Warning>
      )}
      {followUpAt !== null && (
        <Warning
          tone="plain"
          actions={
            <Way
              word={followUpAt > here.now ? 'Remind me then' : 'Remind me tomorrow'}
              onClick={() => props.onFollowUp(followUpAt)}
            />
          }
        >
          {followUpAt > here.now
            ? `A good time to ask how it stands: ${dueWords(followUpAt, here)}.`
            : `It would be good to ask how it stands: since ${dateWords(followUpAt, here)}.`}
        </Warning>
      )}
      {isJobClosed && stage === 'saved' && (
        <Warning>The posting is closed. You may still ask the employer; what it said is kept below.</Warning>
      )}
    </ul>
  )
}

function TwiceWarning({ other, here }: { readonly other: Twice; readonly here: Here }) {
  const { id, title, company, reason } = other
  return (
    <Warning tone={reason === 'same_company' ? 'plain' : 'warn'}>
      You have an application for {TWICE_WORDS[reason]}:{' '}
      <Link to="/applications/$id" params={{ id: String(id) }}>
        {title} at {company}
      </Link>
      , {standingWords(other, here)}.
    </Warning>
  )
}

function standingWords({ stage, appliedAt }: Twice, here: Here): string {
  const word = STAGE_WORDS[stage].toLowerCase()
  if (appliedAt === null) return word
  return stage === 'applied'
    ? `applied on ${dateWords(appliedAt, here)}`
    : `${word}, applied on ${dateWords(appliedAt, here)}`
}

function Warning(props: {
  readonly tone?: 'warn' | 'plain'
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <li className={classes.warning} data-tone={props.tone ?? 'warn'}>
      <p>{props.children}</p>
      {props.actions !== undefined && <div className={classes.ways}>{props.actions}</div>}
    </li>
  )
}

function Way({ word, onClick }: { readonly word: string; readonly onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {word}
    </Button>
  )
}
