import { setImmediate as nextTurn } from 'node:timers/promises'
import { readClosingDate } from './closing/closing-date.ts'
import { readEmploymentType } from './employment/employment-type.ts'
import { readLanguage } from './language.ts'
import { readAskedLanguages } from './languages/asked-languages.ts'
import { unpackCities } from './place/city-table.ts'
import { readPostingPlaces } from './place/places.ts'
import { readSalary } from './salary/salary.ts'
import { readSkills } from './skills/skills.ts'
import { readRoleFamily } from './title/role-family.ts'
import { readSeniority } from './title/seniority.ts'
import { wakeVisa } from './visa/lexicon.ts'
import { readVisa } from './visa/visa.ts'
import { readWorkplace } from './workplace/workplace.ts'

const TITLE = 'Senior Data Engineer (m/f/d), Python'
/** From little to much, so that what a reader makes on first use is spread over several turns. */
const TEXTS = [
  'We build things.',
  'Our office is in Berlin.',
  'Two days a week in the office.',
  'A visa.',
  'We cannot sponsor a visa unless you are a senior.',
  'If you need a work permit, we may help you with it; our office is in Munich, and you can work from home three days a week.',
  'Full-time, 60,000 to 70,000 EUR a year. Three years of Python, SQL (Spark is a plus) and fluent German. Apply by 3 March 2027. We sponsor visas.',
]

const READERS: readonly ((text: { title: string; descriptionText: string }) => unknown)[] = [
  ({ descriptionText }) => readLanguage(descriptionText),
  (text) => readPostingPlaces({ ...text, company: 'Example', locations: ['Berlin, Germany'], countryCode: null }),
  (text) => readWorkplace({ ...text, stated: null, locations: ['Berlin, Germany'] }),
  readSeniority,
  readRoleFamily,
  ({ descriptionText }) => readClosingDate({ descriptionText, from: 0, countryCode: 'DE' }),
  (text) => readEmploymentType({ ...text, stated: null }),
  readVisa,
  (text) => readSalary({ ...text, statedSalary: null, salaryText: null, countryCode: 'DE' }),
  (text) => readSkills({ ...text, company: 'Example', language: 'en' }),
  readAskedLanguages,
]

let waking: Promise<void> | null = null

/** Lets the readers make what they make on first use (word tables, expressions, the table of cities), a little at a time, so that the
 *  first posting does not hold up the event loop. Does its work once. */
export function wakeReaders(): Promise<void> {
  waking ??= wake()
  return waking
}

async function wake(): Promise<void> {
  await unpackCities()
  for (const _ of wakeVisa()) await nextTurn()
  for (const descriptionText of TEXTS) {
    for (const read of READERS) {
      read({ title: TITLE, descriptionText })
      await nextTurn()
    }
  }
}
