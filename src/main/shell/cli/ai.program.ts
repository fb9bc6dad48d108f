import type { Command } from 'commander'
import { wholeNumberFlag } from './flags.ts'

/** `ai providers|test|usage|calls|call`. */
export function addAi(ai: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    ai.command(name).description(description).copyInheritedSettings(ai).option('--json', 'print JSON')

  add('providers', 'who is asked, in which order, with which model and at what price').action(
    async (_options, command: Command) => {
      const { aiProvidersCommand } = await import('./ai.command.ts')
      done(await aiProvidersCommand(command.optsWithGlobals()))
    },
  )
  add('test <provider>', 'ask a provider whether it takes the key; costs nothing').action(
    async (provider: string, _options, command: Command) => {
      const { testAiCommand } = await import('./ai.command.ts')
      done(await testAiCommand(provider, command.optsWithGlobals()))
    },
  )
  add('usage', 'what was spent in a month')
    .option('--month <yyyy-mm>', 'another month than this one')
    .action(async (_options, command: Command) => {
      const { aiUsageCommand } = await import('./ai.command.ts')
      done(await aiUsageCommand(command.optsWithGlobals()))
    })
  add('calls', 'the last calls, newest first')
    .option('--limit <count>', 'how many', wholeNumberFlag({ min: 1, max: 200 }), 50)
    .action(async (_options, command: Command) => {
      const { aiCallsCommand } = await import('./ai.command.ts')
      done(await aiCallsCommand(command.optsWithGlobals()))
    })
  add('call <id>', 'one call with what was sent and what came back').action(
    async (id: string, _options, command: Command) => {
      const { aiCallCommand } = await import('./ai.command.ts')
      done(await aiCallCommand(id, command.optsWithGlobals()))
    },
  )
}
