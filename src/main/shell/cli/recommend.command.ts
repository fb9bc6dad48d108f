import type { RecommendedJob } from '#shared/recommendations.ts'
import { EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export interface RecommendFlags extends GlobalFlags {
  readonly limit: number
  readonly minScore: number
  readonly maxPerCompany: number
  readonly json?: boolean
}

/** Recommends with the same call as the screen. */
export function recommendCommand(flags: RecommendFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const { limit, minScore, maxPerCompany } = flags
    const list = await core.client.recommendations.list({ limit, minScore, maxPerCompany })
    if (flags.json === true) {
      printJson(list)
      return EXIT.ok
    }
    for (const hint of list.hints) printLine(hint)
    printTable(list.jobs.map(row))
    printLine('')
    printLine(`${list.total} of ${list.considered} open jobs.`)
    return EXIT.ok
  })
}

function row({ job, score, parts, concerns }: RecommendedJob): string[] {
  const place = [job.place?.city, job.place?.countryCode].filter(Boolean).join(', ')
  const skills = parts.find(({ factor }) => factor === 'skills')?.evidence ?? ''
  return [score.toFixed(1), job.title, job.company, place, [...concerns, skills].join(' ')]
}
