import { describe, expect, test } from 'vitest'
import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'
import { offlineContext } from '../../../../../../tests/support/offline-context.ts'
import type { SourceContext, WatchedBoard } from '../source.ts'
import { manifest } from './manifest.ts'
import { personio } from './personio.source.ts'

const de = 'https://kranich.jobs.personio.de/xml'
const com = 'https://kranich.jobs.personio.com/xml'
const board = (text: string): string =>
  `<workzag-jobs><position><id>1</id><name>Engineer</name><jobDescriptions>${text}</jobDescriptions></position></workzag-jobs>`
const german = '<jobDescription><name>Aufgaben</name><value>&lt;p&gt;Bauen.&lt;/p&gt;</value></jobDescription>'

/** A page of the board where each address answers with its text or fails with its code. */
async function readFrom(answers: Readonly<Record<string, string>>, variant: WatchedBoard['variant'] = null) {
  const asked: string[] = []
  const offline = offlineContext(0)
  const context: SourceContext = {
    ...offline,
    base: (host = 'main') => manifest.hosts?.[host] ?? '',
    plan: { ...offline.plan, employers: [{ kind: 'personio', slug: 'kranich', variant, name: 'Kranich Health' }] },
    get: ({ url }) => {
      asked.push(url)
      const answer = answers[url] ?? 'not_found'
      return answer.startsWith('<')
        ? Promise.resolve({ url, text: answer, isNotModified: false })
        : Promise.reject(new HttpProblem(answer as HttpProblemCode, `${url} says ${answer}`))
    },
  }
  const page = await personio.fetchPage(context, null)
  const [item] = page.items
  return { asked, page, posting: item?.ok === true ? item.posting : null }
}

describe('the host of a board', () => {
  test('is the German one where it answers', async () => {
    const { asked, posting } = await readFrom({ [de]: board(german) })
    expect(asked).toEqual([de])
    expect(posting).toMatchObject({ url: 'https://kranich.jobs.personio.de/job/1', company: 'Kranich Health' })
  })

  test.each(['not_found', 'network'])('is looked for on the other one once when the first says %s', async (code) => {
    const { asked, posting, page } = await readFrom({ [de]: code, [com]: board(german) })
    expect(asked).toEqual([de, com])
    expect(posting?.url).toBe('https://kranich.jobs.personio.com/job/1')
    expect(page.board).toMatchObject({ state: 'ok', postings: 1 })
  })

  test('is the international one alone where that is known', async () => {
    const { asked, posting } = await readFrom({ [de]: board(german), [com]: board(german) }, 'com')
    expect(asked).toEqual([com])
    expect(posting?.url).toBe('https://kranich.jobs.personio.com/job/1')
  })

  test('is none when neither has the board', async () => {
    const { asked, page } = await readFrom({})
    expect(asked).toEqual([de, com])
    expect(page.board).toMatchObject({ state: 'gone' })
  })

  test.each(['rate_limited', 'challenge', 'timeout', 'server_error'])(
    'is not looked for when the first says %s',
    async (code) => {
      const { asked, page } = await readFrom({ [de]: code, [com]: board(german) })
      expect(asked).toEqual([de])
      expect(page).toMatchObject({ problem: { code }, board: { state: 'failing' } })
    },
  )
})

describe('a position without a text', () => {
  test('is asked for in English, then in German, on the host that has the board', async () => {
    const { asked, posting } = await readFrom({
      [com]: board(''),
      [`${com}?language=en`]: board(''),
      [`${com}?language=de`]: board(german),
    })
    expect(asked).toEqual([de, com, `${com}?language=en`, `${com}?language=de`])
    expect(posting?.descriptionHtml).toBe('<h3>Aufgaben</h3>\n<p>Bauen.</p>')
  })

  test('stays without one where the board knows no such languages', async () => {
    const { posting, page } = await readFrom({ [de]: board('') })
    expect(posting?.descriptionHtml).toBe('')
    expect(page.problem).toBeNull()
  })

  test('is not taken for one when the board fails to answer', async () => {
    const { page } = await readFrom({ [de]: board(''), [`${de}?language=en`]: 'timeout' })
    expect(page).toMatchObject({ items: [], problem: { code: 'timeout' }, board: { state: 'failing' } })
  })
})
