import { describe, expect, test } from 'vitest'
import { HttpProblem } from '#main/infra/http/http.ts'
import { offlineContext } from '../../../../../../tests/support/offline-context.ts'
import type { SourceContext } from '../source.ts'
import { lever } from './lever.source.ts'
import { manifest } from './manifest.ts'

type Answers = Readonly<Record<string, string>>

/** A context in which only these addresses answer, and which remembers what was asked. */
function contextWith(answers: Answers, variant: 'eu' | null): { context: SourceContext; asked: string[] } {
  const asked: string[] = []
  const offline = offlineContext(0)
  const context: SourceContext = {
    ...offline,
    base: (host = 'main') => manifest.hosts?.[host] ?? '',
    plan: { ...offline.plan, employers: [{ kind: 'lever', slug: 'x', variant, name: 'X' }] },
    get: ({ url }) => {
      asked.push(new URL(url).host)
      const text = answers[new URL(url).host]
      if (text === undefined) return Promise.reject(new HttpProblem('not_found', 'nothing here', { status: 404 }))
      return Promise.resolve({ url, text, isNotModified: false })
    },
  }
  return { context, asked }
}

const [US, EU] = ['api.lever.co', 'api.eu.lever.co']

describe('the host of a Lever board', () => {
  test.each([
    ['is the first one where it is there', { [US]: '[]', [EU]: '[]' }, null, [US], 'empty'],
    ['is the European one when the first has no such board', { [EU]: '[]' }, null, [US, EU], 'empty'],
    [
      'is the European one alone for a board that is known to be there',
      { [US]: '[]', [EU]: '[]' },
      'eu',
      [EU],
      'empty',
    ],
    ['is none when neither has the board', {}, null, [US, EU], 'gone'],
    ['is none when the European one has lost its board', { [US]: '[]' }, 'eu', [EU], 'gone'],
  ] as const)('%s', async (_, answers, variant, hosts, state) => {
    const { context, asked } = contextWith(answers, variant)
    const page = await lever.fetchPage(context, null)
    expect(asked).toEqual(hosts)
    expect(page.board?.state).toBe(state)
  })

  test('is not looked for elsewhere because of another fault', async () => {
    const { context, asked } = contextWith({ [US]: 'no JSON', [EU]: '[]' }, null)
    expect((await lever.fetchPage(context, null)).problem?.code).toBe('unreadable')
    expect(asked).toEqual([US])
  })
})
