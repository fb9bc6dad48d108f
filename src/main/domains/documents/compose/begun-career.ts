import type { Career } from '#shared/career.ts'

/** Where a span stands against a month. 'unsaid': without dates, or it ends in the very month or year, nobody knows. */
export type SpanState = 'ahead' | 'ongoing' | 'over' | 'unsaid'

interface CareerSpan {
  readonly start: string | null
  readonly end: string | null
}

/** The month in which the letter is written, "2026-03". `now` in UTC epoch ms, `zone` IANA. Pure. */
export function monthOf({ now, zone: timeZone }: { now: number; zone: string }): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone }).format(now).slice(0, 7)
}

/** Pure. */
export function spanState({ start, end }: CareerSpan, month: string): SpanState {
  if (start !== null && isAfter(start, month)) return 'ahead'
  if (end === null) return start === null ? 'unsaid' : 'ongoing'
  if (isAfter(end, month)) return 'ongoing'
  return month.startsWith(end) ? 'unsaid' : 'over'
}

/** A career without posts, studies and projects that have not begun. Pure. */
export function begunCareer(career: Career, month: string): Career {
  const hasBegun = (span: CareerSpan) => spanState(span, month) !== 'ahead'
  return {
    ...career,
    experiences: career.experiences.filter(hasBegun),
    education: career.education.filter(hasBegun),
    projects: career.projects.filter(hasBegun),
  }
}

/** A year alone is after when the whole of it is. */
function isAfter(date: string, month: string): boolean {
  return date > month.slice(0, date.length)
}
