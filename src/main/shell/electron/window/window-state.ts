import { z } from 'zod'

export const MIN_SIZE = { width: 720, height: 480 } as const
const DEFAULT_SIZE = { width: 1280, height: 840 } as const
/** A window of which less than this is on any screen cannot be taken hold of. */
const GRIP = { width: 120, height: 48 } as const

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const pixel = z.number().int().min(-100_000).max(100_000)
const size = z.number().int().min(1).max(100_000)
const shellStateSchema = z.object({
  bounds: z.object({ x: pixel, y: pixel, width: size, height: size }).nullable().catch(null).default(null),
  isMaximized: z.boolean().catch(false).default(false),
  isKeptInTray: z.boolean().catch(false).default(false),
})

/** What the shell remembers: the window's place when it is not maximised, in the screens' common coordinates, and whether
 *  closing it leaves the app in the tray. */
export type ShellState = z.infer<typeof shellStateSchema>

/** The remembered state; whatever does not fit falls back to its default, field by field. Pure. */
export function readShellState(stored: unknown): ShellState {
  const parsed = shellStateSchema.safeParse(stored)
  return parsed.success ? parsed.data : shellStateSchema.parse({})
}

/** Where the window opens: where it was, pushed wholly onto the screen that shows most of it; in the middle of the first screen
 *  when it is new, or its screen is gone. `workAreas` are the screens without their bars, the primary one first. Pure. */
export function placeWindow(bounds: Rect | null, workAreas: readonly Rect[]): Rect {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE }
  if (bounds === null) return centred(DEFAULT_SIZE, primary)
  const area = workAreas.find((candidate) => overlap(bounds, candidate).size === largest(bounds, workAreas))
  const shown = area === undefined ? null : overlap(bounds, area)
  if (area === undefined || shown === null || shown.width < GRIP.width || shown.height < GRIP.height) {
    return centred(bounds, primary)
  }
  const fitted = fit(bounds, area)
  return {
    ...fitted,
    x: shift(bounds.x, fitted.width, area.x, area.width),
    y: shift(bounds.y, fitted.height, area.y, area.height),
  }
}

function largest(bounds: Rect, areas: readonly Rect[]): number {
  return areas.reduce((most, area) => Math.max(most, overlap(bounds, area).size), 0)
}

function overlap(a: Rect, b: Rect): { width: number; height: number; size: number } {
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x))
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))
  return { width, height, size: width * height }
}

type Size = Pick<Rect, 'width' | 'height'>

function fit(wanted: Size, area: Rect): Size {
  return {
    width: Math.max(MIN_SIZE.width, Math.min(wanted.width, area.width)),
    height: Math.max(MIN_SIZE.height, Math.min(wanted.height, area.height)),
  }
}

function centred(wanted: Size, area: Rect): Rect {
  const fitted = fit(wanted, area)
  return {
    ...fitted,
    x: area.x + Math.max(0, Math.round((area.width - fitted.width) / 2)),
    y: area.y + Math.max(0, Math.round((area.height - fitted.height) / 2)),
  }
}

/** A window larger than its screen starts at the screen's edge, so that its title bar can be reached. */
function shift(start: number, length: number, areaStart: number, areaLength: number): number {
  return Math.max(areaStart, Math.min(start, areaStart + areaLength - length))
}
