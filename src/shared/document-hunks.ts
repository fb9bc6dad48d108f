import { LETTER, RESUME, type Whole } from './document-shapes.ts'
import type { DocumentContent } from './documents.ts'
import { fieldSteps, type Hunk, type HunkPlace, type Pair, takeFields, takeLists } from './hunk-steps.ts'

export type { Hunk, HunkPlace, HunkType } from './hunk-steps.ts'

/** Everything in which the proposal differs from the base, from top to bottom, in pieces that can be taken or left one by one. Pure. */
export function hunksOf(base: DocumentContent, proposal: DocumentContent): Hunk[] {
  return comparedOf(base, proposal).map(({ hunk }) => hunk)
}

/** The base with the hunks of these ids: all of them make it the proposal, none leaves it as it is. Ids that are no hunk of the two are
 *  passed over. Pure. */
export function applyHunks(
  base: DocumentContent,
  proposal: DocumentContent,
  acceptedIds: Iterable<string>,
): DocumentContent {
  const ids = new Set(acceptedIds)
  const accepted = new Set(comparedOf(base, proposal).flatMap(({ hunk, steps }) => (ids.has(hunk.id) ? steps : [])))
  if (base.kind === 'resume' && proposal.kind === 'resume') {
    return takeWhole(RESUME, { base, proposal, accepted })
  }
  if (base.kind === 'letter' && proposal.kind === 'letter') {
    return takeWhole(LETTER, { base, proposal, accepted })
  }
  return accepted.has(WHOLE) ? proposal : base
}

/** A hunk and the single steps that it stands for. */
interface Compared {
  readonly hunk: Hunk
  readonly steps: readonly string[]
}

const WHOLE = 'changed:document'
const NOWHERE: HunkPlace = { section: null, item: null }

function comparedOf(base: DocumentContent, proposal: DocumentContent): Compared[] {
  if (base.kind === 'resume' && proposal.kind === 'resume') {
    return joined(stepsOf(RESUME, { base, proposal }))
  }
  if (base.kind === 'letter' && proposal.kind === 'letter') {
    return joined(stepsOf(LETTER, { base, proposal }))
  }
  const about = { id: WHOLE, type: 'changed', what: 'document', at: '', place: NOWHERE, from: null } as const
  return [{ hunk: { ...about, before: base.kind, after: proposal.kind }, steps: [WHOLE] }]
}

function stepsOf<T>({ fields, lists }: Whole<T>, pair: Pair<T>): Hunk[] {
  return [...fieldSteps(fields, pair), ...lists.flatMap((list) => list.steps(pair, { path: '', place: NOWHERE }))]
}

function takeWhole<T extends object>(
  { fields, lists }: Whole<T>,
  taking: Pair<T> & { readonly accepted: ReadonlySet<string> },
): T {
  return { ...takeFields(fields, taking), ...takeLists(lists, { ...taking, path: '' }) }
}

/** What is taken from one list and put into another under the same id has moved: one hunk, at its new place. */
function joined(steps: readonly Hunk[]): Compared[] {
  const removed = aloneIn(steps, 'removed')
  const added = aloneIn(steps, 'added')
  return steps.flatMap((step): Compared[] => {
    const from = removed.get(nameOf(step))
    const into = added.get(nameOf(step))
    if (from === undefined || into === undefined || (step !== from && step !== into))
      return [{ hunk: step, steps: [step.id] }]
    if (step === from) return []
    const hunk: Hunk = { ...step, id: `moved:${step.id}`, type: 'moved', from: from.place, before: from.before }
    return [{ hunk, steps: [from.id, into.id] }]
  })
}

function aloneIn(steps: readonly Hunk[], type: Hunk['type']): ReadonlyMap<string, Hunk> {
  const found = new Map<string, Hunk | null>()
  for (const step of steps.filter((one) => one.type === type)) {
    found.set(nameOf(step), found.has(nameOf(step)) ? null : step)
  }
  return new Map([...found].flatMap(([name, step]) => (step === null ? [] : [[name, step] as const])))
}

function nameOf({ what, at }: Hunk): string {
  return `${what}/${at}`
}
