import { z } from 'zod'
import { HttpProblem } from '#main/infra/http/http.ts'
import { jsonObject } from '../parts/json-page.ts'
import { perRun } from '../plan/per-run.ts'
import type { SourceAnswer, SourceContext } from '../source.ts'

const SCOPE = 'api_offresdemploiv2 o2dsoffre'

const tokenOf = perRun((): { value: string | null } => ({ value: null }))

/** A GET in the name of the user's application: its token is asked for once a run, and once more when it has run out. Throws
 *  HttpProblem, 'unauthorised' for an application that is not accepted. */
export async function getAsClient(context: SourceContext, url: string): Promise<SourceAnswer> {
  const kept = tokenOf(context)
  const isFresh = kept.value === null
  kept.value ??= await newToken(context)
  try {
    return await get(context, { url, token: kept.value })
  } catch (error) {
    if (isFresh || !(error instanceof HttpProblem) || error.status !== 401) throw error
    kept.value = await newToken(context)
    return await get(context, { url, token: kept.value })
  }
}

function get(context: SourceContext, { url, token }: { url: string; token: string }): Promise<SourceAnswer> {
  return context.get({ url, accept: 'json', headers: { authorization: `Bearer ${token}` } })
}

async function newToken(context: SourceContext): Promise<string> {
  const url = `${context.base('auth')}/connexion/oauth2/access_token?realm=%2Fpartenaire`
  const form = {
    grant_type: 'client_credentials',
    client_id: context.secret('FRANCE_TRAVAIL_CLIENT_ID') ?? '',
    client_secret: context.secret('FRANCE_TRAVAIL_CLIENT_SECRET') ?? '',
    scope: SCOPE,
  }
  const answer = await asked(() => context.get({ url, accept: 'json', method: 'POST', form }))
  const token = z.string().min(1).safeParse(jsonObject(answer)['access_token'])
  if (!token.success) throw new HttpProblem('unreadable', 'France Travail sent no token where one should be')
  return token.data
}

/** It refuses an application that it does not know, or that has not subscribed to the API, as a wrong request. */
async function asked(request: () => Promise<SourceAnswer>): Promise<SourceAnswer> {
  try {
    return await request()
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.status !== 400) throw error
    const message =
      'France Travail does not accept this application: its id, its secret, or its subscription to the API'
    throw new HttpProblem('unauthorised', message, { status: error.status, cause: error })
  }
}
