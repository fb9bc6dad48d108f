import { compareLists, type Placed, woven } from './list-changes.ts'
import type { SectionKind } from './documents.ts'

/** The single steps from one tree of parts to another, and taking some of them. Knows nothing of what the parts are. */

export type HunkType = 'changed' | 'added' | 'removed' | 'moved' | 'shown' | 'hidden' | 'cited'

/** Where in a document something is; null where it belongs to none. */
export interface HunkPlace {
  readonly section: { readonly id: string; readonly kind: SectionKind; readonly title: string } | null
  readonly item: { readonly id: string; readonly title: string; readonly organisation: string } | null
}

/** `at` is the id of the sentence, item, group or section; of a line on top or of a letter ('field') its name: "email",
 *  "recipient.company". `before` is null for what is new, `after` for what goes. 'cited': it rests on other facts, and says the same.
 *  `from`: where something that moved stood before. */
export interface Hunk {
  readonly id: string
  readonly type: HunkType
  readonly what: 'sentence' | 'item' | 'group' | 'section' | 'field' | 'document'
  readonly at: string
  readonly place: HunkPlace
  readonly from: HunkPlace | null
  readonly before: string | null
  readonly after: string | null
}

export interface Part {
  readonly id: string
  readonly isShown: boolean
}

export interface Pair<T> {
  readonly base: T
  readonly proposal: T
}

/** Where the walk through a document stands. */
export interface Spot {
  readonly path: string
  readonly place: HunkPlace
}

/** Lines of a whole that change one by one. */
export interface Field<T> {
  readonly name: string
  readonly type: (proposal: T) => HunkType
  readonly value: (whole: T) => unknown
  /** The whole with this line of the other one. */
  readonly put: (whole: T, other: T) => T
  readonly words: (whole: T) => string
}

/** A list of parts within a whole. */
export interface PartList<T> {
  readonly steps: (pair: Pair<T>, spot: Spot) => Hunk[]
  readonly take: (pair: Pair<T>, taking: Taking) => Partial<T>
  /** The accepted steps that add more than the list, or one within it, can hold: the last of them. */
  readonly surplus: (pair: Pair<T>, taking: Taking) => string[]
}

export interface Taking {
  readonly path: string
  readonly accepted: ReadonlySet<string>
}

/** How a kind of part is compared. */
export interface Shape<T extends Part> {
  readonly what: Hunk['what']
  /** What it says itself. */
  readonly own: (part: T) => Partial<T>
  readonly cites: (part: T) => Partial<T>
  /** Its own words, and those of everything in it. */
  readonly line: (part: T) => string
  readonly whole: (part: T) => string
  readonly inside: (part: T, place: HunkPlace) => HunkPlace
  readonly lists: readonly PartList<T>[]
}

export function fieldSteps<T>(fields: readonly Field<T>[], { base, proposal }: Pair<T>): Hunk[] {
  return fields
    .filter((field) => differs(field.value(base), field.value(proposal)))
    .map((field) => ({
      id: fieldStep(field),
      type: field.type(proposal),
      what: 'field',
      at: field.name,
      place: { section: null, item: null },
      from: null,
      before: field.words(base),
      after: field.words(proposal),
    }))
}

export function takeFields<T>(
  fields: readonly Field<T>[],
  { base, proposal, accepted }: Pair<T> & Pick<Taking, 'accepted'>,
): T {
  const taken = fields.filter((field) => accepted.has(fieldStep(field)))
  return taken.reduce((whole, field) => field.put(whole, proposal), base)
}

function fieldStep<T>({ name }: Field<T>): string {
  return `field/${name}`
}

export interface ListOptions<T, C extends Part> {
  readonly name: string
  /** How many it holds. */
  readonly most: number
  readonly shape: Shape<C>
  readonly get: (whole: T) => readonly C[]
  readonly put: (parts: C[]) => Partial<T>
}

export function listOf<T, C extends Part>(list: ListOptions<T, C>): PartList<T> {
  const { name, shape, get, put } = list
  return {
    steps: ({ base, proposal }, spot) => {
      const changes = compareLists(get(base), get(proposal))
      const known = new Map(changes.base.map((placed) => [placed.key, placed]))
      const proposed = new Set(changes.proposal.map(({ key }) => key))
      const everything = woven(changes, { asInBase: ({ key }) => !proposed.has(key), asInProposal: () => true })
      const after = new Map(changes.proposal.map((placed) => [placed.key, placed]))
      return everything.flatMap(({ key }) =>
        placedSteps(shape, {
          base: known.get(key)?.part ?? null,
          proposal: after.get(key)?.part ?? null,
          isMoved: known.has(key) && after.has(key) && !changes.stable.has(key),
          spot: { path: `${spot.path}/${name}/${key}`, place: spot.place },
        }),
      )
    },
    take: (pair, taking) => {
      const parts = takenOf(list, pair, taking).map(({ base, proposal, part, path }) =>
        base === null || proposal === null
          ? part
          : takePart(shape, { base, proposal, path, accepted: taking.accepted }),
      )
      return put(parts)
    },
    surplus: (pair, taking) => {
      const taken = takenOf(list, pair, taking)
      const added = taken.filter(({ base }) => base === null).map(({ path }) => stepId('added', path))
      const tooMany = Math.max(0, taken.length - list.most)
      const within = taken.flatMap(({ base, proposal, path }) =>
        base === null || proposal === null
          ? []
          : shape.lists.flatMap((inner) => inner.surplus({ base, proposal }, { path, accepted: taking.accepted })),
      )
      return [...(tooMany === 0 ? [] : added.slice(-tooMany)), ...within]
    },
  }
}

interface Taken<C> {
  readonly part: C
  /** Null where it is not in that list. */
  readonly base: C | null
  readonly proposal: C | null
  readonly path: string
}

/** What of both lists is taken, in its order. */
function takenOf<T, C extends Part>(
  { name, get }: ListOptions<T, C>,
  { base, proposal }: Pair<T>,
  { path, accepted }: Taking,
): Taken<C>[] {
  const changes = compareLists(get(base), get(proposal))
  const before = new Map(changes.base.map((placed) => [placed.key, placed.part]))
  const after = new Map(changes.proposal.map((placed) => [placed.key, placed.part]))
  const pathOf = ({ key }: Placed<C>) => `${path}/${name}/${key}`
  const has = (type: HunkType, placed: Placed<C>) => accepted.has(stepId(type, pathOf(placed)))
  const order = woven(changes, {
    asInBase: (placed) => !has(after.has(placed.key) ? 'moved' : 'removed', placed),
    asInProposal: (placed) => has(before.has(placed.key) ? 'moved' : 'added', placed),
  })
  return order.map((placed) => ({
    part: placed.part,
    base: before.get(placed.key) ?? null,
    proposal: after.get(placed.key) ?? null,
    path: pathOf(placed),
  }))
}

function stepId(type: HunkType, path: string): string {
  return `${type}:${path}`
}

interface PlacedPair<C> {
  readonly base: C | null
  readonly proposal: C | null
  readonly isMoved: boolean
  readonly spot: Spot
}

function placedSteps<C extends Part>(shape: Shape<C>, { base, proposal, isMoved, spot }: PlacedPair<C>): Hunk[] {
  const step = (type: HunkType, words: Pick<Hunk, 'before' | 'after'>): Hunk => ({
    id: stepId(type, spot.path),
    type,
    what: shape.what,
    at: (base ?? proposal)?.id ?? '',
    place: spot.place,
    from: type === 'moved' ? spot.place : null,
    ...words,
  })
  if (base === null) return proposal === null ? [] : [step('added', { before: null, after: shape.whole(proposal) })]
  if (proposal === null) return [step('removed', { before: shape.whole(base), after: null })]
  const words = { before: shape.line(base), after: shape.line(proposal) }
  const isSaidOtherwise = differs(shape.own(base), shape.own(proposal))
  const isCitedOtherwise = !isSaidOtherwise && differs(shape.cites(base), shape.cites(proposal))
  const inside = { path: spot.path, place: shape.inside(base, spot.place) }
  return [
    ...(isMoved ? [step('moved', words)] : []),
    ...(base.isShown === proposal.isShown ? [] : [step(proposal.isShown ? 'shown' : 'hidden', words)]),
    ...(isSaidOtherwise ? [step('changed', words)] : []),
    ...(isCitedOtherwise ? [step('cited', words)] : []),
    ...shape.lists.flatMap((list) => list.steps({ base, proposal }, inside)),
  ]
}

function takePart<C extends Part>(shape: Shape<C>, { base, proposal, path, accepted }: Pair<C> & Taking): C {
  const has = (type: HunkType) => accepted.has(stepId(type, path))
  const isShown = has('shown') || has('hidden') ? proposal.isShown : base.isShown
  return {
    ...base,
    isShown,
    // What is said otherwise rests on what it cites.
    ...(has('changed') ? { ...shape.own(proposal), ...shape.cites(proposal) } : {}),
    ...(has('cited') ? shape.cites(proposal) : {}),
    ...takeLists(shape.lists, { base, proposal, path, accepted }),
  }
}

export function takeLists<T>(
  lists: readonly PartList<T>[],
  { base, proposal, ...taking }: Pair<T> & Taking,
): Partial<T> {
  return lists.reduce<Partial<T>>((taken, list) => ({ ...taken, ...list.take({ base, proposal }, taking) }), {})
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
