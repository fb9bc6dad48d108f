import type { Command } from 'commander'

/** The sub-commands of `rates`. */
export function addRates(rates: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    rates.command(name).description(description).copyInheritedSettings(rates)

  add('show', 'every rate with its day')
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { showRatesCommand } = await import('./rates.command.ts')
      done(await showRatesCommand(self.optsWithGlobals()))
    })
  add('refresh', 'fetch the reference rates of the European Central Bank')
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { refreshRatesCommand } = await import('./rates.command.ts')
      done(await refreshRatesCommand(self.optsWithGlobals()))
    })
}
