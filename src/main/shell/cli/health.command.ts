import { EXIT } from './exit.ts'
import { printJson, printLine } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

/** Exit code 1 when something is failing. */
export function healthCommand(flags: GlobalFlags & { readonly json?: boolean }): Promise<number> {
  return withCore(flags, async (core) => {
    const health = await core.client.health.get()
    if (flags.json === true) printJson(health)
    else {
      printLine(`Career Copilot ${health.version}: ${health.state}`)
      printLine(`Profile ${health.profileDir}`)
      printLine(
        `${health.database.jobs} jobs from ${health.database.postings} postings, schema ${health.database.schemaVersion}`,
      )
      for (const check of health.checks) printLine(`${check.state.padEnd(8)} ${check.message}`)
    }
    return health.state === 'failing' ? EXIT.failed : EXIT.ok
  })
}
