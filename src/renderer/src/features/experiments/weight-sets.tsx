import { NumberInput } from '@mantine/core'
import { useId } from 'react'
import { MATCH_FACTORS, type MatchFactor, type MatchWeights } from '#shared/recommendations.ts'
import { FACTOR_WORDS, formatPoints, readWeight, sharesOf } from '../recommendations/index.ts'
import classes from './weight-sets.module.css'

/** Two sets of weights side by side, slid or typed, with what each comes to out of 100. */
export function WeightSets(props: {
  readonly a: MatchWeights
  readonly b: MatchWeights
  readonly onChangeA: (weights: MatchWeights) => void
  readonly onChangeB: (weights: MatchWeights) => void
}) {
  return (
    <div className={classes.sets}>
      <WeightSet name="A" weights={props.a} onChange={props.onChangeA} />
      <WeightSet name="B" weights={props.b} onChange={props.onChangeB} />
    </div>
  )
}

function WeightSet(props: {
  readonly name: string
  readonly weights: MatchWeights
  readonly onChange: (weights: MatchWeights) => void
}) {
  const { name, weights, onChange } = props
  const shares = sharesOf(weights)
  return (
    <fieldset className={classes.set}>
      <legend className={classes.name} data-set={name}>
        Set {name}
      </legend>
      {MATCH_FACTORS.map((factor) => (
        <Weight
          key={factor}
          factor={factor}
          set={name}
          value={weights[factor]}
          share={shares[factor]}
          onChange={(value) => onChange({ ...weights, [factor]: value })}
        />
      ))}
    </fieldset>
  )
}

function Weight(props: {
  readonly factor: MatchFactor
  readonly set: string
  readonly value: number
  readonly share: number
  readonly onChange: (value: number) => void
}) {
  const { factor, set, value, share, onChange } = props
  const id = useId()
  const take = (raw: string | number) => {
    const weight = readWeight(raw)
    if (weight !== null && weight !== value) onChange(weight)
  }
  return (
    <div className={classes.row}>
      <label htmlFor={id}>{FACTOR_WORDS[factor]}</label>
      <input
        id={id}
        className={classes.slider}
        type="range"
        min={0}
        max={100}
        step={1}
        value={value}
        aria-label={`${FACTOR_WORDS[factor]}, set ${set}`}
        aria-valuetext={`${value}, ${formatPoints(share)} of 100 points`}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <NumberInput
        className={classes.number ?? ''}
        size="xs"
        aria-label={`${FACTOR_WORDS[factor]}, set ${set}, as a number`}
        min={0}
        max={100}
        step={1}
        decimalScale={1}
        allowNegative={false}
        clampBehavior="strict"
        hideControls
        value={value}
        onChange={take}
      />
      <span className={classes.share}>= {formatPoints(share)}</span>
    </div>
  )
}
