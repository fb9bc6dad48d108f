import { ROLE_FAMILIES, type RoleFamily } from '#shared/facts.ts'
import type { PermitDoubt, PermitSituation } from '#shared/permits.ts'
import type { Condition } from './thresholds.ts'

/** Whether a condition holds: yes, no, or not known and why. */
export type Holds = 'yes' | 'no' | PermitDoubt

export interface Subject {
  readonly situation: PermitSituation
  readonly roleFamily: RoleFamily
  /** UTC ms. */
  readonly now: number
}

/** Professions of ICT as permits' lists mean them (ISCO-08 group 25 and what is advertised as such). */
const IT: Readonly<Record<RoleFamily, Holds>> = {
  data_scientist: 'yes',
  ml_engineer: 'yes',
  data_engineer: 'yes',
  backend: 'yes',
  frontend: 'yes',
  fullstack: 'yes',
  devops_sre: 'yes',
  data_analyst: 'occupation_unknown',
  research: 'occupation_unknown',
  other: 'occupation_unknown',
  product_manager: 'no',
}
export const IT_FAMILIES: readonly RoleFamily[] = ROLE_FAMILIES.filter((family) => IT[family] === 'yes')
const ORDER = ['none', 'vocational', 'bachelor', 'master', 'doctorate'] as const

/** Whether all conditions hold. One that does not outweighs those that are not known. Pure. */
export function allHold(conditions: readonly Condition[], subject: Subject): Holds {
  const held = conditions.map((condition) => holds(condition, subject))
  return held.find((answer) => answer === 'no') ?? held.find((answer) => answer !== 'yes') ?? 'yes'
}

function holds(condition: Condition, subject: Subject): Holds {
  const { situation, now } = subject
  switch (condition.kind) {
    case 'age_from':
    case 'age_under': {
      if (situation.birthDate === null) return 'age_unknown'
      const isOldEnough = yearsSince(situation.birthDate, now) >= condition.years
      return isOldEnough === (condition.kind === 'age_from') ? 'yes' : 'no'
    }
    case 'degree': {
      if (situation.degree === null) return 'degree_unknown'
      return ORDER.indexOf(situation.degree) >= ORDER.indexOf(condition.level ?? 'bachelor') ? 'yes' : 'no'
    }
    case 'degree_within_years': {
      if (situation.degree === 'none' || situation.degree === 'vocational') return 'no'
      if (situation.degreeOn === null) return situation.degree === null ? 'degree_unknown' : 'degree_date_unknown'
      return yearsSince(situation.degreeOn, now) < condition.years ? 'yes' : 'no'
    }
    case 'it_occupation':
      return IT[subject.roleFamily]
    case 'other':
      return 'other_condition'
    case 'any':
      break
  }
  const held = condition.of.map((one) => holds(one, subject))
  return held.find((answer) => answer === 'yes') ?? held.find((answer) => answer !== 'no') ?? 'no'
}

/** Whole years from an ISO day to an instant. */
function yearsSince(day: string, now: number): number {
  const [then, today] = [new Date(day), new Date(now)]
  const years = today.getUTCFullYear() - then.getUTCFullYear()
  const isBefore =
    today.getUTCMonth() < then.getUTCMonth() ||
    (today.getUTCMonth() === then.getUTCMonth() && today.getUTCDate() < then.getUTCDate())
  return isBefore ? years - 1 : years
}
