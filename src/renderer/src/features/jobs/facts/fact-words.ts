import type { AskedLanguage, SalaryFact, SkillFact } from '#shared/facts.ts'
import { languageName } from '../../../ui/format.ts'

const CONTRACT_WORDS = { employment: 'as an employee', b2b: 'as a contractor (B2B)' } as const
const LEVEL_WORDS: Readonly<Partial<Record<NonNullable<AskedLanguage['level']>, string>>> = {
  native: 'as a first language',
  fluent: 'fluently',
  basic: 'a little',
}

/** 'German B2', 'French, a plus'. Pure. */
export function askedLanguageWords({ code, level, need }: AskedLanguage): string {
  const word = level === null ? '' : ` ${LEVEL_WORDS[level] ?? level}`
  return `${languageName(code)}${word}${need === 'preferred' ? ', a plus' : ''}`
}

/** '3 days a week at the office'. Pure. */
export function officeDaysWords(days: number): string {
  if (days === 0) return 'no days at the office'
  return `${days} ${days === 1 ? 'day' : 'days'} a week at the office`
}

/** What is said beside the figure: 'gross, as an employee, paid 14 times a year'; null when nothing is. Pure. */
export function besidePayWords(salary: Pick<SalaryFact, 'tax' | 'contract' | 'paymentsPerYear'>): string | null {
  const { tax, contract, paymentsPerYear } = salary
  const words = [
    tax,
    contract === null ? null : CONTRACT_WORDS[contract],
    paymentsPerYear === null ? null : `paid ${paymentsPerYear} times a year`,
  ].filter((word) => word !== null)
  return words.length === 0 ? null : words.join(', ')
}

/** 'required, 5 years or more'; null when the posting says nothing of the kind. Pure. */
export function skillNeedWords({ need, years }: Pick<SkillFact, 'need' | 'years'>): string | null {
  const words = [
    need === 'required' ? 'required' : need === 'preferred' ? 'nice to have' : null,
    years === null ? null : `${years} ${years === 1 ? 'year' : 'years'} or more`,
  ].filter((word) => word !== null)
  return words.length === 0 ? null : words.join(', ')
}
