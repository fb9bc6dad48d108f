import type { JobFacts } from '#shared/facts.ts'
import type { NormalisedPosting } from '../posting.ts'
import { readEmploymentType } from './employment-type.ts'
import { readLanguage } from './language.ts'
import { readPlaces } from './place/places.ts'
import { readRoleFamily } from './role-family.ts'
import { readSalary } from './salary.ts'
import { readSeniority } from './seniority.ts'
import { readSkills } from './skills.ts'
import { readVisa } from './visa.ts'
import { readWorkplace } from './workplace/workplace.ts'

/** Which reader made the facts; a higher one reads stored postings again. */
export const READER_VERSION = 1

/** Everything a posting says, by the definitions in docs/READING.md. A fact that is not stated is null, 'unknown' or 'unstated'.
 *  The country that decides an ambiguous currency is that of the first place, else the source's. Pure. */
export function readFacts(posting: NormalisedPosting): JobFacts {
  const { title, descriptionText, locations, countryCode } = posting
  const text = { title, descriptionText }
  const places = readPlaces({ locations, countryCode })
  const { workplace, remoteScope } = readWorkplace({ stated: posting.workplace, locations, ...text })
  return {
    readerVersion: READER_VERSION,
    visa: readVisa(text),
    salary: readSalary({
      statedSalary: posting.statedSalary,
      salaryText: posting.salaryText,
      ...text,
      countryCode: places[0]?.countryCode ?? countryCode,
    }),
    workplace,
    remoteScope,
    officeDays: null,
    places,
    seniority: readSeniority(text),
    roleFamily: readRoleFamily(text),
    employmentType: readEmploymentType({ ...text, stated: posting.employmentType }),
    skills: readSkills(text),
    language: readLanguage(descriptionText),
    asksLanguages: [],
    closesAt: posting.closesAt,
    words: {},
    filledFrom: {},
    corrected: [],
  }
}
