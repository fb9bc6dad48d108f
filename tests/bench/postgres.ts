import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'

/** Where Debian and its kin put the programs of each version. */
const DEBIAN_ROOT = '/usr/lib/postgresql'
const DATABASE = 'postgres'
/** As a server of this size would be set up; the disk is not waited for, as nothing here has to last. */
const SETTINGS = ['shared_buffers=1GB', 'work_mem=64MB', 'random_page_cost=1.1', 'fsync=off', 'max_wal_size=8GB']

interface Account {
  readonly uid?: number
  readonly gid?: number
}

export interface Postgres {
  readonly version: string
  /** Whether the folder already held a cluster. */
  readonly isFilled: boolean
  /** Runs statements and gives back the rows, a line each, and the time that psql measured, in ms. */
  readonly ask: (sql: string) => Promise<{ rows: readonly string[]; ms: number }>
  /** Feeds lines in the text format of COPY. */
  readonly copy: (table: string, lines: Iterable<string>) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a private server over a folder, reachable through a socket in it only, as an unprivileged user. Null: not installed. */
export async function startPostgres(dir: string): Promise<Postgres | null> {
  const bin = findPrograms()
  if (bin === null) return null
  const account = unprivilegedAccount()
  if (account === null) return null
  const data = join(dir, 'data')
  const isFilled = existsSync(join(dir, 'filled'))
  mkdirSync(dir, { recursive: true })
  if (account.uid !== undefined && account.gid !== undefined) chownSync(dir, account.uid, account.gid)
  if (!existsSync(data)) {
    execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', DATABASE, '-E', 'UTF8', '--locale=C'], {
      ...account,
    })
  }
  const settings = [...SETTINGS, 'listen_addresses=', `unix_socket_directories=${dir}`].flatMap((one) => ['-c', one])
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...account, stdio: 'ignore' })
  const client = ['-X', '-q', '-A', '-t', '-h', dir, '-U', DATABASE, DATABASE]
  await untilReady(
    server,
    () => spawnSync(join(bin, 'psql'), [...client, '-c', 'select 1'], { ...account }).status === 0,
  )
  const session = spawn(join(bin, 'psql'), [...client, '-v', 'ON_ERROR_STOP=1'], { ...account })
  const lines = createInterface({ input: session.stdout })[Symbol.asyncIterator]()
  let complaint = ''
  session.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const ask = async (sql: string): Promise<{ rows: readonly string[]; ms: number }> => {
    session.stdin.write(`\\timing on\n${sql};\n\\timing off\n\\echo END\n`)
    const rows: string[] = []
    let ms = 0
    for (let line = await lines.next(); ; line = await lines.next()) {
      if (line.done === true) throw new Error(`PostgreSQL ended: ${complaint}`)
      if (line.value === 'END') return { rows, ms }
      const time = /^Time: ([\d.]+) ms/.exec(line.value)
      if (time === null) rows.push(line.value)
      else ms += Number(time[1])
    }
  }
  const copy = async (table: string, rows: Iterable<string>): Promise<void> => {
    const command = ['-c', `copy ${table} from stdin`]
    const loader = spawn(join(bin, 'psql'), [...client, ...command], {
      ...account,
      stdio: ['pipe', 'inherit', 'inherit'],
    })
    for (const row of rows) if (!loader.stdin.write(`${row}\n`)) await once(loader.stdin, 'drain')
    loader.stdin.end()
    const [status] = (await once(loader, 'exit')) as [number | null]
    if (status !== 0) throw new Error('PostgreSQL did not take the rows')
  }
  return {
    version: (await ask('show server_version')).rows.join(' '),
    isFilled,
    ask,
    copy,
    stop: async () => {
      session.stdin.end()
      await stopped(server)
    },
  }
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  // SIGINT is its "fast shutdown": it does not wait for clients.
  server.kill('SIGINT')
  await once(server, 'exit')
}

async function untilReady(server: ChildProcess, isReady: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
    if (isReady()) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await stopped(server)
  throw new Error('PostgreSQL did not start')
}

function findPrograms(): string | null {
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  const debian = existsSync(DEBIAN_ROOT)
    ? readdirSync(DEBIAN_ROOT).map((version) => join(DEBIAN_ROOT, version, 'bin'))
    : []
  return (
    [...onPath, ...debian].find((dir) => existsSync(join(dir, 'postgres')) && existsSync(join(dir, 'psql'))) ?? null
  )
}

/** PostgreSQL refuses to run as root; its package brings a user of its own. Null: root, and no such user. */
function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string): number => Number(spawnSync('id', [flag, DATABASE], { encoding: 'utf8' }).stdout)
  const account = { uid: idOf('-u'), gid: idOf('-g') }
  return account.uid > 0 && account.gid > 0 ? account : null
}
