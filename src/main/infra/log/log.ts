import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'

export type Log = Logger

export interface LogOptions {
  /** Folder for the log file; null writes to standard error. */
  readonly dir: string | null
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Fields whose values never reach a log, at any of the depths our records have. */
const SECRET_FIELDS = ['authorization', 'cookie', 'token', 'apiKey', 'api_key', 'app_key', 'password', 'secret']
const REDACTED = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** One JSON object a line. Written synchronously: few lines, and the last one before a crash is the one that matters. */
export function createLog(options: LogOptions): Log {
  const settings = { level: options.level, base: null, redact: { paths: REDACTED, censor: '[redacted]' } }
  if (options.dir === null) return pino(settings, pino.destination({ dest: 2, sync: true }))
  mkdirSync(options.dir, { recursive: true, mode: 0o700 })
  return pino(settings, pino.destination({ dest: join(options.dir, 'career-copilot.log'), sync: true, mkdir: true }))
}
