import type { AiProvider } from '#shared/ai.ts'
import type { Finding } from '#shared/claims.ts'
import type { TailoringResult } from '#shared/tailoring.ts'
import type { WritingInput } from '#shared/writing.ts'
import type { Core } from '../../core.ts'
import { CliFailure } from './exit.ts'

export interface Written {
  readonly result: TailoringResult
  readonly findings: readonly Finding[]
  /** Null: nobody told the price. */
  readonly costUsd: number | null
}

/** Lets a language model write. Who is asked is told on standard error as it happens. */
export async function writtenByModel(
  core: Core,
  input: Omit<WritingInput, 'provider'> & { readonly provider: AiProvider },
): Promise<Written> {
  for await (const event of await core.client.writing.write(input)) {
    if (event.type === 'asked') {
      const reason = event.reason === '' ? '' : `${event.reason} `
      process.stderr.write(`${reason}Asking ${event.provider}, ${event.model}.\n`)
    }
    if (event.type === 'written') return event
  }
  throw new CliFailure('The model was stopped before it had written all of it.')
}
