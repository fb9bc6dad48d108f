import type { z } from 'zod'
import { ProviderFault } from './fault.ts'

/** The answer of an SDK in the form that is read of it. Throws ProviderFault when there is none. */
export async function answerOf<S extends z.ZodType>(schema: S, ask: () => PromiseLike<unknown>): Promise<z.infer<S>> {
  return readable(schema, await given(ask))
}

/** The pieces of an answer that an SDK streams, in the form that is read of them. Throws ProviderFault; what its reader throws stays its
 *  reader's. */
export async function* piecesOf<S extends z.ZodType>(
  schema: S,
  open: () => PromiseLike<AsyncIterable<unknown>>,
): AsyncGenerator<z.infer<S>, void, undefined> {
  const pieces = await given(open)
  try {
    for await (const piece of pieces) yield readable(schema, piece)
  } catch (error) {
    throw error instanceof ProviderFault ? error : new ProviderFault(error)
  }
}

async function given<T>(ask: () => PromiseLike<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new ProviderFault(error)
  }
}

function readable<S extends z.ZodType>(schema: S, answer: unknown): z.infer<S> {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw new ProviderFault(parsed.error)
  return parsed.data
}
