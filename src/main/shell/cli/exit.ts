export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const

/** Ends a command with one line for the user. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure'
  readonly exitCode: number

  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message)
    this.exitCode = exitCode
  }
}
