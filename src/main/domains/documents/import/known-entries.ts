import type { Education, Experience } from '#shared/career.ts'
import { foldForKey } from '../../../infra/text/fold.ts'
import { companyKey } from '../../jobs/match/matching.service.ts'
import { completedEntry } from '../../profile/career/career.service.ts'

type Test<T> = (own: T, other: T) => boolean

/** Posts under the ids of the own ones that they are. Pure. */
export function asKnownPosts(posts: readonly Experience[], own: readonly Experience[]): Experience[] {
  const isEmployer: Test<Experience> = (left, right) => companyKey(left.company) === companyKey(right.company)
  const isTitle: Test<Experience> = (left, right) => isEmployer(left, right) && isSame(left.title, right.title)
  return asKnown(posts, own, {
    isExact: (left, right) => isTitle(left, right) && isSameStart(left, right),
    isNear: (left, right) => isTitle(left, right) && isOverlapping(left, right),
    // A promotion has the title within its own, too: only what began with it is the same post.
    isLike: (left, right) => isEmployer(left, right) && isAlike(left.title, right.title) && isSameTime(left, right),
  })
}

/** Degrees under the ids of the own ones that they are. Pure. */
export function asKnownDegrees(degrees: readonly Education[], own: readonly Education[]): Education[] {
  const isField: Test<Education> = (left, right) => isAlike(left.field, right.field)
  const isName: Test<Education> = (left, right) =>
    isSame(left.institution, right.institution) && isSame(left.degree, right.degree) && isField(left, right)
  return asKnown(degrees, own, {
    isExact: (left, right) => isName(left, right) && isSameStart(left, right),
    isNear: (left, right) => isName(left, right) && isOverlapping(left, right),
    isLike: (left, right) =>
      isAlike(left.institution, right.institution) &&
      isAlike(left.degree, right.degree) &&
      isField(left, right) &&
      isSameTime(left, right),
  })
}

interface Likeness<T> {
  readonly isExact: Test<T>
  readonly isNear: Test<T>
  readonly isLike: Test<T>
}

/** Each is the own entry that says all of it already, else the one that is most like it; an own entry is that of one other at most that
 *  brings something. */
function asKnown<T extends Experience | Education>(
  incoming: readonly T[],
  own: readonly T[],
  { isExact, isNear, isLike }: Likeness<T>,
): T[] {
  const same = new Map<T, T>()
  const used = new Set<T>()
  /** `isShared`: several may be the same own entry, since none of them changes it. */
  const pair = (test: Test<T>, isShared = false) => {
    const taken = new Set(used)
    for (const entry of incoming) {
      const isFree = (other: T) => isShared || !taken.has(other)
      const found = same.has(entry) ? undefined : own.find((other) => isFree(other) && test(other, entry))
      if (found === undefined) continue
      same.set(entry, found)
      taken.add(found)
    }
    for (const entry of taken) used.add(entry)
  }
  const isAskedFor = (other: T, asking: T) => incoming.some((entry) => entry !== asking && isExact(other, entry))
  const hasExact = (entry: T) => own.some((other) => isExact(other, entry))
  pair((other, entry) => isExact(other, entry) && isSaid(other, entry), true)
  for (const test of [isNear, isLike])
    pair(
      (other, entry) => test(other, entry) && isSaid(other, entry) && !isAskedFor(other, entry) && !hasExact(entry),
      true,
    )
  for (const test of [isExact, isNear, isLike]) pair(test)
  return incoming.map((entry) => ({ ...entry, id: same.get(entry)?.id ?? entry.id }))
}

/** Whether the entry has nothing that the own one lacks. */
function isSaid<T extends Experience | Education>(own: T, entry: T): boolean {
  return JSON.stringify(completedEntry(own, entry)) === JSON.stringify(own)
}

interface Spell {
  readonly start: string | null
  readonly end: string | null
}

const isSame = (left: string, right: string): boolean => foldForKey(left) === foldForKey(right)

/** One within the other; what says nothing parts nothing. */
function isAlike(left: string, right: string): boolean {
  const [one, two] = [foldForKey(left), foldForKey(right)]
  return one === '' || two === '' || one.includes(two) || two.includes(one)
}

/** Years and months as far as both say them. */
function isSameStart({ start: left }: Spell, { start: right }: Spell): boolean {
  return left === null || right === null || compared(left, right) === 0
}

function isSameTime(left: Spell, right: Spell): boolean {
  if (!isSameStart(left, right)) return false
  return (left.start !== null && right.start !== null) || isOverlapping(left, right)
}

/** Whether both went on at some time: where one ends and the other begins, they only touch. What says nothing of its time parts
 *  nothing. */
function isOverlapping(left: Spell, right: Spell): boolean {
  const isUndated = ({ start, end }: Spell) => start === null && end === null
  if (isUndated(left) || isUndated(right)) return true
  if (left.start !== null && right.start !== null && compared(left.start, right.start) === 0) return true
  const isOver = ({ end }: Spell, { start }: Spell) => end !== null && start !== null && compared(end, start) <= 0
  return !isOver(left, right) && !isOver(right, left)
}

function compared(left: string, right: string): number {
  const exact = Math.min(left.length, right.length)
  return left.slice(0, exact).localeCompare(right.slice(0, exact), 'en')
}
