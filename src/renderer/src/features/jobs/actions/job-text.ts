import type { JobDetail } from '#shared/jobs.ts'
import { formatDate, type Locale } from '../../../ui/format.ts'
import { placeWords } from '../facts/place.ts'
import { formatPayFull, formatYearEur } from '../facts/salary.ts'
import { SENIORITY_WORDS, TYPE_WORDS, VISA_SENTENCES, WORKPLACE_WORDS } from '../facts/words.ts'

/** A job as plain text for a mail or a note: what is known, what the posting says, and where it is. Pure. */
export function jobAsText(job: JobDetail, locale?: Locale): string {
  const { facts } = job
  const pay = facts.salary && formatPayFull(facts.salary, locale)
  const yearEur = facts.salary && formatYearEur(facts.salary, locale)
  const lines = [
    job.title,
    job.company,
    '',
    facts.places.length > 0 && `Place: ${facts.places.map(placeWords).join('; ')}`,
    facts.workplace !== 'unknown' && `Workplace: ${WORKPLACE_WORDS[facts.workplace]}`,
    pay && `Pay: ${pay}${yearEur ? ` (${yearEur})` : ''}`,
    facts.seniority !== 'unknown' && `Level: ${SENIORITY_WORDS[facts.seniority]}`,
    facts.employmentType && `Type: ${TYPE_WORDS[facts.employmentType]}`,
    job.postedAt !== null && `Posted: ${formatDate(job.postedAt, locale)}`,
    `Visa: ${VISA_SENTENCES[facts.visa.status]}${facts.visa.evidence ? `: “${facts.visa.evidence}”` : ''}`,
    facts.skills.length > 0 && `Skills: ${facts.skills.map((skill) => skill.name).join(', ')}`,
    '',
    job.descriptionText.trim(),
    '',
    ...job.postings.map((posting) => `${posting.sourceName}: ${posting.url}`),
  ]
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`
}
