import { ORPCError } from '@orpc/client'
import type { Twice } from '#shared/applications.ts'
import { errors } from '#shared/errors.ts'
import type { Stage } from '#shared/stages.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { STAGE_WORDS } from '../words/stage-words.ts'

interface Said {
  readonly title: string
  readonly message: string
}

/** Why a move did not come about, and what to do next. Chooses by code. Pure. */
export function moveProblem(error: unknown): Said {
  if (error instanceof ORPCError) {
    if (error.code === 'STALE') {
      return {
        title: 'It was moved elsewhere',
        message: 'Another window or rule changed it in the meantime. It is shown as it is now.',
      }
    }
    if (error.code === 'NOT_FOUND') {
      return { title: 'It is not here any more', message: 'The application or its column was removed elsewhere.' }
    }
    const refused = error.code === 'STAGE_NOT_ALLOWED' ? errors.STAGE_NOT_ALLOWED.data.safeParse(error.data) : null
    if (refused?.success) {
      const { from, to, allowed } = refused.data
      return {
        title: `Not from ${STAGE_WORDS[from]} to ${STAGE_WORDS[to]}`,
        message: `From where it stands it may go to ${orList(allowed.map((stage) => STAGE_WORDS[stage]))}.`,
      }
    }
  }
  return describeProblem(error)
}

/** Why taking moves back did not come about. Pure. */
export function undoProblem(error: unknown): Said {
  if (error instanceof ORPCError && error.code === 'STALE')
    return { title: 'Not taken back', message: 'It was moved again since. It stays as it is now.' }
  return moveProblem(error)
}

/** Why a column does not take a card, in one short sentence. Pure. */
export function refusalWords(from: Stage, to: Stage): string {
  return `Not from ${STAGE_WORDS[from]} to ${STAGE_WORDS[to]}`
}

/** What moving many came to: what is said, and null or what is said of those that could not go. Pure. */
export function movedManyWords(options: { readonly moved: number; readonly refused: number; readonly goal: string }): {
  readonly said: string
  readonly refused: string | null
} {
  const { moved, refused, goal } = options
  const word = (count: number) => formatQuantity(count, ['application', 'applications'])
  return {
    said: `${word(moved)} moved to ${goal}`,
    refused: refused === 0 ? null : `${word(refused)} cannot go to ${goal} from where they stand, and stay there.`,
  }
}

/** What removing came to: those that went, and those that somebody else had removed. Pure. */
export function removedWords({ removed, gone }: { readonly removed: number; readonly gone: number }): string {
  const word = (count: number) => formatQuantity(count, ['application', 'applications'])
  const were = gone === 1 ? 'was' : 'were'
  if (removed === 0) return gone === 1 ? 'It was gone already' : `All ${word(gone)} were gone already`
  return gone === 0 ? `${word(removed)} removed` : `${word(removed)} removed, ${gone} ${were} gone already`
}

/** That an application may be one too many, in a sentence that names the other. Pure. */
export function twiceWords(twice: Pick<Twice, 'reason' | 'title' | 'company' | 'stage'>): string {
  const stage = STAGE_WORDS[twice.stage].toLowerCase()
  const words: Readonly<Record<Twice['reason'], string>> = {
    same_job: `You already have an application for this job: it is ${stage}.`,
    same_opening: `${twice.company} has another of yours with this title: it is ${stage}.`,
    same_company: `You have another at ${twice.company}: ${twice.title}, ${stage}.`,
  }
  return words[twice.reason]
}

/** 'A', 'A or B', 'A, B or C'. Pure. */
export function orList(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? 'nowhere'
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
