import { type Command, Option } from 'commander'
import { STAGES } from '#shared/stages.ts'
import { addApplicationTransfer } from './application-transfer.program.ts'
import { instantFlag, wholeNumberFlag } from './flags.ts'

const number = wholeNumberFlag({ min: 1, max: Number.MAX_SAFE_INTEGER })
const stageFlag = (flags: string, description: string) => new Option(flags, description).choices(STAGES)

/** The sub-commands of `applications`. */
export function addApplications(applications: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    applications
      .command(name)
      .description(description)
      .copyInheritedSettings(applications)
      .option('--json', 'print JSON')

  add('list', 'all of them, the last changed first')
    .addOption(stageFlag('--stage <stage>', 'only those of a stage'))
    .option('--text <words>', 'only those with these words in title, employer, place or notes')
    .option('--limit <number>', 'at most so many', wholeNumberFlag({ min: 1, max: 500 }), 100)
    .action(async (_options, self: Command) => {
      const { listApplicationsCommand } = await import('./applications.command.ts')
      done(await listApplicationsCommand(self.optsWithGlobals()))
    })
  add('add', 'add one: of a job of this profile, or of one that only you know')
    .option('--job <number>', 'the number of a job', number)
    .option('--title <title>', 'the title')
    .option('--company <name>', 'the employer')
    .option('--place <words>', 'where it is')
    .option('--url <address>', 'its page')
    .addOption(stageFlag('--stage <stage>', 'where it stands').default('saved'))
    .option('--applied <date>', 'when you applied, as 2026-03-02', instantFlag)
    .action(async (_options, self: Command) => {
      const { addApplicationCommand } = await import('./applications.command.ts')
      done(await addApplicationCommand(self.optsWithGlobals()))
    })
  add('move', 'move one to another stage')
    .argument('<number>', 'its number in the list', number)
    .argument('<stage>', STAGES.join(', '))
    .action(async (id: number, stage: string, _options, self: Command) => {
      const { moveApplicationCommand } = await import('./applications.command.ts')
      done(await moveApplicationCommand({ id, stage }, self.optsWithGlobals()))
    })
  add('show', 'everything about one')
    .argument('<number>', 'its number in the list', number)
    .action(async (id: number, _options, self: Command) => {
      const { showApplicationCommand } = await import('./applications.command.ts')
      done(await showApplicationCommand(id, self.optsWithGlobals()))
    })
  addApplicationTransfer(applications, done)
}
