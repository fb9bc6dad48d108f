import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { RowProblem } from '../../domains/jobs/rows/row-problem.ts'
import { CliFailure, EXIT } from './exit.ts'

/** Reads a JSON Lines file ('-' is standard input) and prints one line of JSON for each of its rows, in order. A row that does not
 *  fit, or for which `answer` throws RowProblem, is answered with `{id, error}` and told on standard error; then the exit code is 1.
 *  Empty lines are passed over. Throws CliFailure when the file cannot be read. */
export async function answerRows<T extends { readonly id: string }>(
  path: string,
  schema: z.ZodType<T>,
  answer: (row: T) => object | Promise<object>,
): Promise<number> {
  let faults = 0
  for await (const { line, text } of linesOf(path)) {
    if (!process.stdout.writable) break
    const read = readRow(text, schema)
    const answered = read.ok ? await answerOrProblem(read.row, answer) : read
    if ('problem' in answered) {
      faults += 1
      process.stderr.write(`Line ${line}: ${answered.problem}\n`)
      await print({ id: answered.id, error: answered.problem })
    } else await print(answered.value)
  }
  return faults === 0 ? EXIT.ok : EXIT.failed
}

interface Problem {
  readonly ok: false
  readonly id: string | null
  readonly problem: string
}

async function answerOrProblem<T extends { readonly id: string }>(
  row: T,
  answer: (row: T) => object | Promise<object>,
) {
  try {
    return { value: await answer(row) }
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error
    return { id: row.id, problem: error.message }
  }
}

async function* linesOf(path: string): AsyncGenerator<{ line: number; text: string }> {
  const input = path === '-' ? process.stdin : createReadStream(path)
  let line = 0
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line += 1
      const written = line === 1 ? text.replace(/^\uFEFF/, '') : text
      if (written.trim() !== '') yield { line, text: written }
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new CliFailure(`The file ${path} cannot be read (${String(error.code)}).`, EXIT.usage)
  }
}

function readRow<T>(text: string, schema: z.ZodType<T>): { readonly ok: true; readonly row: T } | Problem {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, id: null, problem: 'The line is no JSON.' }
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, row: parsed.data }
  const [issue] = parsed.error.issues
  const where = issue === undefined || issue.path.length === 0 ? 'row' : issue.path.join('.')
  return { ok: false, id: idIn(value), problem: `${where}: ${issue?.message ?? 'does not fit'}` }
}

function idIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id) : null
}

/** A reader that has seen enough closes the pipe: what follows goes nowhere, and nobody waits for it. */
async function print(value: object): Promise<void> {
  const { stdout } = process
  if (!stdout.writable || stdout.write(`${JSON.stringify(value)}\n`)) return
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stdout.off('drain', done).off('close', done).off('error', done)
      resolve()
    }
    stdout.once('drain', done).once('close', done).once('error', done)
  })
}
