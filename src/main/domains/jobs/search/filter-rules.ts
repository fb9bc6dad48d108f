import { ROLE_FAMILIES, SENIORITIES, SPOKEN_LANGUAGES, VISA_STATUSES, WORKPLACES } from '#shared/facts.ts'
import type { JobFilter } from '#shared/jobs.ts'
import { SPONSOR_REGISTERS } from '#shared/sponsors.ts'
import { IT_FAMILIES } from '../permits/conditions.ts'
import {
  askedToken,
  cityToken,
  CLOSED_TOKEN,
  countryToken,
  employmentToken,
  languageToken,
  registerToken,
  roleToken,
  salaryBand,
  salaryStepToken,
  seniorityToken,
  skillToken,
  sourceToken,
  thresholdToken,
  visaToken,
  workplaceToken,
} from './filter-tokens.ts'
import { allOf, anyOf, carries, type Rule } from './rule.ts'

/** What no job carries. */
const NO_JOB_TOKEN = '#none'

/** Rows of permit thresholds that hold for the user: for every job, or for those of IT. */
export interface ThresholdsThatHold {
  readonly always: readonly string[]
  readonly inIt: readonly string[]
}

const NO_THRESHOLDS: ThresholdsThatHold = { always: [], inIt: [] }

/** The rules of a filter, all of which must hold. Leaves out text, marks, dates, and what of a salary the steps do not tell (see
 *  `salaryBand`). Pure. */
export function filterRules(filter: JobFilter, thresholds: ThresholdsThatHold = NO_THRESHOLDS): Rule[] {
  const rules: Rule[] = []
  const any = (tokens: readonly string[]): void => {
    if (tokens.length > 0) rules.push(anyOf(tokens.map(carries)))
  }
  // Every job has exactly one of these values: to choose all of them is to choose none.
  const anyOfKnown = (chosen: readonly string[], known: readonly string[], token: (value: string) => string): void => {
    if (!known.every((value) => chosen.includes(value))) any(chosen.map(token))
  }
  any(filter.countries.map(countryToken))
  any(filter.cities.map(cityToken))
  anyOfKnown(filter.visa, VISA_STATUSES, visaToken)
  anyOfKnown(filter.workplaces, WORKPLACES, workplaceToken)
  anyOfKnown(filter.seniorities, SENIORITIES, seniorityToken)
  anyOfKnown(filter.roleFamilies, ROLE_FAMILIES, roleToken)
  any(filter.employmentTypes.map(employmentToken))
  any(filter.languages.map(languageToken))
  any(filter.sources.map(sourceToken))
  if (filter.openings === 'closed') any([CLOSED_TOKEN])
  for (const skill of filter.skills) any([skillToken(skill)])
  any(filter.skillsAny.map(skillToken))
  if (filter.isSponsorListed) any(SPONSOR_REGISTERS.map(registerToken))
  if (filter.reachesPermit) rules.push(permitRule(thresholds))
  if (filter.salaryMinEur !== null) any([salaryStepToken(salaryBand(filter.salaryMinEur).floor)])
  else if (filter.salaryMaxEur !== null) any([salaryStepToken(0)])
  return rules
}

/** What no job may carry that the filter means. What the user saved or applied for is shown whether it is open or not. Pure. */
export function excludedRules(filter: Pick<JobFilter, 'speaks' | 'openings' | 'mark'>): Rule[] {
  const foreign = filter.speaks.length === 0 ? [] : SPOKEN_LANGUAGES.filter((code) => !filter.speaks.includes(code))
  const isOpenOnly = filter.openings === 'open' && filter.mark !== 'saved' && filter.mark !== 'applied'
  return [...foreign.map(askedToken), ...(isOpenOnly ? [CLOSED_TOKEN] : [])].map(carries)
}

/** The stated pay reaches a threshold that holds for the user. */
function permitRule({ always, inIt }: ThresholdsThatHold): Rule {
  const reaches = (ids: readonly string[]): Rule => anyOf(ids.map((id) => carries(thresholdToken(id))))
  const ways = [
    ...(always.length === 0 ? [] : [reaches(always)]),
    ...(inIt.length === 0 ? [] : [allOf([reaches(inIt), anyOf(IT_FAMILIES.map((role) => carries(roleToken(role))))])]),
  ]
  return ways.length === 0 ? carries(NO_JOB_TOKEN) : anyOf(ways)
}
