import { ORPCError } from '@orpc/server'
import {
  type ApplicationCard,
  type ApplicationDetail,
  applicationFieldsSchema,
  type ApplicationEventData,
  type Twice,
} from '#shared/applications.ts'
import type { ErrorData } from '#shared/errors.ts'
import { jobIdSchema } from '#shared/ids.ts'
import { movesFrom, type Stage, STAGES, stageSchema } from '#shared/stages.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface ApplicationsFlags extends GlobalFlags {
  readonly json?: boolean
}

export function listApplicationsCommand(
  flags: ApplicationsFlags & { stage?: Stage; text?: string; limit: number },
): Promise<number> {
  return withCore(flags, async (core) => {
    const stages = flags.stage === undefined ? [] : [flags.stage]
    const found = await core.client.applications.list({ stages, text: flags.text ?? '', limit: flags.limit })
    if (flags.json === true) {
      printJson(found)
      return EXIT.ok
    }
    const { rows, total } = found
    if (rows.length > 0) printTable([['number', 'stage', 'since', 'next step', 'employer', 'title'], ...rows.map(row)])
    printLine(total === 0 ? 'No application.' : `\n${rows.length} of ${total}.`)
    return EXIT.ok
  })
}

export interface AddFlags extends ApplicationsFlags {
  readonly job?: number
  readonly title?: string
  readonly company?: string
  readonly place?: string
  readonly url?: string
  readonly stage: Stage
  readonly applied?: number
}

export function addApplicationCommand(flags: AddFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const { stage, applied: appliedAt = null } = flags
    const added = await told(() => core.client.applications.add({ job: jobOf(flags), stage, appliedAt }))
    if (flags.json === true) {
      printJson(added)
      return EXIT.ok
    }
    const { card, isNew, twice } = added
    printLine(
      `${isNew ? 'Added' : 'It was there already'}: ${card.id}, ${card.title} at ${card.company} (${card.stage}).`,
    )
    printTwice(twice)
    return EXIT.ok
  })
}

export function moveApplicationCommand(
  wish: { readonly id: number; readonly stage: string },
  flags: ApplicationsFlags,
): Promise<number> {
  return withCore(flags, async (core) => {
    const to = stageSchema.safeParse(wish.stage)
    if (!to.success) throw new CliFailure(`"${wish.stage}" is none of ${STAGES.join(', ')}.`, EXIT.usage)
    const { id } = wish
    const moved = await told(async () => {
      const { version } = await core.client.applications.get({ id })
      return core.client.applications.move({ id, version, to: to.data })
    })
    if (flags.json === true) {
      printJson(moved)
      return EXIT.ok
    }
    printLine(`${moved.card.title} at ${moved.card.company}: ${moved.card.stage}.`)
    printTwice(moved.twice)
    return EXIT.ok
  })
}

export function showApplicationCommand(id: number, flags: ApplicationsFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const detail = await told(() => core.client.applications.get({ id }))
    if (flags.json === true) printJson(detail)
    else printDetail(detail)
    return EXIT.ok
  })
}

function jobOf({ job, title, company, place, url }: AddFlags) {
  if (job !== undefined) return { jobId: jobIdSchema.parse(job) }
  const fields = applicationFieldsSchema.safeParse({ title, company, place, url })
  if (fields.success) return { fields: fields.data }
  const wrong = fields.error.issues.map(({ path }) => `--${path.join('.')}`)
  throw new CliFailure(
    `A job (--job), or a title and an employer, are needed. Look at ${wrong.join(', ')}.`,
    EXIT.usage,
  )
}

/** What the user can do something about, in a sentence. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    throw failureOf(error.code, error.data as unknown) ?? error
  }
}

function failureOf(code: string, data: unknown): CliFailure | null {
  if (code === 'NOT_FOUND') {
    const { entity, id } = data as ErrorData<'NOT_FOUND'>
    return new CliFailure(`There is no ${entity} called "${id}".`, EXIT.usage)
  }
  if (code === 'STAGE_NOT_ALLOWED') {
    const { from, allowed } = data as ErrorData<'STAGE_NOT_ALLOWED'>
    return new CliFailure(`It is ${from}, and may go to ${allowed.join(', ')}.`)
  }
  return code === 'STALE' ? new CliFailure('It was changed elsewhere in the meantime. Try again.') : null
}

function printTwice(twice: readonly Twice[]): void {
  for (const { id, title, company, stage, reason } of twice) {
    printLine(`${TWICE[reason]}: ${id}, ${title} at ${company} (${stage}).`)
  }
}

const TWICE: Readonly<Record<Twice['reason'], string>> = {
  same_job: 'There is one for the same job',
  same_opening: 'There is one that may be the same',
  same_company: 'There is one at the same employer',
}

function printDetail(detail: ApplicationDetail): void {
  const { title, company, place, url, stage, stageSince, appliedAt, nextStep, notes } = detail
  printLine(`${title} at ${company}${place === '' ? '' : `, ${place}`}`)
  if (url !== null) printLine(url)
  printLine(`${stage} since ${isoDay(stageSince)}${appliedAt === null ? '' : `, applied ${isoDay(appliedAt)}`}`)
  printLine(`May go to ${movesFrom(stage).join(', ')}`)
  if (nextStep !== null) printLine(`Next: ${nextStep.kind}, ${isoMinute(nextStep.at)}`)
  if (detail.followUpAt !== null) printLine(`Asking again is suggested for ${isoMinute(detail.followUpAt)}`)
  if (detail.isRemoved) printLine('It was removed, and can be put back.')
  printTwice(detail.twice)
  if (notes !== '') printLine(`\n${notes}`)
  printLine('')
  printTable(
    detail.timeline.map(({ at, data, undoneAt }) => [isoMinute(at), wordsOf(data), undoneAt === null ? '' : 'undone']),
  )
}

function wordsOf(data: ApplicationEventData): string {
  if (data.type === 'moved') return `moved from ${data.from} to ${data.to}`
  if (data.type === 'created') return `created as ${data.stage}`
  if (data.type === 'changed') return `changed ${data.fields.join(', ')}`
  return 'change' in data ? `${data.type} ${data.change}` : data.type
}

function row({ id, stage, stageSince, nextStep, company, title }: ApplicationCard): string[] {
  const next = nextStep === null ? '' : `${nextStep.kind} ${isoDay(nextStep.at)}`
  return [String(id), stage, isoDay(stageSince), next, company, title]
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

function isoMinute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`
}
