import { AppError } from '#shared/errors.ts'
import type { ApplicationEventData, PART_CHANGES } from '#shared/applications.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { createApplicationRows } from '../application-rows.ts'
import { createNextStepWriter } from '../next-step.ts'
import type { Timeline } from '../timeline.ts'
import type { PartRows, PartTable } from './part-rows.ts'

export type PartChange = (typeof PART_CHANGES)[number]
export type PartEntity = 'contact' | 'interview' | 'offer' | 'file' | 'reminder'

/** What changing any part needs. `onChange` is called after the commit, when something is different. */
export interface PartContext {
  readonly database: Database
  readonly clock: Clock
  readonly timeline: Timeline
  readonly onChange: () => void
}

/** How one kind of part differs from the others. `Own` are the changes that only it knows. */
export interface PartKind<Part, Own extends string = never> {
  readonly entity: PartEntity
  readonly table: PartTable
  readonly rows: PartRows<Part>
  readonly eventOf: (part: Part, change: PartChange | Own) => ApplicationEventData
  /** What else is written when a part is removed or comes back, before it is read again. */
  readonly whenMoved?: (part: Part) => void
}

/** Changes of parts. Each is one transaction with its event and the application's next step. All throw NOT_FOUND: of the application
 *  when it is not there or was removed, of the part when it is not there, or was removed and is to be changed. */
export interface PartChanges<Part, Own extends string = never> {
  /** `insert` writes the row and returns its id, or the part that is there already, to which nothing happened then. */
  readonly add: (applicationId: number, insert: () => number | bigint | Part) => Part
  /** `work` writes what is different and says how; null: nothing is, and nothing happened. */
  readonly change: (id: number, work: (part: Part) => PartChange | Own | null) => Part
  /** Removed twice is removed once; the same of coming back. */
  readonly remove: (id: number) => Part
  readonly restore: (id: number) => Part
}

export function createPartChanges<Part extends { id: number; applicationId: number }, Own extends string = never>(
  context: PartContext,
  kind: PartKind<Part, Own>,
): PartChanges<Part, Own> {
  const { database, clock, timeline, onChange } = context
  const { entity, table, rows, eventOf, whenMoved } = kind
  const writeNextStep = createNextStepWriter(database)
  const applications = createApplicationRows(database)
  const isRemoved = database.raw.prepare<[number], number>(
    `select 1 from ${table} where id = ? and removed_at is not null`,
  )
  const setRemoved = database.raw.prepare<[number | null, number]>(`update ${table} set removed_at = ? where id = ?`)

  function require(id: number): Part {
    const part = rows.find(id)
    if (part === null) throw new AppError('NOT_FOUND', { entity, id: String(id) })
    return part
  }

  function note(id: number, change: PartChange | Own): Part {
    const part = require(id)
    timeline.add(part.applicationId, eventOf(part, change))
    writeNextStep(part.applicationId)
    return part
  }

  function setRemovedAt(id: number, removedAt: number | null): Part {
    return told(() => {
      const part = require(id)
      applications.live(part.applicationId)
      const isSo = (isRemoved.get(id) !== undefined) === (removedAt !== null)
      if (isSo) return { part, isChanged: false }
      setRemoved.run(removedAt, id)
      whenMoved?.(part)
      return { part: note(id, removedAt === null ? 'restored' : 'removed'), isChanged: true }
    })
  }

  function told(work: () => { part: Part; isChanged: boolean }): Part {
    const { part, isChanged } = database.write(work)
    if (isChanged) onChange()
    return part
  }

  return {
    add: (applicationId, insert) =>
      told(() => {
        applications.live(applicationId)
        const added = insert()
        if (typeof added === 'object') return { part: added, isChanged: false }
        return { part: note(Number(added), 'added'), isChanged: true }
      }),
    change: (id, work) =>
      told(() => {
        const part = require(id)
        applications.live(part.applicationId)
        if (isRemoved.get(id) !== undefined) throw new AppError('NOT_FOUND', { entity, id: String(id) })
        const change = work(part)
        return change === null ? { part, isChanged: false } : { part: note(id, change), isChanged: true }
      }),
    remove: (id) => setRemovedAt(id, clock.now()),
    restore: (id) => setRemovedAt(id, null),
  }
}

/** Whether any of the fields says something else than the part does. Pure. */
export function differs<Fields extends object>(fields: Fields, part: Fields): boolean {
  const keys = Object.keys(fields) as (keyof Fields)[]
  return keys.some((key) => JSON.stringify(fields[key]) !== JSON.stringify(part[key]))
}
