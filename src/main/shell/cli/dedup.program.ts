import type { Command } from 'commander'
import { CliFailure, EXIT } from './exit.ts'

/** `dedup --input`, `dedup backfill|metrics`. */
export function addDedup(dedup: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    dedup.command(name).description(description).copyInheritedSettings(dedup).option('--json', 'print JSON')

  dedup
    .option('--input <file>', 'postings as JSON lines; - for standard input')
    .action(async (options: { input?: string }) => {
      const { input } = options
      if (input === undefined)
        throw new CliFailure('Say which postings: --input <file>, or - for standard input.', EXIT.usage)
      const { dedupCommand } = await import('./dedup.command.ts')
      done(await dedupCommand({ input }))
    })
  add('backfill', 'merge stored jobs that are the same opening; goes on where it was stopped')
    .option('--afresh', 'begin with the oldest job again')
    .action(async (_options, command: Command) => {
      const { backfillCommand } = await import('./dedup-backfill.command.ts')
      done(await backfillCommand(command.optsWithGlobals()))
    })
  add('metrics', 'what deduplication has done with everything that is stored').action(
    async (_options, command: Command) => {
      const { dedupMetricsCommand } = await import('./dedup-backfill.command.ts')
      done(await dedupMetricsCommand(command.optsWithGlobals()))
    },
  )
}
