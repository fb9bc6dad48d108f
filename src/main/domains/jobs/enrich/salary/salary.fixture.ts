import type { SalaryFact } from '#shared/facts.ts'
import { readSalary } from './salary.ts'

/** A posting that says nothing about pay. */
export const silent = {
  statedSalary: null,
  salaryText: null,
  title: 'Data Engineer',
  descriptionText: '',
  countryCode: null,
}

/** What a description alone says, in a posting from the country. */
export function ofText(descriptionText: string, countryCode: string | null): SalaryFact | null {
  return readSalary({ ...silent, descriptionText, countryCode })
}

/** "50000..60000 EUR year", "50000.. EUR year", "50000 EUR year". */
export function brief(pay: Pick<SalaryFact, 'min' | 'max' | 'currency' | 'period'> | null): string | null {
  if (!pay) return null
  const { min, max, currency, period } = pay
  const figures = min === max ? `${min}` : `${min ?? ''}..${max ?? ''}`
  return `${figures} ${currency} ${period}`
}
