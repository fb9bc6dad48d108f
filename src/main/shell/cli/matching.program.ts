import type { Command } from 'commander'
import { numberFlag, wholeNumberFlag } from './flags.ts'

/** The options of `recommend`. */
export function addRecommend(command: Command, done: (code: number) => void): void {
  command
    .option('--limit <number>', 'jobs shown', wholeNumberFlag({ min: 1, max: 200 }), 20)
    .option('--min-score <points>', 'least score, 0 to 100', numberFlag({ min: 0, max: 100 }), 30)
    .option('--max-per-company <number>', 'jobs of one employer', wholeNumberFlag({ min: 1, max: 50 }), 3)
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { recommendCommand } = await import('./recommend.command.ts')
      done(await recommendCommand(self.optsWithGlobals()))
    })
}

/** The sub-commands of `profile`. */
export function addProfile(profile: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    profile.command(name).description(description).copyInheritedSettings(profile).option('--json', 'print JSON')

  add('get', 'what jobs are compared with, and what would make that better').action(async (_options, self: Command) => {
    const { getProfileCommand } = await import('./profile.command.ts')
    done(await getProfileCommand(self.optsWithGlobals()))
  })
  add('set <field> <json>', 'change one field; the value is JSON, or a word, or words by comma').action(
    async (field: string, value: string, _options, self: Command) => {
      const { setProfileCommand } = await import('./profile.command.ts')
      done(await setProfileCommand({ field, value }, self.optsWithGlobals()))
    },
  )
}
