import type { JobFacts, SalaryFact, SkillFact } from '#shared/facts.ts'

/** What a posting that says nothing is read as. */
export const SILENT_FACTS: JobFacts = {
  readerVersion: 0,
  visa: { status: 'unstated', evidence: null, rule: null },
  salary: null,
  workplace: 'unknown',
  remoteScope: null,
  officeDays: null,
  places: [],
  seniority: 'unknown',
  roleFamily: 'other',
  employmentType: null,
  skills: [],
  language: null,
  asksLanguages: [],
  closesAt: null,
  words: {},
  filledFrom: {},
  corrected: [],
}

/** Facts as the store wrote them: they were checked on the way in. What an earlier reader did not know of is "not said" until a newer
 *  one has read the posting again. */
export function parseFacts(json: string): JobFacts {
  const facts = { ...SILENT_FACTS, ...(JSON.parse(json) as Partial<JobFacts>) }
  const { salary, skills } = facts
  return {
    ...facts,
    salary: salary === null ? null : { ...NOTHING_BESIDE, ...salary },
    skills: skills.map((skill) => ({ ...NO_NEED, ...skill })),
  }
}

const NO_NEED: Pick<SkillFact, 'need' | 'years'> = { need: null, years: null }
const NOTHING_BESIDE: Pick<SalaryFact, 'tax' | 'contract' | 'paymentsPerYear' | 'variants' | 'extras'> = {
  tax: null,
  contract: null,
  paymentsPerYear: null,
  variants: [],
  extras: [],
}
