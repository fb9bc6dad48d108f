import { AppError, type WorkProblem } from '#shared/errors.ts'
import type { ResumeReading } from '#shared/resume-import.ts'
import { type FileExcess, TOO_MUCH } from '../import/file/too-much.ts'
import { shownName } from '../import/file/shown-name.ts'
import type { WorkOutcome } from './kept-thread.ts'

/** Work that has no result. */
export type Undone = Exclude<WorkOutcome, { readonly state: 'done' }>

const DRAWING_WORDS: Readonly<Record<WorkProblem, string>> = {
  time: 'The document takes too long to draw. Make it shorter, or make two of it.',
  memory: 'The document needs too much memory to draw. Make it shorter, or make two of it.',
  ended: 'Drawing the document ended before it was done. Try it once more; if that does not help, make it shorter.',
}
const READING_ENDED =
  'Reading the file ended before it was done. Choose it once more; if that does not help, save the résumé anew as PDF or DOCX.'

/** What is thrown for a drawing without a result. Pure. */
export function drawingProblem(outcome: Undone): Error {
  const problem = workProblem(outcome)
  return problem === null
    ? unforeseen(outcome)
    : new AppError('WORK_ENDED', { problem, reason: DRAWING_WORDS[problem] })
}

/** What is thrown for a reading without a result that is not the fault of the file. Pure. */
export function readingProblem(outcome: Undone): Error {
  return workProblem(outcome) === null
    ? unforeseen(outcome)
    : new AppError('WORK_ENDED', { problem: 'ended', reason: READING_ENDED })
}

/** The answer to a file that asks for more than a résumé does; null when it is not the fault of the file. Pure. */
export function refusedReading(outcome: Undone, name: string): ResumeReading | null {
  const problem = workProblem(outcome)
  return problem === null || problem === 'ended' ? null : refusedFile(problem, name)
}

/** The answer to a file that is not read for what it asks for. Pure. */
export function refusedFile(excess: FileExcess, name: string): ResumeReading {
  return {
    status: 'unsupported',
    message: TOO_MUCH[excess],
    fileName: shownName(name),
    pages: null,
    language: null,
    suggestions: [],
    unread: [],
  }
}

/** Null: it failed in a way that nobody foresaw. */
function workProblem(outcome: Undone): WorkProblem | null {
  if (outcome.state === 'late') return 'time'
  if (outcome.state === 'gone') return outcome.end.isOutOfMemory ? 'memory' : 'ended'
  return null
}

function unforeseen(outcome: Undone): Error {
  return new Error(outcome.state === 'failed' ? outcome.problem : 'Work on a document was left')
}
