import { type Command, Option } from 'commander'
import { wholeNumberFlag } from './flags.ts'

/** The sub-commands of `applications` that take in and give out. */
export function addApplicationTransfer(applications: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    applications.command(name).description(description).copyInheritedSettings(applications)
  const importNumber = wholeNumberFlag({ min: 1, max: Number.MAX_SAFE_INTEGER })

  add('import <file>', 'take in a table of another tracker; - for standard input')
    .option('--dry-run', 'show what would be taken in, and take in nothing')
    .option('--mapping <file>', 'which column says what, as JSON; --dry-run --json prints the one that is recognised')
    .option('--json', 'print JSON')
    .action(async (file: string, _options, self: Command) => {
      const { importApplicationsCommand } = await import('./application-transfer.command.ts')
      done(await importApplicationsCommand(file, self.optsWithGlobals()))
    })
  add('imports', 'the files that were taken in')
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { listImportsCommand } = await import('./application-transfer.command.ts')
      done(await listImportsCommand(self.optsWithGlobals()))
    })
  add('undo-import', 'take back everything that a file brought')
    .argument('<number>', 'its number in the list of imports', importNumber)
    .option('--redo', 'put it back')
    .option('--json', 'print JSON')
    .action(async (id: number, _options, self: Command) => {
      const { undoImportCommand } = await import('./application-transfer.command.ts')
      done(await undoImportCommand(id, self.optsWithGlobals()))
    })
  add('export', 'print all applications as a table or as JSON')
    .addOption(new Option('--format <format>', 'csv or json').choices(['csv', 'json']).default('csv'))
    .action(async (_options, self: Command) => {
      const { exportApplicationsCommand } = await import('./application-transfer.command.ts')
      done(await exportApplicationsCommand(self.optsWithGlobals()))
    })
  add('calendar', 'print a calendar (iCalendar) of all interviews, deadlines and follow-ups').action(
    async (_options, self: Command) => {
      const { printCalendarCommand } = await import('./application-transfer.command.ts')
      done(await printCalendarCommand(self.optsWithGlobals()))
    },
  )
}
