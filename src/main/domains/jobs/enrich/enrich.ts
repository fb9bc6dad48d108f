import type { FactWithWords, JobFacts } from '#shared/facts.ts'
import { BUNDLED_RATES, type ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import type { NormalisedPosting } from '../posting.ts'
import { readBasics } from './basics.ts'
import { readEmploymentType } from './employment/employment-type.ts'
import { readAskedLanguages } from './languages/asked-languages.ts'
import { readSalary } from './salary/salary.ts'
import { readSkills } from './skills/skills.ts'
import { readRoleFamily } from './title/role-family.ts'
import { readVisa } from './visa/visa.ts'

/** Which reader made the facts; a higher one reads stored postings again. It is raised with whatever changes what is read or looked for:
 *  rules, words, the permits' thresholds. */
export const READER_VERSION = 4

/** Everything a posting says, by the definitions in docs/READING.md. A fact that is not stated is null, 'unknown' or 'unstated'.
 *  The country that decides an ambiguous currency is that of the first place, else the source's; `rates` make its yearly EUR. Pure. */
export function readFacts(posting: NormalisedPosting, rates: ExchangeRates = BUNDLED_RATES): JobFacts {
  const { title, descriptionText, countryCode } = posting
  const text = { title, descriptionText }
  const { language, places, setting, level, closing } = readBasics(posting)
  const { workplace, remoteScope, officeDays, words } = setting
  const role = readRoleFamily(text)
  const employment = readEmploymentType({ ...text, stated: posting.employmentType })
  return {
    readerVersion: READER_VERSION,
    visa: readVisa({ ...text, locations: posting.locations }),
    salary: readSalary(
      {
        statedSalary: posting.statedSalary,
        salaryText: posting.salaryText,
        ...text,
        countryCode: places[0]?.countryCode ?? countryCode,
      },
      rates,
    ),
    workplace,
    remoteScope,
    officeDays,
    places,
    seniority: level.seniority,
    roleFamily: role.roleFamily,
    employmentType: employment.employmentType,
    skills: readSkills({ ...text, company: posting.company, language }),
    language,
    asksLanguages: readAskedLanguages(text),
    closesAt: posting.closesAt ?? closing?.closesAt ?? null,
    words: {
      ...words,
      ...quoted('seniority', level.words),
      ...quoted('roleFamily', role.words),
      ...quoted('employmentType', employment.words),
      ...quoted('closesAt', closing?.words ?? null),
    },
    filledFrom: {},
    corrected: [],
  }
}

function quoted(fact: FactWithWords, words: string | null): JobFacts['words'] {
  return words === null ? {} : { [fact]: words }
}
