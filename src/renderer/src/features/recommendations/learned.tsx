import { Button, Switch } from '@mantine/core'
import type { WeightsView } from '#shared/recommendations.ts'
import { learnedFromWords } from './match-words.ts'
import { FACTOR_WORDS, formatPoints, formatShift } from './points.ts'
import { useWeights } from './use-weights.ts'
import classes from './learned.module.css'

/** What the user's own acts have taught the ranking, within which bounds, with ways to stop it and to forget it. */
export function Learned({ weights }: { readonly weights: WeightsView }) {
  const { setLearning, forget, isBusy } = useWeights()
  const shifts = weights.learned.filter(({ shift }) => shift !== 0)
  const hasActs = weights.from.saved + weights.from.applied + weights.from.hidden > 0
  return (
    <section className={classes.learned} aria-labelledby="learned-title">
      <div className={classes.head}>
        <h3 id="learned-title" className={classes.title}>
          What was learned
        </h3>
        <Switch
          size="xs"
          label="Learn from what I do"
          checked={weights.isLearningOn}
          onChange={(event) => setLearning(event.currentTarget.checked)}
        />
      </div>
      <p className={classes.from}>{learnedFromWords(weights.from)}</p>
      {shifts.length > 0 && (
        <ul className={classes.list} data-off={!weights.isLearningOn || undefined}>
          {shifts.map(({ factor, shift, bound, sentence }) => (
            <li key={factor}>
              <span className={classes.shift} data-way={shift > 0 ? 'up' : 'down'}>
                {formatShift(shift)}
              </span>
              <span>
                <span className={classes.factor}>{FACTOR_WORDS[factor]}</span> {sentence}{' '}
                <span className={classes.bound}>Never more than ±{formatPoints(bound)}.</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {!weights.isLearningOn && <p className={classes.from}>Switched off: what you do changes nothing.</p>}
      {hasActs && (
        <div className={classes.actions}>
          <Button size="compact-xs" variant="default" loading={isBusy} onClick={() => void forget(weights)}>
            Forget what was learned
          </Button>
        </div>
      )}
    </section>
  )
}
