import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CliFailure, EXIT } from './exit.ts'

/** More than any key, less than what somebody pipes in by mistake. */
const INPUT_MAX_BYTES = 64 * 1024

/** A value that must not be on the screen, in the shell's history or in the list of processes: typed unseen at a terminal, else all
 *  of standard input. Surrounding white space is dropped. Throws CliFailure for nothing, for too much, and for Ctrl+C. */
export async function readSecret(prompt: string): Promise<string> {
  const text = process.stdin.isTTY ? await readUnseen(prompt) : await readAll()
  const value = text.trim()
  if (value !== '') return value
  throw new CliFailure('No key was given, so nothing was changed.', EXIT.usage)
}

function readUnseen(prompt: string): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true, historySize: 0 })
  process.stderr.write(prompt)
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      settle()
      lines.close()
    }
    lines.once('line', (line) => end(() => resolve(line)))
    lines.once('SIGINT', () => end(() => reject(new CliFailure('Nothing was changed.', EXIT.interrupted))))
    lines.once('close', () => {
      process.stderr.write('\n')
      // By Ctrl+D. After a line or Ctrl+C the promise is settled already.
      resolve('')
    })
  })
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk)
    sizeBytes += bytes.length
    if (sizeBytes > INPUT_MAX_BYTES) throw new CliFailure('That is too long for a key.', EXIT.usage)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
