import { AppError, type RegisterProblem } from '#shared/errors.ts'
import type { SponsorRegister } from '#shared/sponsors.ts'

/** A file that is not taken as a register. `reason` says why and what to do, in a sentence or two for a person. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  readonly problem: RegisterProblem

  constructor(problem: RegisterProblem, reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.problem = problem
  }
}

/** The same as a client is told it; anything else as it is. */
export function asRefusal(error: unknown, register: SponsorRegister): unknown {
  if (!(error instanceof FileProblem)) return error
  return new AppError('REGISTER_REFUSED', { register, problem: error.problem, reason: error.message }, { cause: error })
}
