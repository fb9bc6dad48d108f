import type { Twice, TWICE_REASONS } from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { companyKey, type OpeningsService, titleKey } from '../../jobs/openings/openings.service.ts'
import { APPLIED_STAGES } from '../applied.ts'

const TOLD_MOST = 20

export interface TwiceAsked {
  /** The application itself; null: it is not written yet. */
  readonly id: number | null
  readonly jobId: number | null
  readonly company: string
  readonly title: string
}

interface Row {
  readonly id: number
  readonly jobId: number | null
  readonly title: string
  readonly company: string
  readonly stage: Stage
  readonly appliedAt: number | null
}

const ORDER: readonly (typeof TWICE_REASONS)[number][] = ['same_job', 'same_opening', 'same_company']

/** What an application may be the same as: for the same job; at the same employer under the same title; at the same employer, as far as
 *  it was applied for. The closest first. */
export function createTwice(
  { raw }: Database,
  openings: Pick<OpeningsService, 'find'>,
): (asked: TwiceAsked) => Twice[] {
  const OTHERS = `id, job_id as jobId, title, company, stage, applied_at as appliedAt from application
     where removed_at is null and id <> :id`
  const others = raw.prepare<{ id: number; jobId: number | null; companyKey: string }, Row>(
    `select ${OTHERS} and job_id = :jobId
     union
     select ${OTHERS} and company_key = :companyKey and company_key <> ''`,
  )

  function reasonOf(row: Row, asked: { jobId: number | null; title: string }): Twice['reason'] | null {
    if (row.jobId !== null && row.jobId === asked.jobId) return 'same_job'
    const key = titleKeyOf(asked.title, row.company)
    if (key !== '' && key === titleKeyOf(row.title, row.company)) return 'same_opening'
    return APPLIED_STAGES.includes(row.stage) || row.appliedAt !== null ? 'same_company' : null
  }

  return (asked) => {
    const opening = asked.jobId === null ? null : openings.find(asked.jobId)
    const company = asked.company === '' ? (opening?.company ?? '') : asked.company
    const title = asked.title === '' ? (opening?.title ?? '') : asked.title
    const found = others.all({ id: asked.id ?? 0, jobId: asked.jobId, companyKey: companyKey(company) })
    return found
      .flatMap(({ jobId, ...row }) => {
        const reason = reasonOf({ ...row, jobId }, { jobId: asked.jobId, title })
        return reason === null ? [] : [{ ...row, reason }]
      })
      .toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) || (b.appliedAt ?? 0) - (a.appliedAt ?? 0))
      .slice(0, TOLD_MOST)
  }
}

function titleKeyOf(title: string, company: string): string {
  return titleKey(title, { company, places: [] })
}
