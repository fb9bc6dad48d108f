import { Anchor, Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { JobId } from '#shared/ids.ts'
import type { MatchExplanation } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { Breakdown, Losses } from './breakdown.tsx'
import classes from './match-card.module.css'
import { ScoreBadge } from './score-badge.tsx'

/** How well a job fits the profile: score, bars, and on request every reason. Nothing where there is no profile to compare with.
 *  `isListed`: beside the list for the user, under its weights and with the reasons from the start. */
export function MatchCard({ jobId, isListed = false }: { readonly jobId: JobId; readonly isListed?: boolean }) {
  const api = useApi()
  const profile = useQuery(api.profile.get.queryOptions())
  const hasProfile = profile.data?.isEmpty === false
  const match = useQuery({
    ...api.recommendations.explain.queryOptions({ input: { jobId, asListed: isListed } }),
    enabled: hasProfile,
  })
  if (!hasProfile) return null
  if (match.data) return <Explained match={match.data} isOpen={isListed} />
  // A job that is gone says so itself, in the pane around this card.
  if (match.error instanceof ORPCError && match.error.code === 'NOT_FOUND') return null
  if (match.error) return <p className={classes.note}>{describeProblem(match.error).message}</p>
  return <Skeleton height={180} radius="lg" />
}

function Explained({ match, isOpen }: { readonly match: MatchExplanation; readonly isOpen: boolean }) {
  const [isTold, setTold] = useState(isOpen)
  return (
    <section className={classes.card} aria-labelledby="match-title">
      <div className={classes.head}>
        <h3 id="match-title" className={classes.title}>
          Match
        </h3>
        <ScoreBadge score={match.score} isLarge />
        <Button
          className={classes.toggle ?? ''}
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={isTold}
          rightSection={
            isTold ? <IconChevronUp size={13} aria-hidden="true" /> : <IconChevronDown size={13} aria-hidden="true" />
          }
          onClick={() => setTold(!isTold)}
        >
          {isTold ? 'Bars only' : 'Why this score?'}
        </Button>
      </div>
      {match.concerns.length > 0 && (
        <ul className={classes.concerns} aria-label="Concerns">
          {match.concerns.map((concern) => (
            <li key={concern}>
              <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
              {concern}
            </li>
          ))}
        </ul>
      )}
      <Breakdown parts={match.parts} isTold={isTold} />
      {isTold && (
        <>
          <Losses losses={match.losses} />
          <Skills match={match} />
        </>
      )}
    </section>
  )
}

function Skills({ match: { matchingSkills, missingSkills } }: { readonly match: MatchExplanation }) {
  return (
    <>
      {matchingSkills.length > 0 && (
        <p className={classes.skills}>
          <strong>You have</strong> {matchingSkills.join(', ')}
        </p>
      )}
      {missingSkills.length > 0 && (
        <p className={classes.skills}>
          <strong>You miss</strong> {missingSkills.join(', ')}.{' '}
          <Anchor fz="inherit" underline="always" renderRoot={(root) => <Link to="/for-you/skills" {...root} />}>
            What learning them would open
          </Anchor>
        </p>
      )}
    </>
  )
}
