import { describe, expect, test } from 'vitest'
import { answeringContext } from '../../../../../../tests/support/answering-context.ts'
import { NO_WISHES } from '../../../../../../tests/support/read-source.ts'
import type { SourceContext, SourceRequest } from '../source.ts'
import { franceTravail } from './france-travail.source.ts'
import { manifest } from './manifest.ts'

const given: Partial<SourceContext> = {
  base: (host = 'main') => manifest.hosts?.[host] ?? '',
  plan: { ...NO_WISHES, roles: ['Data Scientist'] },
  secret: (name) => `value of ${name}`,
}
const isToken = ({ url }: SourceRequest): boolean => url.includes('access_token')
const offers = (count: number): string =>
  JSON.stringify({ resultats: Array.from({ length: count }, (_, id) => ({ id, intitule: 'Data scientist' })) })
const token = (index: number): string => JSON.stringify({ access_token: `token ${index}`, expires_in: 1499 })

describe('the token', () => {
  test('is asked for at the other host, with id, secret and scope', async () => {
    const { context, asked } = answeringContext(
      (request, index) => (isToken(request) ? token(index) : offers(1)),
      given,
    )
    await franceTravail.fetchPage(context, null)
    expect(asked).toMatchObject([
      {
        url: 'https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire',
        method: 'POST',
        form: {
          grant_type: 'client_credentials',
          client_id: 'value of FRANCE_TRAVAIL_CLIENT_ID',
          client_secret: 'value of FRANCE_TRAVAIL_CLIENT_SECRET',
          scope: 'api_offresdemploiv2 o2dsoffre',
        },
      },
      { headers: { authorization: 'Bearer token 0' } },
    ])
    expect(new URL(asked[1]?.url ?? '').host).toBe('api.francetravail.io')
  })

  test('that has run out is asked for once more', async () => {
    const { context, asked } = answeringContext(
      (request, index) => (isToken(request) ? token(index) : index === 2 ? 401 : offers(150)),
      given,
    )
    const first = await franceTravail.fetchPage(context, null)
    const second = await franceTravail.fetchPage(context, first.nextCursor)
    expect(second.nextCursor).toBe('2 data scientist')
    expect(asked.map(({ headers }) => headers?.['authorization'])).toEqual([
      undefined,
      'Bearer token 0',
      'Bearer token 0',
      undefined,
      'Bearer token 3',
    ])
  })

  test.each([400, 401, 403])('that is refused (status %s) means that the application is', async (status) => {
    const { context, asked } = answeringContext(() => status, given)
    const reading = franceTravail.fetchPage(context, null)
    await expect(reading).rejects.toMatchObject({ code: 'unauthorised', status })
    await expect(reading).rejects.not.toThrow(/value of/)
    expect(asked).toHaveLength(1)
  })

  test.each(['{}', '{"access_token":""}', '{"access_token":7}', '[]', ''])('is missing in %j', async (text) => {
    const { context } = answeringContext(() => text, given)
    await expect(franceTravail.fetchPage(context, null)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

describe('a search', () => {
  test('that finds nothing has no body', async () => {
    const { context } = answeringContext((request, index) => (isToken(request) ? token(index) : ''), given)
    expect(await franceTravail.fetchPage(context, null)).toMatchObject({ items: [], nextCursor: null })
  })

  test('is refused beyond its last ad: that is the end', async () => {
    const { context } = answeringContext((request, index) => (isToken(request) ? token(index) : 400), given)
    expect(await franceTravail.fetchPage(context, '3 data scientist')).toMatchObject({ items: [], nextCursor: null })
    await expect(franceTravail.fetchPage(context, null)).rejects.toMatchObject({ code: 'server_error', status: 400 })
  })

  test('goes on for seven pages', async () => {
    const { context } = answeringContext((request, index) => (isToken(request) ? token(index) : offers(150)), given)
    expect((await franceTravail.fetchPage(context, '5 data scientist')).nextCursor).toBe('6 data scientist')
    expect((await franceTravail.fetchPage(context, '6 data scientist')).nextCursor).toBeNull()
  })
})
