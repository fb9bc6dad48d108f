import { NumberInput } from '@mantine/core'
import { useId, type KeyboardEvent } from 'react'
import type { MatchFactor } from '#shared/recommendations.ts'
import { FACTOR_NOTES, FACTOR_WORDS, formatPoints } from './points.ts'
import { readWeight } from './weights-draft.ts'
import classes from './weights-panel.module.css'

/** One factor's weight, slid or typed, and what it comes to out of 100. */
export function WeightRow(props: {
  readonly factor: MatchFactor
  readonly value: number
  readonly share: number
  readonly onChange: (value: number) => void
  /** The keyboard wants out of the panel. */
  readonly onLeave: () => void
}) {
  const { factor, value, share, onChange } = props
  const id = useId()
  const take = (raw: string | number) => {
    const weight = readWeight(raw)
    if (weight !== null && weight !== value) onChange(weight)
  }
  // Fields keep all other keys to themselves.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    props.onLeave()
  }
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <label htmlFor={id} className={classes.name}>
          {FACTOR_WORDS[factor]}
        </label>
        <span id={`${id}-note`} className={classes.note}>
          {FACTOR_NOTES[factor]}
        </span>
      </div>
      <input
        id={id}
        className={classes.slider}
        type="range"
        min={0}
        max={100}
        step={1}
        value={value}
        aria-describedby={`${id}-note`}
        aria-valuetext={`${value}, ${formatPoints(share)} of 100 points`}
        onChange={(event) => take(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <NumberInput
        className={classes.number ?? ''}
        size="xs"
        aria-label={`${FACTOR_WORDS[factor]}, as a number`}
        min={0}
        max={100}
        step={1}
        decimalScale={1}
        allowNegative={false}
        clampBehavior="strict"
        hideControls
        value={value}
        onChange={take}
        onKeyDown={onKeyDown}
      />
      <span className={classes.share}>= {formatPoints(share)}</span>
    </div>
  )
}
