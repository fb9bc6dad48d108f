/** Abilities of the desktop that the shell's decisions need. Each has one version over Electron, in adapters/, and one in tests. */

export interface Opener {
  /** Hands an address to the system's browser or mail program. */
  readonly openUrl: (url: string) => Promise<void>
  readonly openFolder: (path: string) => Promise<void>
}

export interface Question {
  readonly message: string
  readonly detail: string
  /** The first is the default; the last is what Escape means. */
  readonly buttons: readonly [string, ...string[]]
}

export interface Dialogs {
  /** Says why the app cannot go on, and waits until it was read. */
  readonly showError: (problem: { title: string; message: string }) => void
  /** Resolves to the index of the button pressed. */
  readonly ask: (question: Question) => Promise<number>
}

export interface Clipboard {
  readonly writeText: (text: string) => Promise<void>
}

/** One message of the system's, made and not yet shown. */
export interface DesktopNotice {
  readonly onShown: (listen: () => void) => void
  readonly onFailed: (listen: (problem: string) => void) => void
  readonly onClick: (listen: () => void) => void
  readonly show: () => void
}

export interface DesktopNotices {
  readonly isSupported: () => boolean
  readonly create: (text: { title: string; body: string }) => DesktopNotice
}

/** What the shell itself remembers between starts. A read may answer anything: the file is the user's. */
export interface ShellStateStore {
  readonly read: () => unknown
  readonly write: (state: Record<string, unknown>) => void
}
