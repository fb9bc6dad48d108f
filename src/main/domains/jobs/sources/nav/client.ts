import { HttpProblem } from '#main/infra/http/http.ts'
import { perRun } from '../plan/per-run.ts'
import type { SourceAnswer, SourceContext, SourceRequest } from '../source.ts'

const JWT = /eyJ[\w-]+\.[\w-]+\.[\w-]+/

const tokenOf = perRun((): { value: string | null } => ({ value: null }))

/** A GET with NAV's public token, which is asked for once a run, and once more when it is refused. Throws HttpProblem. */
export async function getWithToken(
  context: SourceContext,
  request: Pick<SourceRequest, 'url' | 'headers'>,
): Promise<SourceAnswer> {
  const kept = tokenOf(context)
  const isFresh = kept.value === null
  const token = kept.value ?? (await newToken(context))
  kept.value = token
  try {
    return await get(context, { ...request, token })
  } catch (error) {
    if (isFresh || !(error instanceof HttpProblem) || error.status !== 401) throw error
    kept.value = await newToken(context)
    return await get(context, { ...request, token: kept.value })
  }
}

function get(
  context: SourceContext,
  { url, headers, token }: Pick<SourceRequest, 'url' | 'headers'> & { readonly token: string },
): Promise<SourceAnswer> {
  return context.get({ url, accept: 'json', headers: { ...headers, authorization: `Bearer ${token}` } })
}

/** NAV writes a sentence and then the token, as text; anything that begins like a page is none. */
async function newToken(context: SourceContext): Promise<string> {
  const url = `${context.base()}/api/publicToken`
  const { text } = await context.get({ url, accept: 'json', headers: { accept: 'text/plain' } })
  const [token] = JWT.exec(text) ?? []
  if (token === undefined) throw new HttpProblem('unreadable', 'NAV sent no token where its public token should be')
  return token
}

/** An address that an answer of NAV's gives, on NAV's own host and no other: the token goes there. Throws HttpProblem
 *  'address_refused'. */
export function ownAddress(context: SourceContext, given: string, answer: Pick<SourceAnswer, 'url'>): string {
  const base = new URL(context.base())
  // Where a stand-in lives below a path, NAV's own paths begin there.
  const prefix = base.pathname.replace(/\/$/, '')
  const isBare = given.startsWith('/') && !given.startsWith('//') && !given.startsWith(`${prefix}/`)
  const url = URL.parse(isBare ? `${prefix}${given}` : given, answer.url)
  if (url?.origin !== base.origin) throw new HttpProblem('address_refused', 'NAV’s feed goes on at another host')
  return url.href
}
