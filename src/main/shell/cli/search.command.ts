import type { JobListItem, JobSearchInput } from '#shared/jobs.ts'
import { EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export interface SearchFlags extends GlobalFlags {
  readonly text: string
  readonly country: string[]
  readonly city: string[]
  readonly visa: JobSearchInput['visa']
  readonly workplace: JobSearchInput['workplaces']
  readonly seniority: JobSearchInput['seniorities']
  readonly role: JobSearchInput['roleFamilies']
  readonly type: JobSearchInput['employmentTypes']
  readonly salaryMin?: number
  readonly salaryMax?: number
  readonly skill: string[]
  readonly skillsAny: string[]
  readonly source: string[]
  readonly language: string[]
  readonly speaks: string[]
  readonly sinceDays?: number
  readonly sponsorListed?: boolean
  readonly reachesPermit?: boolean
  readonly openings: JobSearchInput['openings']
  readonly show: JobSearchInput['mark']
  readonly sort: JobSearchInput['sort']
  readonly page: number
  readonly perPage: number
  readonly json?: boolean
}

/** Searches with the same call as the screen. */
export function searchCommand(flags: SearchFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const result = await core.client.jobs.search({
      text: flags.text,
      countries: flags.country.map((code) => code.toUpperCase()),
      cities: flags.city,
      visa: flags.visa,
      workplaces: flags.workplace,
      seniorities: flags.seniority,
      roleFamilies: flags.role,
      employmentTypes: flags.type,
      salaryMinEur: flags.salaryMin ?? null,
      salaryMaxEur: flags.salaryMax ?? null,
      skills: flags.skill,
      skillsAny: flags.skillsAny,
      sources: flags.source,
      languages: flags.language,
      speaks: flags.speaks,
      postedWithinDays: flags.sinceDays ?? null,
      isSponsorListed: flags.sponsorListed ?? false,
      reachesPermit: flags.reachesPermit ?? false,
      openings: flags.openings,
      mark: flags.show,
      sort: flags.sort,
      page: flags.page,
      perPage: flags.perPage,
    })
    if (flags.json === true) {
      printJson(result)
      return EXIT.ok
    }
    for (const hint of result.hints) printLine(hint)
    printTable(result.jobs.map(row))
    printLine('')
    printLine(`${result.total} jobs in ${result.tookMs.toFixed(1)} ms, page ${result.page}.`)
    return EXIT.ok
  })
}

function row(job: JobListItem): string[] {
  const place = [job.place?.city, job.place?.countryCode].filter(Boolean).join(', ')
  const { salary } = job
  const pay =
    salary === null
      ? ''
      : `${[salary.min, salary.max].filter((n) => n !== null).join('–')} ${salary.currency}/${salary.period}`
  const posted = job.postedAt === null ? '' : new Date(job.postedAt).toISOString().slice(0, 10)
  return [posted, job.title, job.company, place, job.workplace, `visa ${job.visa}`, pay]
}
