import type { Correction, EmploymentType, JobFacts, SalaryPeriod } from '#shared/facts.ts'

/** The facts that the user may put right, as a form holds them. Amounts are null where nothing is stated. */
export interface FactsDraft {
  readonly visa: JobFacts['visa']['status']
  readonly workplace: JobFacts['workplace']
  readonly seniority: JobFacts['seniority']
  readonly roleFamily: JobFacts['roleFamily']
  readonly employmentType: EmploymentType | 'none'
  readonly payMin: number | null
  readonly payMax: number | null
  readonly payCurrency: string
  readonly payPeriod: SalaryPeriod
  readonly skills: string[]
}

export function draftOf(facts: JobFacts): FactsDraft {
  return {
    visa: facts.visa.status,
    workplace: facts.workplace,
    seniority: facts.seniority,
    roleFamily: facts.roleFamily,
    employmentType: facts.employmentType ?? 'none',
    payMin: facts.salary?.min ?? null,
    payMax: facts.salary?.max ?? null,
    payCurrency: facts.salary?.currency ?? 'EUR',
    payPeriod: facts.salary?.period ?? 'year',
    skills: facts.skills.map(({ name }) => name),
  }
}

/** What the draft changes about the facts, each as a correction; `problem` says why the draft cannot be stored. Pure. */
export function correctionsOf(
  facts: JobFacts,
  draft: FactsDraft,
): { readonly corrections: Correction[]; readonly problem: string | null } {
  const before = draftOf(facts)
  const corrections: Correction[] = []
  if (draft.visa !== before.visa) corrections.push({ field: 'visa', value: draft.visa })
  if (draft.workplace !== before.workplace) corrections.push({ field: 'workplace', value: draft.workplace })
  if (draft.seniority !== before.seniority) corrections.push({ field: 'seniority', value: draft.seniority })
  if (draft.roleFamily !== before.roleFamily) corrections.push({ field: 'roleFamily', value: draft.roleFamily })
  if (draft.employmentType !== before.employmentType) {
    const value = draft.employmentType === 'none' ? null : draft.employmentType
    corrections.push({ field: 'employmentType', value })
  }
  if (isPayChanged(before, draft)) corrections.push({ field: 'salary', value: payOf(draft) })
  if (draft.skills.join('\n') !== before.skills.join('\n')) corrections.push({ field: 'skills', value: draft.skills })
  return { corrections, problem: problemOf(draft) }
}

function isPayChanged(before: FactsDraft, draft: FactsDraft): boolean {
  if (draft.payMin !== before.payMin || draft.payMax !== before.payMax) return true
  const isStated = draft.payMin !== null || draft.payMax !== null
  return isStated && (draft.payCurrency !== before.payCurrency || draft.payPeriod !== before.payPeriod)
}

function payOf({ payMin, payMax, payCurrency, payPeriod }: FactsDraft) {
  if (payMin === null && payMax === null) return null
  return { min: payMin, max: payMax, currency: payCurrency, period: payPeriod }
}

function problemOf({ payMin, payMax, payCurrency }: FactsDraft): string | null {
  if (payMin === null && payMax === null) return null
  if (payMin !== null && payMax !== null && payMin > payMax) return 'The lower end of the pay is above the upper one.'
  return /^[A-Z]{3}$/.test(payCurrency) ? null : 'The currency is its code of three letters, as EUR.'
}
