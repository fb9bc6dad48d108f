import { type Command, Option } from 'commander'
import { AI_PROVIDERS } from '#shared/ai.ts'
import { LENGTHS, TONES } from '#shared/tailoring.ts'
import { wholeNumberFlag } from './flags.ts'

const MOST = 1_000_000_000_000

/** The options of `tailor`. */
export function addTailor(command: Command, done: (code: number) => void): void {
  command
    .requiredOption('--job <id>', 'the stored job', wholeNumberFlag({ min: 1, max: MOST }))
    .option('--no-ai', 'by rules, out of your own sentences; asks nobody')
    .addOption(
      new Option(
        '--provider <id>',
        'a language model writes: facts and posting are sent to it, and it may cost',
      ).choices(AI_PROVIDERS),
    )
    .addOption(new Option('--kind <kind>', 'what is composed').choices(['resume', 'letter']).default('resume'))
    .addOption(new Option('--length <length>', 'how much of it').choices(LENGTHS).default('usual'))
    .addOption(new Option('--tone <tone>', 'how a letter sounds').choices(TONES).default('plain'))
    .option('--language <code>', 'language of the document, as de (else that of the posting)')
    .option('--from <id>', 'the document to start from (else the career)', wholeNumberFlag({ min: 1, max: MOST }))
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { tailorCommand } = await import('./tailor.command.ts')
      done(await tailorCommand(self.optsWithGlobals()))
    })
}
