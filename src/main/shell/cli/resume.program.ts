import { type Command, Option } from 'commander'
import { DOCUMENT_LANGUAGES, FILE_FORMATS, TEMPLATES } from '#shared/documents.ts'
import { wholeNumberFlag } from './flags.ts'

/** The sub-commands of `resume`. */
export function addResume(resume: Command, done: (code: number) => void): void {
  resume
    .command('import <file>')
    .description('print what a résumé (PDF or DOCX) says, and take in nothing; - for standard input')
    .copyInheritedSettings(resume)
    .option('--json', 'print JSON')
    .action(async (file: string, _options, self: Command) => {
      const { importResumeCommand } = await import('./resume-import.command.ts')
      done(await importResumeCommand(file, self.optsWithGlobals()))
    })
  resume
    .command('export')
    .description('write a résumé or letter as a file, and say how it reads back')
    .copyInheritedSettings(resume)
    .addOption(new Option('--format <format>', 'the kind of file').choices(FILE_FORMATS).default('pdf'))
    .option(
      '--document <number>',
      'its number in the list of documents (else the master, else all of the career)',
      wholeNumberFlag({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    )
    .addOption(new Option('--template <name>', 'how it looks, in place of its own').choices(TEMPLATES))
    .addOption(
      new Option('--language <code>', 'of headings and dates, in place of its own').choices(DOCUMENT_LANGUAGES),
    )
    .option('--out <file>', 'where to; what is there is replaced (else under its own name in this folder)')
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { exportResumeCommand } = await import('./resume-export.command.ts')
      done(await exportResumeCommand(self.optsWithGlobals()))
    })
}
