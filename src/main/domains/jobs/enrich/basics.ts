import type { JobFacts } from '#shared/facts.ts'
import type { NormalisedPosting } from '../posting.ts'
import { readClosingDate } from './closing/closing-date.ts'
import { readLanguage } from './language.ts'
import { readPostingPlaces } from './place/places.ts'
import { readSeniority } from './title/seniority.ts'
import { readWorkplace } from './workplace/workplace.ts'

/** As many of a posting's facts as two postings are compared by: places, level, language and when it closes. Pure. */
export function readComparedFacts(
  posting: NormalisedPosting,
): Pick<JobFacts, 'places' | 'workplace' | 'seniority' | 'language' | 'closesAt'> {
  const { language, places, setting, level, closing } = readBasics(posting)
  const closesAt = posting.closesAt ?? closing?.closesAt ?? null
  return { places, workplace: setting.workplace, seniority: level.seniority, language, closesAt }
}

/** What is read first: the rest of the facts, and every comparison, rest on it. Pure. */
export function readBasics(posting: NormalisedPosting) {
  const { title, descriptionText, company, locations, countryCode } = posting
  const text = { title, descriptionText }
  const places = readPostingPlaces({ ...text, company, locations, countryCode })
  return {
    language: readLanguage(descriptionText),
    places,
    setting: readWorkplace({ stated: posting.workplace, locations, ...text }),
    level: readSeniority(text),
    closing: posting.closesAt === null ? readClosing(posting, places[0]?.countryCode ?? countryCode) : null,
  }
}

/** The date that the text names; one without a year needs the posting's own to be understood. */
function readClosing({ descriptionText, postedAt }: NormalisedPosting, countryCode: string | null) {
  return readClosingDate({ descriptionText, from: postedAt, countryCode })
}
