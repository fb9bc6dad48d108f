import { Command, CommanderError } from 'commander'
import { baseUrlFlag } from '../cli/flags.ts'

export interface LaunchOptions {
  readonly home: string | null
  readonly baseUrls: Readonly<Record<string, string>>
  readonly hasDevTools: boolean
}

export type Launch =
  | { readonly ok: true; readonly options: LaunchOptions }
  | { readonly ok: false; readonly problem: string }

/** Reads our flags out of the arguments a desktop app is started with. What we do not know is left alone: Chromium, Electron
 *  and the system add switches of their own, and in development the first argument is the app's folder. */
export function readLaunch(args: readonly string[]): Launch {
  const program = new Command('career-copilot')
    .option('--home <folder>')
    .option('--base-url <source=url>', '', baseUrlFlag, {})
    .option('--devtools')
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  try {
    program.parse([...args], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return { ok: false, problem: error.message.replace(/^error: /, '') }
    throw error
  }
  const flags = program.opts<{ home?: string; baseUrl: Record<string, string>; devtools?: boolean }>()
  return {
    ok: true,
    options: { home: flags.home ?? null, baseUrls: flags.baseUrl, hasDevTools: flags.devtools === true },
  }
}
