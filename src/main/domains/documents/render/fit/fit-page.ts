import type { DocumentContent, DocumentStyle, FitReport } from '#shared/documents.ts'
import type { Tightness } from '../look.ts'
import { leavable, namedOnce, tightenings } from './fit-plan.ts'

/** Something that was written, and on how many pages it stands. */
interface Written {
  readonly pages: number
}

interface Fitting<T extends Written> {
  readonly content: DocumentContent
  readonly style: DocumentStyle
  readonly write: (how: { tightness: Tightness; left: ReadonlySet<string> }) => Promise<T>
}

interface Fitted<T> {
  readonly written: T
  readonly left: ReadonlySet<string>
  readonly fit: FitReport
}

/** Writes the content, on one page when the style asks for it: first set closer, then smaller down to the floor, then with as little left
 *  out as makes it fit. When nothing of that is enough, all of it is written at the floor, and the report says that it did not fit. */
export async function fitted<T extends Written>({ content, style, write }: Fitting<T>): Promise<Fitted<T>> {
  const whole = { scale: style.scale, spacing: 1 }
  const none = new Set<string>()
  const first = await write({ tightness: whole, left: none })
  if (!style.isOnePage || first.pages <= 1) return all(first, whole, first.pages <= 1)

  const steps = tightenings(style.scale)
  const floor = steps.at(-1) ?? whole
  const atFloor = await write({ tightness: floor, left: none })
  if (atFloor.pages <= 1) {
    const loosest = await leastThatFits(steps.slice(1, -1), (tightness) => write({ tightness, left: none }))
    return loosest === null ? all(atFloor, floor, true) : all(loosest.written, loosest.step, true)
  }

  const candidates = leavable(content)
  const counts = candidates.map((_, index) => index + 1)
  const least = await leastThatFits(counts, (count) =>
    write({ tightness: floor, left: idsOf(candidates.slice(0, count)) }),
  )
  if (least === null) return all(atFloor, floor, false)
  const left = candidates.slice(0, least.step)
  return {
    written: least.written,
    left: idsOf(left),
    fit: { isFitted: true, scale: floor.scale, left: namedOnce(content, left) },
  }
}

function all<T>(written: T, { scale }: Tightness, isFitted: boolean): Fitted<T> {
  return { written, left: new Set(), fit: { isFitted, scale, left: [] } }
}

function idsOf(parts: readonly { readonly id: string }[]): Set<string> {
  return new Set(parts.map(({ id }) => id))
}

/** The first of ever stronger steps with which it fits, by halving; null when the last does not do. */
async function leastThatFits<S, T extends Written>(
  steps: readonly S[],
  write: (step: S) => Promise<T>,
): Promise<{ step: S; written: T } | null> {
  let found: { step: S; written: T } | null = null
  let low = 0
  let high = steps.length - 1
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const step = steps[middle]
    if (step === undefined) return found
    // oxlint-disable-next-line no-await-in-loop -- which one is next depends on this one
    const written = await write(step)
    if (written.pages <= 1) {
      found = { step, written }
      high = middle - 1
    } else low = middle + 1
  }
  return found
}
