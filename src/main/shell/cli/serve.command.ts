import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startHttpHost } from '../../transport/http/http-host.ts'
import { openInBrowser } from '../headless/open-in-browser.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printLine } from './output.ts'
import { type GlobalFlags, openCore } from './with-core.ts'

export interface ServeFlags extends GlobalFlags {
  readonly port: number
  readonly open: boolean
  readonly renderer?: string
}

const STOP_BUDGET_MS = 5_000

/** Serves the app until a signal says stop. Prints one line with the address. */
export async function serveCommand(flags: ServeFlags): Promise<number> {
  const rendererDir = flags.renderer ?? join(import.meta.dirname, '..', '..', 'renderer')
  const folder = [rendererDir, join(import.meta.dirname, '..', 'renderer')].find((dir) =>
    existsSync(join(dir, 'index.html')),
  )
  if (folder === undefined) throw new CliFailure('The screens are not built yet: run npm run build, or npm start.')
  const { core, log } = openCore(flags, 'host')
  try {
    const host = await startHttpHost({ router: core.router, log, rendererDir: folder, port: flags.port }).catch(
      explainPort,
    )
    core.start()
    printLine(`Career Copilot is ready: ${host.launchUrl}`)
    if (flags.open) openInBrowser(host.launchUrl, process.platform)
    await untilSignal()
    // Work that does not end must not keep the process.
    setTimeout(() => process.exit(EXIT.failed), STOP_BUDGET_MS).unref()
    await host.close()
    return EXIT.ok
  } finally {
    await core.stop()
  }
}

/** The first signal asks for the stop. Later ones change nothing: Ctrl+C reaches a process twice when npm passes it on, and the
 *  budget ends what does not end by itself. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

function explainPort(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') throw new CliFailure('That port is taken; choose another with --port, or 0 for any.')
  if (code === 'EACCES') throw new CliFailure('That port is not allowed; choose one above 1024 with --port.')
  throw error
}
