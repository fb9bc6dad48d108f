import { type Command, Option } from 'commander'
import { DOCUMENT_KINDS } from '#shared/documents.ts'
import { wholeNumberFlag } from './flags.ts'

/** The sub-commands of `documents`. */
export function addDocuments(documents: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    documents.command(name).description(description).copyInheritedSettings(documents).option('--json', 'print JSON')

  add('list', 'all of them, the last changed first')
    .addOption(new Option('--kind <kind>', 'only those of a kind').choices(DOCUMENT_KINDS))
    .action(async (_options, self: Command) => {
      const { listDocumentsCommand } = await import('./documents.command.ts')
      done(await listDocumentsCommand(self.optsWithGlobals()))
    })
  add('show', 'what one says, and its versions')
    .argument('<number>', 'its number in the list', wholeNumberFlag({ min: 1, max: Number.MAX_SAFE_INTEGER }))
    .action(async (id: number, _options, self: Command) => {
      const { showDocumentCommand } = await import('./documents.command.ts')
      done(await showDocumentCommand(id, self.optsWithGlobals()))
    })
}
