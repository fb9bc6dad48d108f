import type { Source } from '#shared/discovery.ts'
import { formatCount, formatDate, formatDateTime, formatQuantity, type Locale } from '../../ui/format.ts'

/** What a source allows and how that is spread over the runs, in sentences; none for a source without an allowance. Pure. */
export function allowanceWords(source: Pick<Source, 'quotas' | 'plan' | 'isManualOnly'>, locale?: Locale): string[] {
  if (source.quotas.length === 0) return []
  const allowed = source.quotas.map(({ limit, per }, index) =>
    index === 0
      ? `${formatQuantity(limit, ['request', 'requests'], locale)} ${aWindow(per)}`
      : `${formatCount(limit, locale)} ${aWindow(per)}`,
  )
  const rule = `It allows ${new Intl.ListFormat('en').format(allowed)}.`
  const { plan } = source
  if (plan === null) return [rule]
  const used = `${formatCount(plan.used, locale)} of ${formatCount(plan.limit, locale)} of this ${plan.per} are used`
  const until = LONG.has(plan.per) ? formatDate(plan.resetsAt, locale) : formatDateTime(plan.resetsAt, locale)
  const share =
    source.isManualOnly || plan.runsLeft === 0
      ? `they are counted anew from ${until}`
      : `${plan.runsLeft === 1 ? 'the one run' : `each of the ${formatCount(plan.runsLeft, locale)} runs`} until ${until} may make ${formatCount(plan.perRun, locale)}`
  return [rule, `${used}; ${share}.`]
}

const LONG: ReadonlySet<string> = new Set(['week', 'month'])

function aWindow(per: string): string {
  return per === 'hour' ? 'an hour' : `a ${per}`
}
