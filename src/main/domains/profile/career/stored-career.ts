import { type Career, careerSchema } from '#shared/career.ts'

type Path = readonly PropertyKey[]

/** What is left of a stored career when the parts that no longer fit are taken as not said: a field first, else the entry that cannot
 *  be without it. `dropped`: the paths of these. Pure. */
export function fittingCareer(stored: unknown): { readonly career: Career; readonly dropped: readonly string[] } {
  const copy: unknown = structuredClone(stored)
  const dropped: string[] = []
  if (!isHolder(copy) || Array.isArray(copy)) return { career: careerSchema.parse({}), dropped: ['career'] }
  // Every round takes something out, so that it ends.
  for (;;) {
    const parsed = careerSchema.safeParse(copy)
    if (parsed.success) return { career: parsed.data, dropped }
    const paths = parsed.error.issues.map(({ path }) => removable(copy, path))
    for (const path of lastFirst(paths)) {
      takeOut(copy, path)
      dropped.push(path.join('.'))
    }
  }
}

/** The deepest thing on the way that is there to be taken out. */
function removable(root: object, path: Path): Path {
  let at = path
  while (at.length > 1 && !isThere(root, at)) at = at.slice(0, -1)
  return at
}

/** Each once, the deepest first and entries of a list from its end, so that the places of the others still hold; none inside another
 *  that goes too. */
function lastFirst(paths: readonly Path[]): Path[] {
  const distinct = [...new Map(paths.map((path) => [path.join('\0'), path])).values()]
  const outermost = distinct.filter(
    (path) => !distinct.some((other) => other.length < path.length && other.every((step, at) => step === path[at])),
  )
  return outermost.toSorted((a, b) => b.length - a.length || indexOf(b) - indexOf(a))
}

function indexOf(path: Path): number {
  const last = path.at(-1)
  return typeof last === 'number' ? last : -1
}

function holderOf(root: object, path: Path): object | null {
  let at: unknown = root
  for (const step of path.slice(0, -1)) {
    if (!isHolder(at) || !Object.hasOwn(at, step)) return null
    at = Reflect.get(at, step)
  }
  return isHolder(at) ? at : null
}

function isThere(root: object, path: Path): boolean {
  const holder = holderOf(root, path)
  const last = path.at(-1)
  return holder !== null && last !== undefined && Object.hasOwn(holder, last)
}

function takeOut(root: object, path: Path): void {
  const holder = holderOf(root, path)
  const last = path.at(-1)
  if (holder === null || last === undefined) return
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else Reflect.deleteProperty(holder, last)
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
