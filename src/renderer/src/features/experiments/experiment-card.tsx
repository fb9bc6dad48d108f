import { Button } from '@mantine/core'
import { IconFlask, IconPlayerStop, IconTrophy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Comparison, Experiment, Variant } from '#shared/experiments.ts'
import { useApi } from '../../bridge/api.tsx'
import { formatDate } from '../../ui/format.ts'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { useWeights } from '../recommendations/index.ts'
import classes from './experiment-card.module.css'
import {
  differenceWords,
  leastShown,
  methodWords,
  powerWords,
  VARIANT_WORDS,
  verdictWords,
  winnerOf,
} from './experiment-words.ts'
import { FigureTable } from './figure-table.tsx'
import { RateBars } from './rate-bars.tsx'
import { useExperimentActions } from './use-experiments.ts'

/** One experiment: what it says so far and how sure that is, its figures, and what to do with it. */
export function ExperimentCard({ experiment }: { readonly experiment: Experiment }) {
  const { stop, isBusy } = useExperimentActions()
  const { id, name, startedAt, stoppedAt, comparisons } = experiment
  const winner = winnerOf(experiment)
  const clicks = comparisons.find(({ measure }) => measure === 'clicks')
  const applications = comparisons.find(({ measure }) => measure === 'applications')
  const hasApplications = experiment.a.applied + experiment.b.applied > 0
  const titleId = `experiment-${id}`
  return (
    <article className={classes.card} aria-labelledby={titleId}>
      <header className={classes.head}>
        <div className={classes.names}>
          <h3 id={titleId} className={classes.title}>
            {name}
          </h3>
          <span className={classes.when}>
            {stoppedAt === null
              ? `Since ${formatDate(startedAt)}`
              : `${formatDate(startedAt)} to ${formatDate(stoppedAt)}`}
          </span>
        </div>
        {stoppedAt === null && <ToneBadge tone="accent">Going on</ToneBadge>}
        <div className={classes.actions}>
          {winner !== null && <UseWinner experiment={experiment} winner={winner} />}
          {stoppedAt === null && (
            <Button
              size="xs"
              variant="default"
              loading={isBusy}
              leftSection={<IconPlayerStop size={14} aria-hidden="true" />}
              onClick={() => stop.mutate({ id })}
            >
              Stop
            </Button>
          )}
        </div>
      </header>
      {clicks && (
        <>
          <Verdict experiment={experiment} comparison={clicks} />
          <RateBars experiment={experiment} />
        </>
      )}
      <FigureTable experiment={experiment} />
      {applications && hasApplications && <Verdict experiment={experiment} comparison={applications} />}
      <details className={classes.method}>
        <summary>How this is decided</summary>
        <ul>
          {methodWords(experiment).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </article>
  )
}

function Verdict({ experiment, comparison }: { readonly experiment: Experiment; readonly comparison: Comparison }) {
  const difference = differenceWords(comparison)
  const power = powerWords(comparison)
  const { neededShown, verdict } = comparison
  const hasWinner = verdict === 'a_better' || verdict === 'b_better'
  const VerdictIcon = hasWinner ? IconTrophy : IconFlask
  const shown = leastShown(experiment)
  return (
    <div className={classes.verdict} data-won={hasWinner || undefined}>
      <p className={classes.words}>
        <VerdictIcon size={16} stroke={1.8} aria-hidden="true" />
        <span>
          {comparison.measure === 'applications' && <strong>Applications. </strong>}
          {verdictWords(experiment, comparison)}
        </span>
      </p>
      {neededShown !== null && comparison.measure === 'clicks' && (
        <progress className={classes.progress} aria-label="Shown of what is planned" value={shown} max={neededShown} />
      )}
      {difference !== null && <p className={classes.fine}>{difference}.</p>}
      {power !== null && <p className={classes.fine}>{power}</p>}
    </div>
  )
}

/** Takes over the weights of the better set; the experiment ends with it, or they would not be used. */
function UseWinner({ experiment, winner }: { readonly experiment: Experiment; readonly winner: Variant }) {
  const api = useApi()
  const weights = useQuery(api.recommendations.weights.queryOptions())
  const { apply, isBusy } = useWeights()
  const { stop } = useExperimentActions()
  const use = async () => {
    if (!weights.data) return
    const isTaken = await apply(experiment[winner].weights, weights.data)
    if (isTaken && experiment.stoppedAt === null) stop.mutate({ id: experiment.id })
  }
  return (
    <Button size="xs" loading={isBusy} disabled={!weights.data} onClick={() => void use()}>
      Use the weights of {VARIANT_WORDS[winner]}
    </Button>
  )
}
