import { Command, CommanderError, Option } from 'commander'
import { version } from '../../version.ts'
import { addAi } from './ai.program.ts'
import { addBriefing } from './briefing.program.ts'
import { addCareer } from './career.program.ts'
import { addDedup } from './dedup.program.ts'
import { addDocuments } from './documents.program.ts'
import { addEmployers } from './employers.program.ts'
import { addKeys } from './keys.program.ts'
import { addProfile, addRecommend } from './matching.program.ts'
import { addSearch } from './search.program.ts'
import { addSearches } from './searches.program.ts'
import { addApplications } from './applications.program.ts'
import { addSponsors } from './sponsors.program.ts'
import { addRates } from './rates.program.ts'
import { addReading } from './reading.program.ts'
import { addTailor } from './tailor.program.ts'
import { addResume } from './resume.program.ts'
import { baseUrlFlag, instantFlag, listFlag, numberFlag, pairsFlag, wholeNumberFlag } from './flags.ts'
import type { ParseFlags } from './sources.command.ts'
import { CliFailure, EXIT } from './exit.ts'
import { toleratePipeEnd } from './output.ts'

/** Runs the command line and returns the exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted. Commands load the core only
 *  when they need it, so that --version and --help answer at once. */
export async function runCli(argv: readonly string[]): Promise<number> {
  toleratePipeEnd([process.stdout, process.stderr])
  let code: number = EXIT.ok
  const program = createProgram((result) => {
    code = result
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    if (error instanceof CliFailure) {
      process.stderr.write(`${error.message}\n`)
      return error.exitCode
    }
    const { describeCrash } = await import('./crash.ts')
    process.stderr.write(`${describeCrash(error, program.opts<{ home?: string }>().home ?? null)}\n`)
    return EXIT.failed
  }
}

function createProgram(done: (code: number) => void): Command {
  const program = new Command('career-copilot')
    .description('Finds jobs in the European Union, says who sponsors a visa and in which words.')
    .version(version)
    .option(
      '--home <folder>',
      'profile folder (else CAREER_COPILOT_HOME, else the place your system keeps application data)',
    )
    .option(
      '--base-url <source=url>',
      'ask another address in place of a source’s own; may be repeated',
      baseUrlFlag,
      {},
    )
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(firstLine(text)) })
    .showHelpAfterError(false)

  const add = (name: string, description: string) => inherit(program.command(name).description(description), program)

  add('discover', 'gather postings now and store what is new')
    .option('--source <ids>', 'only these sources, by comma', listFlag, [])
    .option('--json', 'print the run as JSON')
    .action(async (_options, command: Command) => {
      const { discoverCommand } = await import('./discover.command.ts')
      done(await discoverCommand(command.optsWithGlobals()))
    })

  addSearch(add('search', 'search the stored jobs'), done)

  addRecommend(add('recommend', 'the jobs that fit your profile best, and why'), done)

  addBriefing(add('briefing', 'what there is to know now: of the day, the evening or the week'), done)

  addProfile(add('profile', 'what jobs are compared with'), done)
  addDocuments(add('documents', 'résumés and letters'), done)
  addResume(add('resume', 'résumés as files'), done)
  addCareer(add('career', 'what you have done: what résumés and letters rest on'), done)

  addSearches(add('searches', 'the searches that are saved, and what is new in them'), done)
  addApplications(add('applications', 'what you apply for, and where it stands'), done)

  add('add <what>', 'add one job: a web address, a file with its text or page, or - for standard input')
    .option('--dry-run', 'show what would be added, and add nothing')
    .option('--title <title>', 'the title, in place of the one that was read')
    .option('--company <name>', 'the company, in place of the one that was read')
    .option('--json', 'print JSON')
    .action(async (what: string, _options, command: Command) => {
      const { addCommand } = await import('./add.command.ts')
      done(await addCommand(what, command.optsWithGlobals()))
    })

  add('enrich', 'read what postings say: JSON lines in, JSON lines out; asks nobody')
    .requiredOption('--input <file>', 'postings as JSON lines; - for standard input')
    .option('--facts', 'print everything that was read, with its evidence')
    .action(async (options: { input: string; facts?: boolean }) => {
      const { enrichCommand } = await import('./enrich.command.ts')
      done(await enrichCommand(options))
    })

  addDedup(add('dedup', 'group postings of the same opening: JSON lines in, JSON lines out; asks nobody'), done)

  addTailor(add('tailor', 'a résumé or letter for one stored job, out of your own sentences'), done)

  addReading(add('reading', 'who read the stored jobs, and reading them again'), done)

  const sourcesCommand = add('sources', 'the sources and how they fare')
  inherit(sourcesCommand.command('list').description('all sources with their state'), program)
    .option('--json', 'print JSON')
    .action(async (_options, command: Command) => {
      const { listSourcesCommand } = await import('./sources.command.ts')
      done(await listSourcesCommand(command.optsWithGlobals()))
    })
  inherit(sourcesCommand.command('test <source>').description('fetch one page and store nothing'), program)
    .option('--json', 'print JSON')
    .action(async (source: string, _options, command: Command) => {
      const { testSourceCommand } = await import('./sources.command.ts')
      done(await testSourceCommand(source, command.optsWithGlobals()))
    })

  inherit(
    sourcesCommand
      .command('parse <source>')
      .description('read a saved answer of a source and print its postings; asks nobody'),
    program,
  )
    .requiredOption('--input <file>', 'the answer as it came; - for standard input')
    .option('--status <code>', 'the HTTP status it came with', wholeNumberFlag({ min: 100, max: 999 }), 200)
    .option('--context <key=value...>', 'what the request knew: slug, company, country, url', pairsFlag, {})
    .action(async (source: string, options: ParseFlags) => {
      const { parseSourceCommand } = await import('./sources.command.ts')
      done(await parseSourceCommand(source, options))
    })

  addEmployers(add('employers', 'the employers whose boards are watched'), done)

  addSponsors(add('sponsors', 'the registers of employers that may sponsor'), done)

  addAi(add('ai', 'the language models, what they cost and what was sent to them'), done)

  addRates(add('rates', 'the exchange rates that pay is compared with'), done)

  addSchedule(add('schedule', 'when discovery runs by itself'), done)

  const settingsCommand = add('settings', 'read and change settings')
  inherit(settingsCommand.command('get [key]').description('print all settings, or one, as JSON'), program).action(
    async (key: string | undefined, _options, command: Command) => {
      const { getSettingCommand } = await import('./settings.command.ts')
      done(await getSettingCommand(key ?? null, command.optsWithGlobals()))
    },
  )
  inherit(
    settingsCommand.command('set <key> <json>').description('change one setting; the value is JSON'),
    program,
  ).action(async (key: string, value: string, _options, command: Command) => {
    const { setSettingCommand } = await import('./settings.command.ts')
    done(await setSettingCommand({ key, value }, command.optsWithGlobals()))
  })

  addKeys(add('keys', 'the keys that sources use; values are never shown'), done)

  add('health', 'the state of the app and its database')
    .option('--json', 'print JSON')
    .action(async (_options, command: Command) => {
      const { healthCommand } = await import('./health.command.ts')
      done(await healthCommand(command.optsWithGlobals()))
    })

  add('serve', 'serve the app on this machine, for the browser')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', wholeNumberFlag({ min: 0, max: 65_535 }), 0)
    .option('--no-open', 'do not open the browser')
    .option('--renderer <folder>', 'folder of the built screens')
    .action(async (_options, command: Command) => {
      const { serveCommand } = await import('./serve.command.ts')
      done(await serveCommand(command.optsWithGlobals()))
    })

  return program
}

function addSchedule(schedule: Command, done: (code: number) => void): void {
  const add = (name: string, description: string) =>
    inherit(schedule.command(name).description(description), schedule).option('--json', 'print JSON')

  add('show', 'the schedule and its next starts').action(async (_options, self: Command) => {
    const { showScheduleCommand } = await import('./schedule.command.ts')
    done(await showScheduleCommand(self.optsWithGlobals()))
  })
  add('pause', 'start nothing for a while, or until it is resumed')
    .addOption(new Option('--until <time>', 'until this time, as 2026-03-02T18:00Z').argParser(instantFlag))
    .addOption(
      new Option('--hours <number>', 'for so many hours')
        .argParser(numberFlag({ min: 0.1, max: 24 * 365 }))
        .conflicts('until'),
    )
    .action(async (_options, self: Command) => {
      const { pauseScheduleCommand } = await import('./schedule.command.ts')
      done(await pauseScheduleCommand(self.optsWithGlobals()))
    })
  add('resume', 'end the pause').action(async (_options, self: Command) => {
    const { resumeScheduleCommand } = await import('./schedule.command.ts')
    done(await resumeScheduleCommand(self.optsWithGlobals()))
  })
  add('preview <cron>', 'say what a cron line would mean, and change nothing')
    .option('--zone <name>', 'time zone of the IANA list (else that of the schedule)')
    .action(async (cron: string, _options, self: Command) => {
      const { previewScheduleCommand } = await import('./schedule.command.ts')
      done(await previewScheduleCommand(cron, self.optsWithGlobals()))
    })
}

function inherit(command: Command, parent: Command): Command {
  return command.copyInheritedSettings(parent)
}

function firstLine(text: string): string {
  return `${text.split('\n', 1)[0]?.replace(/^error: /, '') ?? text}\n`
}
