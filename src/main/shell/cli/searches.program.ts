import type { Command } from 'commander'
import { wholeNumberFlag } from './flags.ts'

/** The sub-commands of `searches`. */
export function addSearches(searches: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    searches.command(name).description(description).copyInheritedSettings(searches).option('--json', 'print JSON')

  add('list', 'all of them, with what they find and what is new').action(async (_options, self: Command) => {
    const { listSearchesCommand } = await import('./searches.command.ts')
    done(await listSearchesCommand(self.optsWithGlobals()))
  })
  add('new', 'the new jobs of one, or of all; they stay new')
    .argument('[number]', 'its number in the list', wholeNumberFlag({ min: 1, max: Number.MAX_SAFE_INTEGER }))
    .option('--limit <number>', 'at most so many jobs of each', wholeNumberFlag({ min: 1, max: 200 }), 20)
    .option('--look', 'note that they were looked at: they are not new any more')
    .action(async (id: number | undefined, _options, self: Command) => {
      const { newInSearchesCommand } = await import('./searches.command.ts')
      done(await newInSearchesCommand(id ?? null, self.optsWithGlobals()))
    })
}
