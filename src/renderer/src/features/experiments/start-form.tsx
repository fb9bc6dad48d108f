import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MatchWeights, WeightsView } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatShare } from '../../ui/format.ts'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { hasAnyWeight, isSameWeights, sharesOf } from '../recommendations/index.ts'
import classes from './start-form.module.css'
import { useExperimentActions } from './use-experiments.ts'
import { WeightSets } from './weight-sets.tsx'

const SHARES = [0.2, 0.5, 0.8].map((share) => ({ value: String(share), label: formatShare(share, 1) }))
const NAME_MOST = 80

/** What a new experiment compares: A starts as the weights in force, B is to be changed. */
export function StartForm() {
  const api = useApi()
  const weights = useQuery(api.recommendations.weights.queryOptions())
  if (weights.data) return <Form weights={weights.data} />
  if (weights.error) {
    return <ProblemBlank {...describeProblem(weights.error)} onRetry={() => void weights.refetch()} />
  }
  return (
    <output aria-label="Loading your weights">
      <Skeleton height={360} radius="lg" />
    </output>
  )
}

function Form({ weights }: { readonly weights: WeightsView }) {
  const { start, isBusy } = useExperimentActions()
  const [name, setName] = useState('')
  const [a, setA] = useState<MatchWeights>(weights.effective)
  const [b, setB] = useState<MatchWeights>(weights.effective)
  const [share, setShare] = useState('0.5')
  const problem = problemOf({ name, a, b })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (problem === null) start.mutate({ name: name.trim(), a, b, share: Number(share) })
      }}
    >
      <TextInput
        label="Name"
        placeholder="Pay before place"
        maxLength={NAME_MOST}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <WeightSets a={a} b={b} onChangeA={setA} onChangeB={setB} />
      <fieldset className={classes.share}>
        <legend>Days that get B</legend>
        <SegmentedControl size="xs" aria-label="Days that get B" data={SHARES} value={share} onChange={setShare} />
        <span className={classes.note}>{formatShare(0.5, 1)} comes to a result soonest.</span>
      </fieldset>
      <div className={classes.actions}>
        <Button type="submit" size="xs" disabled={problem !== null} loading={isBusy}>
          Start the experiment
        </Button>
        <output className={classes.problem}>{problem}</output>
      </div>
    </form>
  )
}

/** What still keeps an experiment from being started; null when nothing does. Pure. */
function problemOf({ name, a, b }: { name: string; a: MatchWeights; b: MatchWeights }): string | null {
  if (!hasAnyWeight(a) || !hasAnyWeight(b)) return 'In each set at least one has to be above 0.'
  if (isSameWeights(sharesOf(a), sharesOf(b))) return 'Change A or B: both come to the same.'
  return name.trim() === '' ? 'Give it a name.' : null
}
