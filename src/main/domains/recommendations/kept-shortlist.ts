import type { Clock } from '../../infra/time/clock.ts'
import { inTurns } from '../../infra/time/turns.ts'
import type { MatchingService } from '../jobs/match/matching.service.ts'
import type { ScoreBasis } from './scores/score-jobs.task.ts'
import type { StandingScores } from './scores/scores.repo.ts'
import type { Comparing, Ranking, Shortlist } from './shortlist.ts'

/** A shortlist is as good as new for so long, by the original specification. */
const KEPT_MS = 15 * 60_000
/** While jobs come in, a list is not made anew for each of them. */
const BEHIND_MS = 5_000
/** Columns that are not there by then may never be: the index is asked instead. */
const STAND_IN_MS = 60_000

/** A shortlist with what it was made of, and when (UTC ms). `isStandIn`: out of the scores of other jobs, until the columns are there. */
export interface Kept {
  readonly profileBasis: string
  readonly jobsVersion: string
  readonly shortlist: Shortlist
  readonly comparing: Comparing
  readonly madeAt: number
  readonly isStandIn: boolean
}

/** Scores that a list may be made of before the columns are there. `isOfNow`: they are of the jobs of now, so that it needs no better one. */
export interface Standing {
  readonly scores: StandingScores
  readonly isOfNow: boolean
}

export interface KeptShortlistOptions {
  readonly clock: Clock
  readonly matching: Pick<MatchingService, 'columns' | 'version'>
  readonly ranking: Pick<Ranking, 'shortlist' | 'ofScores'>
  /** What a list would be made of now; null: the profile says nothing. */
  readonly basis: () => ScoreBasis | null
  /** The same, but only what it is called by: it is looked at after every turn. */
  readonly profileBasis: () => string | null
  readonly isClosing: () => boolean
  /** Null: there are none for this profile. */
  readonly standing: (basis: ScoreBasis) => Standing | null
}

interface Making {
  readonly profileBasis: string
  readonly done: Promise<Kept | null>
}

/** Keeps one shortlist, and makes it anew in turns when profile, weights or jobs are others. Who asks meanwhile waits for the same one; what
 *  was made for a profile or weights of before is dropped. Null: the profile says nothing. Rejects when the app closes meanwhile. */
export function createKeptShortlist(options: KeptShortlistOptions): () => Promise<Kept | null> {
  const { clock, matching, ranking, isClosing } = options
  let kept: Kept | null = null
  let making: Making | null = null
  let stoodInAt: number | null = null

  /** For the first lists of a process, and never in place of a list that was made in full. */
  function mayStandIn(profileBasis: string): boolean {
    if (matching.columns().isReady) return false
    if (kept?.profileBasis === profileBasis && !kept.isStandIn) return false
    return stoodInAt === null || isWithin(clock.now() - stoodInAt, STAND_IN_MS)
  }

  function goodFor(profileBasis: string, jobsVersion: string): Kept | null {
    if (kept === null || kept.profileBasis !== profileBasis) return null
    if (kept.isStandIn && !mayStandIn(profileBasis)) return null
    const goodMs = kept.jobsVersion === jobsVersion ? KEPT_MS : BEHIND_MS
    return isWithin(clock.now() - kept.madeAt, goodMs) ? kept : null
  }

  /** Null: it is no longer wanted. */
  async function make(basis: ScoreBasis, jobsVersion: string): Promise<Kept | null> {
    const { profileBasis, context } = basis
    const standing = mayStandIn(profileBasis) ? options.standing(basis) : null
    const steps = standing === null ? ranking.shortlist(basis) : ranking.ofScores(basis, standing.scores)
    const isWanted = () => !isClosing() && options.profileBasis() === profileBasis
    const shortlist = await inTurns(steps, isWanted)
    if (shortlist === null || !isWanted()) return null
    const isStandIn = standing !== null && !standing.isOfNow
    if (isStandIn) stoodInAt ??= clock.now()
    kept = { profileBasis, jobsVersion, shortlist, comparing: basis, madeAt: context.nowMs, isStandIn }
    return kept
  }

  function begin(basis: ScoreBasis, jobsVersion: string): Making {
    const done = make(basis, jobsVersion).finally(() => {
      if (making === own) making = null
    })
    const own: Making = { profileBasis: basis.profileBasis, done }
    return own
  }

  return async function current(): Promise<Kept | null> {
    if (isClosing()) throw new Error('the app is closing')
    const profileBasis = options.profileBasis()
    if (profileBasis === null) return null
    const jobsVersion = matching.version()
    const good = goodFor(profileBasis, jobsVersion)
    if (good !== null) return good
    if (making?.profileBasis !== profileBasis) {
      const basis = options.basis()
      if (basis === null) return null
      making = begin(basis, jobsVersion)
    }
    return (await making.done) ?? (await current())
  }
}

/** A clock that was set back says nothing of an age. */
function isWithin(ageMs: number, limitMs: number): boolean {
  return ageMs >= 0 && ageMs < limitMs
}
