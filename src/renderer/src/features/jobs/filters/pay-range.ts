import type { Locale } from '../../../ui/format.ts'
import { formatEurShort } from '../facts/salary.ts'

/** What the salary filter is set to: 'from €60K', 'up to €80K', '€60K to €80K'; null when it is off. Pure. */
export function payRangeWord(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  locale?: Locale,
): string | null {
  if (min !== null && max !== null) return `${formatEurShort(min, locale)} to ${formatEurShort(max, locale)}`
  if (min !== null) return `from ${formatEurShort(min, locale)}`
  return max === null ? null : `up to ${formatEurShort(max, locale)}`
}
