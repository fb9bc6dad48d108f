import type { Command } from 'commander'

/** `keys list|set|remove|test`. */
export function addKeys(keys: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    keys.command(name).description(description).copyInheritedSettings(keys)

  add('list', 'all keys, whether they are set, and where they are kept')
    .option('--json', 'print JSON')
    .action(async (_options, command: Command) => {
      const { listKeysCommand } = await import('./keys.command.ts')
      done(await listKeysCommand(command.optsWithGlobals()))
    })
  add('set <name>', 'store a key; it is asked for, or read from standard input').action(
    async (name: string, _options, command: Command) => {
      const { setKeyCommand } = await import('./keys.command.ts')
      done(await setKeyCommand(name, command.optsWithGlobals()))
    },
  )
  add('remove <name>', 'delete a stored key').action(async (name: string, _options, command: Command) => {
    const { removeKeyCommand } = await import('./keys.command.ts')
    done(await removeKeyCommand(name, command.optsWithGlobals()))
  })
  add('test <name>', 'ask what uses the key whether it is taken')
    .option('--json', 'print JSON')
    .action(async (name: string, _options, command: Command) => {
      const { testKeyCommand } = await import('./keys.command.ts')
      done(await testKeyCommand(name, command.optsWithGlobals()))
    })
}
