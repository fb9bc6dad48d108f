import { LETTER, RESUME, type Whole } from './document-shapes.ts'
import { DOCUMENT_MAX_JSON_CHARS, type DocumentContent } from './documents.ts'
import { fieldSteps, type Hunk, type HunkPlace, type Pair, takeFields, takeLists } from './hunk-steps.ts'

export type { Hunk, HunkPlace, HunkType } from './hunk-steps.ts'

/** Everything in which the proposal differs from the base, from top to bottom, in pieces that can be taken or left one by one. Pure. */
export function hunksOf(base: DocumentContent, proposal: DocumentContent): Hunk[] {
  return comparedOf(base, proposal).map(({ hunk }) => hunk)
}

interface Applied {
  readonly content: DocumentContent
  /** Ids of hunks that were accepted and did not fit: a list is full, or the whole would be too large. */
  readonly unfit: readonly string[]
}

/** The base with the hunks of these ids: all of them make it the proposal, none leaves it as it is. Ids that are no hunk of the two are
 *  passed over. Of two contents that a document can hold it makes one that it can hold: what does not fit is left, and told. Pure. */
export function applyHunks(base: DocumentContent, proposal: DocumentContent, acceptedIds: Iterable<string>): Applied {
  const ids = new Set(acceptedIds)
  const pair = { base, proposal }
  const wanted = comparedOf(base, proposal).filter(({ hunk }) => ids.has(hunk.id))
  const fitting = withinSize(pair, withinLists(pair, wanted))
  const taken = new Set(fitting)
  const unfit = wanted.filter((compared) => !taken.has(compared)).map(({ hunk }) => hunk.id)
  return { content: takenOf(pair, fitting), unfit }
}

type Contents = Pair<DocumentContent>

function takenOf({ base, proposal }: Contents, compared: readonly Compared[]): DocumentContent {
  const accepted = stepsIn(compared)
  if (base.kind === 'resume' && proposal.kind === 'resume') return takeWhole(RESUME, { base, proposal, accepted })
  if (base.kind === 'letter' && proposal.kind === 'letter') return takeWhole(LETTER, { base, proposal, accepted })
  return accepted.has(WHOLE) ? proposal : base
}

/** Without those for which a list has no room. One that moved and does not fit stays where it was, which may take room there. */
function withinLists(pair: Contents, wanted: readonly Compared[]): readonly Compared[] {
  const surplus = new Set(surplusOf(pair, stepsIn(wanted)))
  if (surplus.size === 0) return wanted
  const fewer = wanted.filter(({ steps }) => !steps.some((step) => surplus.has(step)))
  return fewer.length === wanted.length ? wanted : withinLists(pair, fewer)
}

function surplusOf({ base, proposal }: Contents, accepted: ReadonlySet<string>): string[] {
  const taking = { path: '', accepted }
  if (base.kind === 'resume' && proposal.kind === 'resume') {
    return RESUME.lists.flatMap((list) => list.surplus({ base, proposal }, taking))
  }
  if (base.kind === 'letter' && proposal.kind === 'letter') {
    return LETTER.lists.flatMap((list) => list.surplus({ base, proposal }, taking))
  }
  return []
}

/** As many as the size of a document allows, those that make room before the others. */
function withinSize(pair: Contents, wanted: readonly Compared[]): readonly Compared[] {
  const fits = (some: readonly Compared[]) => JSON.stringify(takenOf(pair, some)).length <= DOCUMENT_MAX_JSON_CHARS
  if (fits(wanted)) return wanted
  const growth = ({ hunk: { before, after } }: Compared) => (after?.length ?? 0) - (before?.length ?? 0)
  const order = wanted.toSorted((one, other) => Math.sign(growth(one)) - Math.sign(growth(other)))
  let [most, tooMany] = [0, order.length]
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2)
    if (fits(withinLists(pair, order.slice(0, middle)))) most = middle
    else tooMany = middle
  }
  return withinLists(pair, order.slice(0, most))
}

function stepsIn(compared: readonly Compared[]): ReadonlySet<string> {
  return new Set(compared.flatMap(({ steps }) => steps))
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
