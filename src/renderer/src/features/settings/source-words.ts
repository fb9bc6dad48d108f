import type { Source } from '#shared/discovery.ts'
import { formatCount, formatDate, formatQuantity, type Locale } from '../../ui/format.ts'

/** What a source allows and how that is spread over the runs, in sentences; none for a source without an allowance. Pure. */
export function allowanceWords(source: Pick<Source, 'quotas' | 'plan' | 'isManualOnly'>, locale?: Locale): string[] {
  if (source.quotas.length === 0) return []
  const allowed = source.quotas.map(({ limit, per }, index) =>
    index === 0
      ? `${formatQuantity(limit, ['request', 'requests'], locale)} a ${per}`
      : `${formatCount(limit, locale)} a ${per}`,
  )
  const rule = `It allows ${new Intl.ListFormat('en').format(allowed)}.`
  const { plan } = source
  if (plan === null) return [rule]
  const used = `${formatCount(plan.used, locale)} of ${formatCount(plan.limit, locale)} of this ${plan.per} are used`
  const share =
    source.isManualOnly || plan.runsLeft === 0
      ? `until ${formatDate(plan.resetsAt, locale)}`
      : `each of the ${formatQuantity(plan.runsLeft, ['run', 'runs'], locale)} until ${formatDate(plan.resetsAt, locale)} may make ${formatCount(plan.perRun, locale)}`
  return [rule, `${used}; ${share}.`]
}
