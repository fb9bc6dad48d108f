import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { NODE_FLAGS } from '../../scripts/lib/node-flags.ts'
import { percentile } from './figures.ts'
import { builtInQuestions, type Question, readQuestions } from './search-questions.ts'

const CLIENTS = 20
const ASKED_EACH = 60
const WARM_ROUNDS = 20
/** While the broadest words are read in the background. */
const SETTLE_MS = 90_000
/** How long a person looks before the next question. */
const PAUSE_MS = 200

/** The built host over the profile, asked by 20 clients at once: from the request to its last byte. Once as fast as they can, which is
 *  how long the queue gets, and once with the pauses that people make. */
export async function runSearchHostBench(options: {
  root: string
  profileDir: string
  queriesPath: string | null
  print: (line: string) => void
}): Promise<void> {
  const { root, profileDir, queriesPath, print } = options
  const questions = queriesPath === null ? builtInQuestions : readQuestions(queriesPath).questions
  const serve = join(root, 'out', 'main', 'serve.js')
  const child = spawn(process.execPath, [...NODE_FLAGS, serve, '--no-open', '--port', '0'], {
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus', CAREER_COPILOT_HOME: profileDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const ask = await connect(child)
    // Facets wait for the columns; after some rounds of everything the host is as it is in use, its code compiled.
    await ask('facets', builtInQuestions[0]?.input)
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    for (let round = 0; round < WARM_ROUNDS; round += 1) for (const { input } of questions) await ask('search', input)
    for (const pauseMs of [0, PAUSE_MS]) {
      const times = (
        await Promise.all(Array.from({ length: CLIENTS }, () => client(ask, { questions, pauseMs })))
      ).flat()
      print(
        `search through the host, ${CLIENTS} clients${pauseMs === 0 ? ' without a pause' : `, ${pauseMs} ms between two questions`}: ` +
          `p50 ${percentile(times, 50).toFixed(1)}, p95 ${percentile(times, 95).toFixed(1)} ms over ${times.length} requests`,
      )
    }
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
}

type Ask = (procedure: 'search' | 'facets', input: unknown) => Promise<number>

/** Every client begins with another question and goes through all of them in turn. */
async function client(
  ask: Ask,
  { questions, pauseMs }: { questions: readonly Question[]; pauseMs: number },
): Promise<number[]> {
  const times: number[] = []
  const from = Math.floor(Math.random() * questions.length)
  for (let at = from; times.length < ASKED_EACH; at += 1) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 * pauseMs))
    times.push(await ask('search', questions[at % questions.length]?.input))
  }
  return times
}

async function connect(child: ChildProcess): Promise<Ask> {
  const launchUrl = await printedAddress(child)
  const launch = await fetch(launchUrl, { redirect: 'manual' })
  const cookie = launch.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { cookie, 'x-career-copilot': '1', 'content-type': 'application/json' }
  const { origin } = new URL(launchUrl)
  // Of the plain kind: what asks must cost little beside what answers.
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  return async (procedure, input) => {
    const startedMs = performance.now()
    const asked = request(`${origin}/rpc/jobs/${procedure}`, { method: 'POST', headers, agent })
    asked.end(JSON.stringify({ json: input }))
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    response.resume()
    await once(response, 'end')
    if (response.statusCode !== 200) throw new Error(`The host answered ${String(response.statusCode)}`)
    return performance.now() - startedMs
  }
}

async function printedAddress({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The host has no output to read')
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? []
    if (address !== undefined) return address
  }
  throw new Error('The host ended without an address')
}
