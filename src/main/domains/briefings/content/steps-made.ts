import { moveKind, type Stage } from '#shared/stages.ts'
import type { Happening } from '../../applications/history.service.ts'

type Step = Extract<Happening['data'], { type: 'created' | 'moved' }>
interface StepMade extends Happening {
  readonly data: Step
}

/** What happened, without the moves that put a slip right and without the steps they took back: such a step led to where its application was
 *  put right to, or nowhere. In order, as they came. Pure. */
export function stepsMade(happenings: readonly Happening[]): Happening[] {
  const steps = new Map<number, StepMade[]>()
  for (const happening of happenings) {
    if (!isStep(happening)) continue
    const made = steps.get(happening.applicationId) ?? []
    steps.set(happening.applicationId, withStep(made, happening))
  }
  const kept = new Map([...steps.values()].flat().map((step) => [step.id, step]))
  return happenings.flatMap((happening) => {
    if (!isStep(happening)) return [happening]
    const step = kept.get(happening.id)
    return step === undefined ? [] : [step]
  })
}

function isStep(happening: Happening): happening is StepMade {
  return happening.data.type === 'created' || happening.data.type === 'moved'
}

/** The steps of one application with one more. A step that is taken back and lies before them all leaves nothing. Pure. */
function withStep(made: readonly StepMade[], step: StepMade): StepMade[] {
  const { data } = step
  if (data.type === 'created') return [...made, step]
  if (data.from === data.to) return [...made]
  if (moveKind(data.from, data.to) !== 'back') return [...made, step]
  const slip = made.at(-1)
  if (slip === undefined || stageOf(slip.data) !== data.from) return [...made]
  const before = made.slice(0, -1)
  if (slip.data.type === 'created') return [...before, { ...slip, data: { ...slip.data, stage: data.to } }]
  return withStep(before, { ...slip, data: { ...slip.data, to: data.to } })
}

function stageOf(data: Step): Stage {
  return data.type === 'created' ? data.stage : data.to
}
