import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import {
  type DocumentContent,
  type DocumentKind,
  documentStyleSchema,
  type DocumentStyle,
  documentContentSchema,
} from '#shared/documents.ts'

/** What is read from the database, and where it did not fit its schema any more (paths). Nothing fits: `problems` has one, ''. */
export interface Read<T> {
  readonly value: T
  readonly problems: readonly string[]
}

/** Content as it was stored, whatever version of the app wrote it. What no longer fits is put right where it stands: text that is too
 *  long is cut, what has a default takes it, a sentence, item or section that cannot be saved is left out. Pure but for new ids. */
export function readContent(kind: DocumentKind, json: string): Read<DocumentContent> {
  const stored = parsed(json)
  const problems = new Set<string>()
  if (!isRecord(stored)) problems.add('')
  const value: Record<string, unknown> = isRecord(stored) ? stored : {}
  if (value['kind'] !== kind) problems.add('kind')
  value['kind'] = kind
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const read = documentContentSchema.safeParse(value)
    if (read.success) return { value: read.data, problems: [...problems] }
    // From the back, so that places in lists hold while others are left out.
    for (const issue of read.error.issues.toReversed()) {
      problems.add(issue.path.join('.'))
      mend(value, issue)
    }
  }
  return { value: documentContentSchema.parse(emptied(kind)), problems: [...problems, ''] }
}

/** The same of a style: a field that does not fit takes its default. Pure. */
export function readStyle(json: string): Read<DocumentStyle> {
  const stored = parsed(json)
  const whole = documentStyleSchema.safeParse(stored)
  if (whole.success) return { value: whole.data, problems: [] }
  const fields = Object.entries(isRecord(stored) ? stored : {})
  const fitting = fields.filter(([field, value]) => documentStyleSchema.safeParse({ [field]: value }).success)
  return {
    value: documentStyleSchema.parse(Object.fromEntries(fitting)),
    problems: whole.error.issues.map(({ path }) => path.join('.')),
  }
}

/** Each round mends one level; content has seven. */
const MOST_ROUNDS = 40

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

function mend(root: Record<string, unknown>, issue: Issue): void {
  const { path } = issue
  const key = path.at(-1)
  const owner = at(root, path.slice(0, -1))
  if (key === undefined || owner === undefined) return
  const value = owner[key]
  const mended = mendedValue(issue, { key, value })
  if (mended !== undefined) owner[key] = mended
  else if (value === undefined) leaveOut(root, path.slice(0, -1))
  else leaveOut(root, path)
}

/** Undefined: nothing of it can be kept. */
function mendedValue(issue: Issue, { key, value }: { key: PropertyKey; value: unknown }): unknown {
  if (key === 'id') return randomBytes(8).toString('hex')
  if (issue.code === 'too_big' && (typeof value === 'string' || Array.isArray(value))) {
    return value.slice(0, Number(issue.maximum))
  }
  // A kind of section that this version does not know.
  if (key === 'kind' && value !== 'other') return 'other'
  if (issue.code !== 'invalid_type' || value !== undefined) return undefined
  return { object: {}, array: [], string: undefined }[String(issue.expected)]
}

function leaveOut(root: Record<string, unknown>, path: Path): void {
  const key = path.at(-1)
  const owner = at(root, path.slice(0, -1))
  if (key === undefined || owner === undefined) return
  if (Array.isArray(owner) && typeof key === 'number') owner.splice(key, 1)
  else delete owner[key]
}

function at(root: Record<string, unknown>, path: Path): Record<PropertyKey, unknown> | undefined {
  let place: unknown = root
  for (const key of path) place = isRecord(place) ? place[key] : undefined
  return isRecord(place) ? place : undefined
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function emptied(kind: DocumentKind): unknown {
  return kind === 'resume' ? { kind, header: {}, sections: [] } : { kind, header: {}, recipient: {} }
}
