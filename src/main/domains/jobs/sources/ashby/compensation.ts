import { z } from 'zod'
import type { StatedSalary } from '../../posting.ts'
import { anything, list, text } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'

const compensationSchema = z.object({
  compensationTierSummary: text,
  scrapeableCompensationSalarySummary: text,
  compensationTiers: list,
  summaryComponents: list,
})
const tierSchema = z.object({ components: list })
const componentSchema = z.object({
  compensationType: text,
  componentType: text,
  interval: anything,
  currencyCode: anything,
  minValue: anything,
  maxValue: anything,
})

/** What a posting says about pay: equity, bonus and commission are components of other kinds and are never taken for it. Of several
 *  tiers the first counts; the board's summary, which has all of them, goes along as words. */
export function compensationOf(value: unknown): {
  readonly statedSalary: StatedSalary | null
  readonly salaryText: string | null
} {
  const parsed = compensationSchema.safeParse(value)
  if (!parsed.success) return { statedSalary: null, salaryText: null }
  const { compensationTiers, summaryComponents, ...summaries } = parsed.data
  const inTiers = compensationTiers.flatMap((tier) => tierSchema.safeParse(tier).data?.components ?? [])
  const salaries = [...inTiers, ...summaryComponents].flatMap(salaryComponent)
  const words = plainText(summaries.compensationTierSummary) ?? plainText(summaries.scrapeableCompensationSalarySummary)
  for (const salary of salaries) {
    const statedSalary = statedSalaryOf(salary)
    if (statedSalary !== null) return { statedSalary, salaryText: words }
  }
  // A salary by the week or by the piece: read out of the words, it would become one of another span.
  if (salaries.length > 0) return { statedSalary: null, salaryText: null }
  return { statedSalary: null, salaryText: plainText(summaries.scrapeableCompensationSalarySummary) ?? words }
}

function salaryComponent(value: unknown) {
  const component = componentSchema.safeParse(value).data
  const kind = component?.compensationType ?? component?.componentType
  if (component === undefined || kind?.trim().toLowerCase() !== 'salary') return []
  const { minValue: min, maxValue: max, currencyCode: currency, interval: period } = component
  return [{ min, max, currency, period }]
}
