import { Argument, type Command } from 'commander'
import { BRIEFING_KINDS, type BriefingKind } from '#shared/briefings.ts'

/** The argument and options of `briefing`. */
export function addBriefing(command: Command, done: (code: number) => void): void {
  command
    .addArgument(new Argument('[kind]', 'which one').choices([...BRIEFING_KINDS]).default('daily'))
    .option('--json', 'print JSON')
    .action(async (kind: BriefingKind, _options, self: Command) => {
      const { briefingCommand } = await import('./briefing.command.ts')
      done(await briefingCommand(kind, self.optsWithGlobals()))
    })
}
