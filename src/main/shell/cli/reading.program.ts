import type { Command } from 'commander'

/** `reading state|again`. */
export function addReading(reading: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    reading.command(name).description(description).copyInheritedSettings(reading)

  add('state', 'how many jobs today’s reader has read')
    .option('--json', 'print JSON')
    .action(async (_options, command: Command) => {
      const { readingStateCommand } = await import('./reading.command.ts')
      done(await readingStateCommand(command.optsWithGlobals()))
    })
  add('again', 'read the jobs that an earlier reader has read; goes on where it was interrupted')
    .option('--all', 'read all of them')
    .action(async (_options, command: Command) => {
      const { readAgainCommand } = await import('./reading.command.ts')
      done(await readAgainCommand(command.optsWithGlobals()))
    })
}
