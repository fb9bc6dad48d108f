import type { Dialogs } from '../ports.ts'

export interface AfterCrashParts {
  readonly dialogs: Dialogs
  readonly profileDir: string
  readonly reload: () => void
  readonly quit: () => void
}

/** Says that loading the page again did not help, and lets the user choose. */
export async function askAfterCrash({ dialogs, profileDir, reload, quit }: AfterCrashParts): Promise<void> {
  const pressed = await dialogs.ask({
    message: 'The window stopped working twice',
    detail: `Your data is safe. What happened is in the log folder of ${profileDir}.`,
    buttons: ['Load it again', 'Quit'],
  })
  if (pressed === 0) reload()
  else quit()
}
