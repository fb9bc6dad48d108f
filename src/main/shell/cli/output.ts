import { EXIT } from './exit.ts'

/** A reader that has seen enough (`search | head -1`) closes the pipe. The rest of the output is then dropped and the command
 *  comes to its own end; output that cannot be written for another reason, such as a full disk, fails the command. */
export function toleratePipeEnd(outputs: readonly NodeJS.WriteStream[]): void {
  for (const output of outputs) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      process.stderr.write(`The output cannot be written (${error.code ?? error.message}).\n`)
      process.exit(EXIT.failed)
    })
  }
}

/** Writes one JSON value and a line end. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Columns padded to their widest cell; the last one is left ragged. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)))
  for (const row of rows) {
    const cells = row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
    printLine(cells.join('  ').trimEnd())
  }
}
