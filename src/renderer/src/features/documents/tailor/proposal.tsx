import { Button, Checkbox, Skeleton } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Hunk } from '#shared/document-hunks.ts'
import { Blank } from '../../../ui/blank.tsx'
import { formatQuantity } from '../../../ui/format.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import hunkClasses from '../hunks/hunks.module.css'
import { HunkSides } from '../hunks/hunk-sides.tsx'
import { HUNK_WORDS, placeWords } from '../hunks/hunk-words.ts'
import classes from './tailor.module.css'
import type { useTailoring } from './use-tailoring.ts'

type Tailoring = ReturnType<typeof useTailoring>

/** What the rules propose, piece by piece, with the reasons and with what the posting asks for in vain. */
export function Proposal({
  tailoring,
  isCareerEmpty,
}: {
  readonly tailoring: Tailoring
  readonly isCareerEmpty: boolean
}) {
  const { result, hunks } = tailoring
  if (isCareerEmpty) return <NoCareer />
  if (result === undefined) {
    return (
      <output aria-label="Making the proposal">
        <Skeleton height={320} radius="lg" />
      </output>
    )
  }
  const told = new Set(hunks.flatMap(({ id, at }) => (reasonsOf(tailoring, at).length > 0 ? [id] : [])))
  const isAtHunk = (at: string) => hunks.some((hunk) => told.has(hunk.id) && hunk.at === at)
  const others = result.reasons.filter(({ at }) => !isAtHunk(at))
  return (
    <div className={classes.proposal} aria-busy={tailoring.isWaiting}>
      <output className={classes.muted} aria-label="Whether it changed">
        {tailoring.isRemade &&
          'Your career or the document changed: the proposal is made anew. What you left is still left.'}
      </output>
      <Gaps gaps={result.gaps} />
      <section aria-labelledby="hunks-title">
        <div className={classes.row}>
          <h3 id="hunks-title" className={classes.label}>
            What it says
          </h3>
          <div className={classes.ways}>
            <output className={classes.muted} aria-label="How many are taken">
              {tailoring.taken} of {formatQuantity(hunks.length, ['piece', 'pieces'])} taken
            </output>
            <Button size="compact-xs" variant="default" onClick={tailoring.takeAll}>
              Take all
            </Button>
            <Button size="compact-xs" variant="default" onClick={tailoring.leaveAll}>
              Leave all
            </Button>
          </div>
        </div>
        <output className={classes.muted} aria-label="What does not fit">
          {tailoring.unfit > 0 &&
            `${formatQuantity(tailoring.unfit, ['piece does', 'pieces do'])} not fit: a document holds no more. Leave others to make room.`}
        </output>
        {hunks.length === 0 && <p className={classes.muted}>Nothing to change: the document fits as it is.</p>}
        <ul className={hunkClasses.list} aria-label="Pieces">
          {hunks.map((hunk) => (
            <HunkChoice key={hunk.id} hunk={hunk} tailoring={tailoring} />
          ))}
        </ul>
      </section>
      {others.length > 0 && (
        <section aria-labelledby="reasons-title">
          <h3 id="reasons-title" className={classes.label}>
            Why it is so
          </h3>
          <ul className={classes.reasons}>
            {others.map(({ at, message }) => (
              <li key={`${at} ${message}`}>{message}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function reasonsOf({ result }: Tailoring, at: string): readonly string[] {
  return (result?.reasons ?? []).filter((reason) => reason.at === at).map(({ message }) => message)
}

function HunkChoice({ hunk, tailoring }: { readonly hunk: Hunk; readonly tailoring: Tailoring }) {
  const place = placeWords(hunk, tailoring.contents)
  const name = `${HUNK_WORDS[hunk.type]}: ${place}`
  return (
    <li className={hunkClasses.hunk}>
      <div className={hunkClasses.head}>
        <div className={hunkClasses.place}>
          <ToneBadge tone="plain">{HUNK_WORDS[hunk.type]}</ToneBadge> {place}
        </div>
        <Checkbox
          label="Take it"
          aria-label={`Take it: ${name}`}
          checked={tailoring.isTaken(hunk)}
          onChange={({ currentTarget: { checked } }) => tailoring.take(hunk, checked)}
        />
      </div>
      <HunkSides hunk={hunk} names={['Before', 'Proposed']} />
      {tailoring.isUnfit(hunk) && (
        <p className={hunkClasses.reason}>It does not fit: there is no room left for it. It is not taken.</p>
      )}
      {reasonsOf(tailoring, hunk.at).map((message) => (
        <p key={message} className={hunkClasses.reason}>
          {message}
        </p>
      ))}
    </li>
  )
}

function Gaps({ gaps }: { readonly gaps: readonly string[] }) {
  if (gaps.length === 0) return null
  return (
    <section className={classes.gaps} aria-labelledby="gaps-title">
      <h3 id="gaps-title" className={classes.label}>
        The posting asks for, and your career does not say
      </h3>
      <ul className={classes.chips}>
        {gaps.map((gap) => (
          <li key={gap}>
            <ToneBadge tone="warn">{gap}</ToneBadge>
          </li>
        ))}
      </ul>
      <p className={classes.muted}>None of these is written for you. If you have one of them, add it to your career.</p>
    </section>
  )
}

function NoCareer() {
  return (
    <Blank
      icon={IconUser}
      title="Your career is empty"
      actions={
        <Button size="xs" renderRoot={(root) => <Link to="/profile/career" {...root} />}>
          Fill in your career
        </Button>
      }
    >
      A document is made of what you have done. Write it down once, or import a résumé that you have.
    </Blank>
  )
}
