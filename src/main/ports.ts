import type { StartWorkThread } from './domains/documents/worker/work-thread.ts'
import type { Log } from './infra/log/log.ts'
import type { SecretStore } from './infra/secrets/secret-store.ts'
import type { Clock } from './infra/time/clock.ts'

/** Messages on the desktop. */
export interface Notifier {
  /** Shows one; a click on it leads to the screen in the window. False when the system did not show it. */
  readonly show: (notice: { title: string; body: string; path: string | null }) => Promise<boolean>
}

/** What a shell supplies to the core. The core reads no environment, no flags and no Electron. */
export interface Ports {
  readonly shell: 'electron' | 'host' | 'cli' | 'test'
  readonly version: string
  /** Absolute path of the folder that holds everything of one person. */
  readonly profileDir: string
  readonly clock: Clock
  readonly log: Log
  /** Base addresses given on the command line, by source id; they go before the setting. */
  readonly baseUrls: Readonly<Record<string, string>>
  /** Where the profile's keys lie. Not touched before a key is asked for or looked at. */
  readonly secrets: SecretStore
  /** A key given to this process under its name, without a desktop; null when there is none. */
  readonly environment: (name: string) => string | null
  /** Starts the thread in which documents are drawn and résumé files read. Not started before there is one. */
  readonly startDocumentsThread: StartWorkThread
  /** The browser on this machine in which pages can be read, as the path of its program; null when there is none. */
  readonly findBrowser?: () => Promise<string | null>
  /** Absent where there is no desktop. */
  readonly notifier?: Notifier
  /** Name look-up for outgoing requests; the system's own when absent. */
  readonly resolve?: (hostname: string) => Promise<string[]>
}
