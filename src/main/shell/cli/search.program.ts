import { type Command, Option } from 'commander'
import {
  EMPLOYMENT_TYPES,
  ROLE_FAMILIES,
  SENIORITIES,
  SPOKEN_LANGUAGES,
  VISA_STATUSES,
  WORKPLACES,
} from '#shared/facts.ts'
import { JOB_MARKS, JOB_OPENINGS, JOB_SORTS } from '#shared/jobs.ts'
import { listFlag, numberFlag, wholeNumberFlag } from './flags.ts'

/** The options of `search`: every filter of the jobs screen. */
export function addSearch(command: Command, done: (code: number) => void): void {
  command
    .option('--text <words>', 'words, "phrases", prefix*, -not, OR, company:name, title:, city:, skill:, source:', '')
    .option('--country <codes>', 'countries by comma, as DE,NL', listFlag, [])
    .option('--city <names>', 'any of these cities by their English names, by comma', listFlag, [])
    .addOption(oneOf('--visa <states>', 'visa: ', VISA_STATUSES))
    .addOption(oneOf('--workplace <kinds>', 'workplace: ', WORKPLACES))
    .addOption(oneOf('--seniority <levels>', 'level: ', SENIORITIES))
    .addOption(oneOf('--role <families>', 'role: ', ROLE_FAMILIES))
    .addOption(oneOf('--type <kinds>', 'employment: ', EMPLOYMENT_TYPES))
    .option('--salary-min <eur>', 'can pay at least this many EUR a year', numberFlag({ min: 0, max: 10_000_000 }))
    .option('--salary-max <eur>', 'pay begins at no more than this', numberFlag({ min: 0, max: 10_000_000 }))
    .option('--skill <names>', 'all of these skills, by comma', listFlag, [])
    .option('--skills-any <names>', 'any of these skills, by comma', listFlag, [])
    .option('--source <ids>', 'only these sources, by comma', listFlag, [])
    .addOption(spoken('--language <codes>', 'asks for any of these spoken languages, by comma, as en,de'))
    .addOption(spoken('--speaks <codes>', 'asks for no spoken languages but these, by comma, as en,de'))
    .option('--since-days <days>', 'posted within so many days', wholeNumberFlag({ min: 1, max: 3650 }))
    .option('--sponsor-listed', 'the employer is in a sponsor register of the job’s country')
    .option('--reaches-permit', 'the stated pay reaches a permit’s threshold that holds for you')
    .addOption(new Option('--openings <which>', 'whether closed jobs are meant').choices(JOB_OPENINGS).default('open'))
    .addOption(
      new Option('--show <mark>', 'all but hidden ones, or those marked').choices(JOB_MARKS).default('visible'),
    )
    .addOption(new Option('--sort <order>', 'order').choices(JOB_SORTS).default('newest'))
    .option('--page <number>', 'page', wholeNumberFlag({ min: 1, max: 100_000 }), 1)
    .option('--per-page <number>', 'jobs a page', wholeNumberFlag({ min: 1, max: 200 }), 20)
    .option('--json', 'print JSON')
    .action(async (_options, self: Command) => {
      const { searchCommand } = await import('./search.command.ts')
      done(await searchCommand(self.optsWithGlobals()))
    })
}

function oneOf(flags: string, label: string, allowed: readonly string[]): Option {
  return new Option(flags, `${label}${allowed.join(', ')}`)
    .argParser((value: string, previous: readonly string[]) => listFlag(value, previous, allowed))
    .default([])
}

function spoken(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, previous: readonly string[]) =>
      listFlag(value.toLowerCase(), previous, SPOKEN_LANGUAGES),
    )
    .default([])
}
