import { z } from 'zod'
import type { RawPosting } from '../../posting.ts'
import { anything, text } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'

const rangeSchema = z.object({ min_cents: anything, max_cents: anything, currency_type: text, title: text })

/** The first of the ranges that the employer publishes. They come in hundredths, and only their heading says by which period ("Annual
 *  Salary:"); without such a word they are passed on as words. Pure. */
export function payOf(ranges: readonly unknown[]): Pick<RawPosting, 'statedSalary' | 'salaryText'> {
  const range = rangeSchema.safeParse(ranges[0]).data
  if (range === undefined) return { statedSalary: null, salaryText: null }
  const figures = { min: wholeOf(range.min_cents), max: wholeOf(range.max_cents), currency: range.currency_type }
  const statedSalary = statedSalaryOf({ ...figures, period: range.title })
  return { statedSalary, salaryText: statedSalary === null ? inWords(figures, range.title) : null }
}

function wholeOf(cents: unknown): number | null {
  const number = typeof cents === 'string' && /^\d{1,15}$/.test(cents) ? Number(cents) : cents
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number / 100 : null
}

function inWords(
  { min, max, currency }: { min: number | null; max: number | null; currency: string | null },
  title: string | null,
): string | null {
  const figures = [min, max].flatMap((figure) => figure ?? [])
  if (figures.length === 0 || plainText(currency) === null) return null
  return plainText(`${title ?? ''} ${figures.join(' - ')} ${currency}`)
}
