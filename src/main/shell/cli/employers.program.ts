import type { Command } from 'commander'

/** The sub-commands of `employers`. */
export function addEmployers(employers: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    employers.command(name).description(description).copyInheritedSettings(employers).option('--json', 'print JSON')

  add('list', 'all of them, with how their boards answered last').action(async (_options, self: Command) => {
    const { listEmployersCommand } = await import('./employers.command.ts')
    done(await listEmployersCommand(self.optsWithGlobals()))
  })
  add('recognise <text>', 'find the board of a name, a careers page or an address').action(
    async (text: string, _options, self: Command) => {
      const { recogniseEmployerCommand } = await import('./employers.command.ts')
      done(await recogniseEmployerCommand(text, self.optsWithGlobals()))
    },
  )
  add('add <text>', 'put the surest board of a name, a careers page or an address on the list').action(
    async (text: string, _options, self: Command) => {
      const { addEmployerCommand } = await import('./employers.command.ts')
      done(await addEmployerCommand(text, self.optsWithGlobals()))
    },
  )
  for (const [name, isOn] of [
    ['on', true],
    ['off', false],
  ] as const) {
    add(`${name} [kind/slug...]`, `switch boards ${name}`)
      .option('--all', 'every employer on the list')
      .action(async (boards: string[], { all }: { all?: boolean }, self: Command) => {
        const { switchEmployersCommand } = await import('./employers.command.ts')
        done(await switchEmployersCommand(boards, { ...self.optsWithGlobals(), isOn, isAll: all === true }))
      })
  }
  add('remove <kind/slug>', 'take a board off the list').action(async (board: string, _options, self: Command) => {
    const { removeEmployerCommand } = await import('./employers.command.ts')
    done(await removeEmployerCommand(board, self.optsWithGlobals()))
  })
}
