import { ORPCError } from '@orpc/server'
import { AI_PROVIDERS } from '#shared/ai.ts'
import type { ErrorData } from '#shared/errors.ts'
import { ADDED_SOURCE } from '#shared/intake.ts'
import { SPONSOR_REGISTERS } from '#shared/sponsors.ts'
import { type Core, createCore } from '../../core.ts'
import { sources } from '../../domains/jobs/sources/registry.ts'
import { registerHostId } from '../../domains/jobs/sponsors/registers.ts'
import { RATES_HOST_ID } from '../../domains/money/rates.service.ts'
import { TWILIO_HOST_ID } from '../../domains/notifications/channels/sms.ts'
import { DatabaseOpenError } from '../../infra/db/open.ts'
import type { Log } from '../../infra/log/log.ts'
import { headlessPorts } from '../headless/headless-ports.ts'
import { CliFailure, EXIT } from './exit.ts'

export interface GlobalFlags {
  readonly home?: string
  readonly baseUrl: Readonly<Record<string, string>>
}

export interface OpenCore {
  readonly core: Core
  readonly log: Log
}

/** Opens the core for one command and closes it whatever happens. Expected failures become one line and an exit code. */
export async function withCore(flags: GlobalFlags, work: (core: Core) => Promise<number>): Promise<number> {
  const { core } = openCore(flags, 'cli')
  try {
    return await work(core)
  } catch (error) {
    throw asFailure(error)
  } finally {
    await core.stop()
  }
}

/** The core of the profile that the flags name. Throws CliFailure for what the user can put right. */
export function openCore(flags: GlobalFlags, shell: 'cli' | 'host'): OpenCore {
  refuseUnknownSources(Object.keys(flags.baseUrl))
  try {
    const ports = headlessPorts({ shell, home: flags.home ?? null, baseUrls: flags.baseUrl })
    return { core: createCore(ports), log: ports.log }
  } catch (error) {
    if (error instanceof DatabaseOpenError) throw new CliFailure(error.message)
    throw error
  }
}

/** An address for a source that does not exist would be taken and never asked. */
function refuseUnknownSources(ids: readonly string[]): void {
  const known = [
    ...sources.map((source) => source.manifest.id),
    ADDED_SOURCE,
    ...SPONSOR_REGISTERS.map(registerHostId),
    RATES_HOST_ID,
    TWILIO_HOST_ID,
    ...AI_PROVIDERS,
  ]
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown === undefined) return
  throw new CliFailure(
    `There is no source called "${unknown}" for --base-url; there are ${known.join(', ')}.`,
    EXIT.usage,
  )
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof ORPCError)) return error
  if (error.code === 'NOT_FOUND') return new CliFailure(`There is no ${describe(error.data)}.`, EXIT.usage)
  if (error.code === 'NO_SOURCES')
    return new CliFailure('No source is switched on. Name one with --source.', EXIT.usage)
  if (error.code === 'SECRET_STORE') return new CliFailure((error.data as ErrorData<'SECRET_STORE'>).reason)
  if (error.code === 'WORK_ENDED') return new CliFailure((error.data as ErrorData<'WORK_ENDED'>).reason)
  if (error.code === 'AI_FAILED') return new CliFailure((error.data as ErrorData<'AI_FAILED'>).reason)
  if (error.code === 'BAD_REQUEST') return new CliFailure(badRequest(error.data), EXIT.usage)
  if (error.code === 'INTERNAL') return new CliFailure(`${error.message} The log has it under ${describe(error.data)}.`)
  return new CliFailure(`${error.message} (${error.code})`)
}

function describe(data: unknown): string {
  if (typeof data !== 'object' || data === null) return 'such thing'
  if ('entity' in data && 'id' in data) return `${String(data.entity)} called "${String(data.id)}"`
  return 'logId' in data ? String(data.logId) : 'such thing'
}

function badRequest(data: unknown): string {
  const issues =
    typeof data === 'object' && data !== null && 'issues' in data && Array.isArray(data.issues) ? data.issues : []
  const lines = issues.map(
    (issue: { path?: unknown[]; message?: string }) => `${issue.path?.join('.') ?? ''}: ${issue.message ?? ''}`,
  )
  return `That does not fit: ${lines.join('; ')}`
}
