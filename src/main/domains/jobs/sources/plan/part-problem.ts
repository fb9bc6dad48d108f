import { HttpProblem } from '#main/infra/http/http.ts'
import { SOURCE_PROBLEMS, type SourceProblem } from '#shared/discovery.ts'
import type { SourcePage } from '../source.ts'

/** What went wrong with one of a source's several addresses, for the page that it would have been. Throws the error on when it is
 *  none of the codes after which the other addresses are worth asking. */
export function problemOf(
  error: unknown,
  options: { readonly part: string; readonly goesOnAfter: readonly SourceProblem[] },
): NonNullable<SourcePage['problem']> {
  if (!(error instanceof HttpProblem) || error.code === 'cancelled') throw error
  if (!options.goesOnAfter.includes(error.code)) throw error
  return { code: error.code, message: `${options.part}: ${error.message}` }
}

/** For addresses on hosts of their own: whatever is wrong with one says nothing about the others. */
export const AFTER_ANYTHING: readonly SourceProblem[] = SOURCE_PROBLEMS
