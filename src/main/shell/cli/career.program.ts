import type { Command } from 'commander'

/** The sub-commands of `career`. */
export function addCareer(career: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    career.command(name).description(description).copyInheritedSettings(career)

  add('show', 'what you have done, as your documents may say it, and what is missing')
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { showCareerCommand } = await import('./career.command.ts')
      done(await showCareerCommand(self.optsWithGlobals()))
    })
  add('import-json <file>', 'take in a JSON Resume; - for standard input')
    .option('--replace', 'put it in place of what is there; else only what is missing is added')
    .option('--dry-run', 'show what it would do, and take in nothing')
    .option('--json', 'print JSON')
    .action(async (file: string, _options, self: Command) => {
      const { importCareerCommand } = await import('./career.command.ts')
      done(await importCareerCommand(file, self.optsWithGlobals()))
    })
  add('export-json', 'print the career as a JSON Resume').action(async (_options, self: Command) => {
    const { exportCareerCommand } = await import('./career.command.ts')
    done(await exportCareerCommand(self.optsWithGlobals()))
  })
}
