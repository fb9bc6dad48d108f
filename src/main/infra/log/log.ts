import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
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
/** At this size the file becomes the old one, and the old one goes. */
const FILE_MAX_BYTES = 5 * 1024 * 1024

/** One JSON object a line. Written synchronously: few lines, and the last one before a crash is the one that matters.
 *  Throws when the folder cannot be made. */
export function createLog(options: LogOptions): Log {
  const settings = { level: options.level, base: null, redact: { paths: REDACTED, censor: '[redacted]' } }
  if (options.dir === null) return pino(settings, pino.destination({ dest: 2, sync: true }))
  mkdirSync(options.dir, { recursive: true, mode: 0o700 })
  return pino(settings, logFile(join(options.dir, 'career-copilot.log')))
}

function logFile(path: string): { write: (line: string) => void } {
  let sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return {
    write: (line) => {
      try {
        if (sizeBytes > FILE_MAX_BYTES) {
          renameSync(path, `${path}.old`)
          sizeBytes = 0
        }
        appendFileSync(path, line, { mode: 0o600 })
        sizeBytes += Buffer.byteLength(line)
      } catch {
        // A full disk must not turn the report of a failure into another one. There is nowhere left to say it.
      }
    },
  }
}
