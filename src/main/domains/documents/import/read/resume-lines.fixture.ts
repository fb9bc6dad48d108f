import type { Suggestion } from '#shared/resume-import.ts'
import type { ResumeLine } from '../file/resume-line.ts'
import { readResume } from './read-resume.ts'

export type Written = string | (Partial<ResumeLine> & { readonly text: string })

/** Lines of a page for tests: plain ones as text, others with what sets them apart. Two spaces part cells. */
export function resumeLines(...written: readonly Written[]): ResumeLine[] {
  return written.map((each) => {
    const line = typeof each === 'string' ? { text: each } : each
    return {
      cells: line.text.split(/\s{2,}/u),
      x: 50,
      right: 300,
      size: 10,
      isBold: false,
      isBullet: false,
      isWrapped: false,
      gap: 1.4,
      flow: 0,
      page: 0,
      ...line,
    }
  })
}

/** A heading of known looks. */
export const headingLine = (text: string): Written => ({ text, size: 13, isBold: true, gap: 2.2 })
/** A line that is set in. */
export const noteLine = (text: string): Written => ({ text, x: 64 })

/** What is read from such lines. */
export function suggestionsOf(...written: readonly Written[]): readonly Suggestion[] {
  let next = 0
  const steps = readResume({ lines: resumeLines(...written), links: [], stray: [], pages: 1, isCut: false }, () => {
    next += 1
    return `fact${next}xxxx`
  })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value.suggestions
}
