import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import type { Log } from '#main/infra/log/log.ts'
import type { Clock } from '#main/infra/time/clock.ts'

/** Changes that come close together are written once. */
const QUIET_MS = 2000
/** What could not be written is tried again. */
const RETRY_MS = 60_000
/** A process that does not write can tell that nobody does. */
const OVERDUE_MS = 30_000

export interface CalendarFileState {
  readonly path: string
  readonly writtenAt: number | null
  readonly problem: string | null
}

/** The calendar file of the profile, kept as the applications are. */
export interface CalendarFile {
  /** Something may be different: the file is looked at soon. */
  readonly changed: () => void
  /** Called by the process that leads, every now and then. Quick. */
  readonly tick: (now: number) => void
  /** Null while the file is switched off. */
  readonly state: () => Promise<CalendarFileState | null>
  /** Resolves when what is being written is written. */
  readonly settled: () => Promise<void>
}

export interface CalendarFileOptions {
  readonly clock: Clock
  readonly log: Log
  readonly path: string
  readonly isOn: () => boolean
  /** What the file is to hold; the same for the same data. */
  readonly text: () => Promise<string>
  /** When anything in it was last changed (UTC ms). */
  readonly lastChange: () => number | null
}

export function createCalendarFile(options: CalendarFileOptions): CalendarFile {
  const { clock, log, path, isOn, text, lastChange } = options
  let dueAt: number | null = 0
  let problem: string | null = null
  let writing: Promise<void> | null = null

  async function bringUpToDate(): Promise<void> {
    try {
      if (isOn()) await writeWhenDifferent(path, { text: await text(), now: clock.now() })
      else await rm(path, { force: true })
      problem = null
    } catch (error) {
      problem = sentenceOf(error)
      dueAt ??= clock.now() + RETRY_MS
      log.error({ err: error, path }, 'the calendar file could not be brought up to date')
    }
  }

  async function overdue(writtenAt: number | null): Promise<string | null> {
    const changedAt = lastChange() ?? 0
    const isOld = writtenAt === null || writtenAt < changedAt
    if (!isOld || clock.now() - Math.max(changedAt, writtenAt ?? 0) < OVERDUE_MS) return null
    const kept = writtenAt === null ? null : await ifThere(readFile(path, 'utf8'))
    return kept === (await text())
      ? null
      : 'It is older than the applications. Keep the app open to bring it up to date.'
  }

  return {
    changed: () => {
      dueAt = Math.min(dueAt ?? Infinity, clock.now() + QUIET_MS)
    },
    tick: (now) => {
      if (dueAt === null || now < dueAt || writing !== null) return
      dueAt = null
      writing = bringUpToDate().finally(() => (writing = null))
    },
    state: async () => {
      if (!isOn()) return null
      const found = await ifThere(stat(path))
      const writtenAt = found === null ? null : Math.round(found.mtimeMs)
      return { path, writtenAt, problem: problem ?? (await overdue(writtenAt)) }
    },
    settled: async () => {
      await writing
    },
  }
}

/** Readers see the old file or the new one, never a part; an unchanged one keeps its time. */
async function writeWhenDifferent(path: string, { text, now }: { text: string; now: number }): Promise<void> {
  if ((await ifThere(readFile(path, 'utf8'))) === text) return
  const unfinished = `${path}.${randomUUID()}.part`
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.utimes(now / 1000, now / 1000)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space; the file is then written by itself.',
  EDQUOT: 'The disk is full. Free some space; the file is then written by itself.',
  ENOENT: 'The folder of the profile is gone.',
  EACCES: 'This user may not write there.',
  EPERM: 'This user may not write there.',
  EROFS: 'The disk can only be read.',
  EISDIR: 'There is a folder with its name.',
}

function sentenceOf(error: unknown): string {
  const code = codeOf(error)
  return SENTENCES[code] ?? `It could not be written${code === '' ? '' : ` (${code})`}.`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
