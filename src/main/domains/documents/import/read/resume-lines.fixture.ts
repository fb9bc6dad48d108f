import type { ResumeLine } from '../file/resume-line.ts'

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
