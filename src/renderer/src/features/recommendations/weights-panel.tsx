import { ActionIcon, Button, Loader, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { MATCH_FACTORS, type MatchWeights, type WeightsView } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { ExperimentNote } from '../experiments/index.ts'
import { Learned } from './learned.tsx'
import { movesWords, type Moves } from './moves.ts'
import { useWeights } from './use-weights.ts'
import { WeightRow } from './weight-row.tsx'
import { hasAnyWeight, isSameWeights, sharesOf } from './weights-draft.ts'
import classes from './weights-panel.module.css'

interface PanelProps {
  /** Weights that are tried but not applied; null while the panel shows those in force. */
  readonly tried: MatchWeights | null
  readonly onTry: (weights: MatchWeights | null) => void
  readonly moves: Moves | null
  readonly problem: string | null
  readonly onClose: () => void
}

/** What counts how much. Moving a slider shows at once, in one's own list, what it would change; nothing is kept before it is applied. */
export function WeightsPanel(props: PanelProps) {
  const api = useApi()
  const weights = useQuery(api.recommendations.weights.queryOptions())
  return (
    <aside className={classes.panel} aria-labelledby="weights-title">
      <div className={classes.bar}>
        <h2 id="weights-title" className={classes.title}>
          What counts
        </h2>
        <Tooltip label="Close (Esc)">
          <ActionIcon variant="subtle" color="gray" size={30} aria-label="Close the weights" onClick={props.onClose}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.scroll}>
        <ExperimentNote />
        {weights.data && <Sliders {...props} weights={weights.data} />}
        {weights.error && !weights.data && (
          <ProblemBlank {...describeProblem(weights.error)} onRetry={() => void weights.refetch()} />
        )}
        {weights.isPending && (
          <output aria-label="Loading the weights">
            <Loader size="sm" type="dots" />
          </output>
        )}
      </div>
    </aside>
  )
}

function Sliders({ tried, onTry, moves, problem, onClose, weights }: PanelProps & { readonly weights: WeightsView }) {
  const { apply, reset, isBusy } = useWeights()
  const draft = tried ?? weights.own
  const shares = sharesOf(draft)
  const isUsable = hasAnyWeight(draft)
  const isChanged = !isSameWeights(draft, weights.own)
  const change = (next: MatchWeights) => onTry(isSameWeights(next, weights.own) ? null : next)
  const keep = async () => {
    if (await apply(draft, weights)) onTry(null)
  }
  const toDefault = async () => {
    if (await reset(weights)) onTry(null)
  }
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isUsable && isChanged) void keep()
        }}
      >
        <div className={classes.rows}>
          {MATCH_FACTORS.map((factor) => (
            <WeightRow
              key={factor}
              factor={factor}
              value={draft[factor]}
              share={shares[factor]}
              onChange={(value) => change({ ...draft, [factor]: value })}
              onLeave={onClose}
            />
          ))}
        </div>
        <output className={classes.moves} data-problem={!isUsable || problem !== null || undefined}>
          {!isUsable && 'At least one has to be above 0.'}
          {isUsable && problem}
          {isUsable &&
            problem === null &&
            (isChanged ? moves && movesWords(moves) : 'Move one to see what it changes.')}
        </output>
        <div className={classes.actions}>
          <Button type="submit" size="xs" disabled={!isUsable || !isChanged} loading={isBusy}>
            Apply
          </Button>
          <Button size="xs" variant="default" disabled={!isChanged} onClick={() => onTry(null)}>
            Put back
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            disabled={weights.isDefault || isBusy}
            onClick={() => void toDefault()}
          >
            The product’s own
          </Button>
        </div>
      </form>
      <Learned weights={weights} />
    </>
  )
}
