import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Bullet } from '#shared/career.ts'
import { useHalfTyped } from '../../../../ui/half-typed.ts'
import { newFactId } from '../new-fact-id.ts'
import { bulletsOf, lineProblem, linesOf } from './bullet-lines.ts'

/** What was done, one point a line. */
export function BulletsField(props: {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly bullets: readonly Bullet[]
  readonly onKeep: (bullets: Bullet[]) => void
}) {
  const { bullets } = props
  const lines = linesOf(bullets)
  const isTaken = (typed: string) => lineProblem(typed) === null
  const { text, setText } = useHalfTyped({ field: props.id, value: lines, isTaken })
  const [seen, setSeen] = useState(lines)
  if (seen !== lines) {
    setSeen(lines)
    if (linesOf(bulletsOf(text, { before: [], newId: () => '' })) !== lines) setText(lines)
  }
  const problem = lineProblem(text)
  return (
    <Textarea
      id={props.id}
      label={props.label}
      description={props.note}
      autosize
      minRows={3}
      maxRows={24}
      value={text}
      error={problem}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value
        setText(next)
        if (isTaken(next)) props.onKeep(bulletsOf(next, { before: bullets, newId: newFactId }))
      }}
    />
  )
}
