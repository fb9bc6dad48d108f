import type { JobFacts } from '#shared/facts.ts'

/** The facts of a job with its gaps filled from another posting of the same opening. What the first posting states stays;
 *  the same object comes back when there is nothing to add. Pure. */
export function fillGaps(facts: JobFacts, other: JobFacts): JobFacts {
  const filled: JobFacts = {
    ...facts,
    visa: facts.visa.status === 'unstated' ? other.visa : facts.visa,
    salary: facts.salary ?? other.salary,
    workplace: facts.workplace === 'unknown' ? other.workplace : facts.workplace,
    remoteScope: facts.remoteScope ?? other.remoteScope,
    places: facts.places.length === 0 ? other.places : facts.places,
    employmentType: facts.employmentType ?? other.employmentType,
    closesAt: facts.closesAt ?? other.closesAt,
  }
  const keys = ['visa', 'salary', 'workplace', 'remoteScope', 'places', 'employmentType', 'closesAt'] as const
  return keys.some((key) => isGain(facts[key], filled[key])) ? filled : facts
}

function isGain(before: unknown, after: unknown): boolean {
  return before !== after && JSON.stringify(before) !== JSON.stringify(after)
}
