import type { Command } from 'commander'
import { pairsFlag } from './flags.ts'

/** The sub-commands of `sponsors`. */
export function addSponsors(sponsors: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    sponsors.command(name).description(description).copyInheritedSettings(sponsors)

  add('list', 'the registers, and what is stored of them')
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { listRegistersCommand } = await import('./sponsors.command.ts')
      done(await listRegistersCommand(self.optsWithGlobals()))
    })
  add('import <register>', 'store a register: uk, nl, ie, dk or pt; fetches its newest file unless one is given')
    .option('--file <path>', 'a file of the register, in its own format or as CSV')
    .option('--accept-smaller', 'take a file that is much smaller than the stored one')
    .option('--json', 'print JSON')
    .action(async (register: string, _options, self: Command) => {
      const { importRegisterCommand } = await import('./sponsors.command.ts')
      done(await importRegisterCommand(register, self.optsWithGlobals()))
    })
  add('match', 'look companies up: JSON lines in, JSON lines out; asks nobody')
    .requiredOption('--input <file>', 'rows {id, company, country, town?} as JSON lines; - for standard input')
    .option(
      '--register <id=file>',
      'match with this file of a register, as uk=register.csv; may be repeated (else: with the stored registers)',
      pairsFlag,
      {},
    )
    .action(async (_options, self: Command) => {
      const { matchCompaniesCommand } = await import('./sponsors.command.ts')
      done(await matchCompaniesCommand(self.optsWithGlobals()))
    })
}
