const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The ISO day that somebody writes: '2026-12-04', '4 Dec 2026', '4.12.2026', '4/12/26', 'today', 'tomorrow'. Days come before months.
 *  `today` is an ISO day; without a year it is the next such day from it on. Null for what is no day. Pure. */
export function readDay(text: string, today: string): string | null {
  const said = text.trim().toLowerCase()
  if (said === 'today') return today
  if (said === 'tomorrow') return new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})[./](\d{1,2})[./]?(\d{2}|\d{4})?$/.exec(said)
  if (figures) return withYear({ day: Number(figures[1]), month: Number(figures[2]), year: figures[3], today })
  const named = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?,?\s*(\d{4})?$/.exec(said)
  const month = MONTHS.indexOf(named?.[2]?.slice(0, 3) ?? '') + 1
  return named && month > 0 ? withYear({ day: Number(named[1]), month, year: named[3], today }) : null
}

function withYear(written: { day: number; month: number; year: string | undefined; today: string }): string | null {
  const { day, month, year, today } = written
  if (year !== undefined) return dayOf(Number(year) + (year.length === 2 ? 2000 : 0), month, day)
  const thisYear = Number(today.slice(0, 4))
  const found = dayOf(thisYear, month, day)
  return found !== null && found >= today ? found : dayOf(thisYear + 1, month, day)
}

/** Null when no month has this day. */
function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isReal ? at.toISOString().slice(0, 10) : null
}
