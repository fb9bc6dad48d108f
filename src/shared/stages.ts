import { z } from 'zod'

/** Where an application stands. The first four are open, the others closed. */
export const STAGES = [
  'saved',
  'applied',
  'interviewing',
  'offered',
  'accepted',
  'declined',
  'rejected',
  'withdrawn',
  'ghosted',
] as const
export const stageSchema = z.enum(STAGES)
export type Stage = z.infer<typeof stageSchema>
export const OPEN_STAGES: readonly Stage[] = ['saved', 'applied', 'interviewing', 'offered']

/** 'skip' leaves out a stage between; 'back' puts a slip right; 'reopen' is for an employer that comes back, or a mind that changes. */
export type MoveKind = 'forward' | 'skip' | 'close' | 'back' | 'reopen'

/** Who moves: the user, or the app by a rule the user has switched on. */
export type Mover = 'user' | 'app'

const MOVES: Readonly<Record<Stage, Readonly<Partial<Record<Stage, MoveKind>>>>> = {
  saved: { applied: 'forward', interviewing: 'skip', offered: 'skip', withdrawn: 'close' },
  applied: {
    interviewing: 'forward',
    offered: 'skip',
    rejected: 'close',
    withdrawn: 'close',
    ghosted: 'close',
    saved: 'back',
  },
  interviewing: { offered: 'forward', rejected: 'close', withdrawn: 'close', ghosted: 'close', applied: 'back' },
  offered: { accepted: 'close', declined: 'close', rejected: 'close', interviewing: 'back' },
  accepted: { declined: 'reopen', offered: 'back' },
  declined: { accepted: 'reopen', offered: 'back' },
  rejected: { applied: 'back', interviewing: 'reopen', offered: 'reopen' },
  withdrawn: { saved: 'back', applied: 'back', interviewing: 'reopen' },
  ghosted: { applied: 'back', interviewing: 'reopen', offered: 'reopen', rejected: 'close', withdrawn: 'close' },
}

/** What the app may do by itself: nothing that leaves a stage out, closes or reopens. */
const OF_THE_APP: ReadonlySet<MoveKind> = new Set(['forward'])

/** Where an application may go from here. In the order of STAGES. Pure. */
export function movesFrom(stage: Stage, mover: Mover = 'user'): Stage[] {
  return STAGES.filter((to) => moveKind(stage, to, mover) !== null)
}

/** Null: the move is not allowed, or none. Pure. */
export function moveKind(from: Stage, to: Stage, mover: Mover = 'user'): MoveKind | null {
  const kind = MOVES[from][to] ?? null
  return kind !== null && mover === 'app' && !OF_THE_APP.has(kind) ? null : kind
}
