import { describe, expect, test } from 'vitest'
import { ACME, type EmployersWorld, employersWorld as open } from '../../../../../tests/support/employers-world.ts'

describe('a board that is gone', () => {
  const never = new AbortController().signal
  const embeds = (address: string) => ({ html: `<script src="${address}"></script>` })
  const OTHER = 'https://boards.greenhouse.io/embed/job_board/js?for=acmerobotics'

  test('has moved when the careers page names another board, and stays so while it is gone', async () => {
    const { employers, asked, find, seen } = open({ page: () => embeds(OTHER) })
    employers.add(ACME)
    expect(seen(ACME, 'gone', null)).toEqual({ mayHaveMoved: true })
    await employers.checkMoved(ACME, never)
    const message = 'Its careers page now names the Greenhouse board "acmerobotics".'
    expect(find(ACME)).toMatchObject({ state: 'moved', message })
    expect(seen(ACME, 'gone', null)).toEqual({ mayHaveMoved: false })
    await employers.checkMoved(ACME, never)
    expect(find(ACME)).toMatchObject({ state: 'moved', message })
    expect(asked).toEqual([ACME.url])
    seen(ACME, 'ok', 4)
    expect(find(ACME)).toMatchObject({ state: 'ok', message: null, postings: 4 })
  })

  test('has moved when the careers page has become another board', async () => {
    const { employers, find, seen } = open({ page: () => ({ html: '', url: 'https://jobs.lever.co/acme' }) })
    employers.add(ACME)
    seen(ACME, 'gone', null)
    await employers.checkMoved(ACME, never)
    expect(find(ACME)?.message).toBe('Its careers page now names the Lever board "acme".')
  })

  test.each<[string, EmployersWorld['page']]>([
    ['names the same board', () => embeds('https://jobs.ashbyhq.com/Acme/embed')],
    ['names none', () => ({ html: '<p>Nothing open</p>' })],
    ['cannot be had', undefined],
  ])('is only gone when the careers page %s', async (_name, page) => {
    const { employers, find, seen } = open(page === undefined ? {} : { page })
    employers.add(ACME)
    seen(ACME, 'gone', null)
    await employers.checkMoved(ACME, never)
    expect(find(ACME)).toMatchObject({ state: 'gone', message: 'gone' })
    expect(seen(ACME, 'gone', null)).toEqual({ mayHaveMoved: true })
  })

  test('is only gone when no careers page but the board itself is known', async () => {
    const { employers, asked, find, seen } = open({ page: () => embeds(OTHER) })
    employers.add({ ...ACME, url: '' })
    expect(seen(ACME, 'gone', null)).toEqual({ mayHaveMoved: false })
    await employers.checkMoved(ACME, never)
    expect([find(ACME)?.state, asked]).toEqual(['gone', []])
  })

  test('that is there again meanwhile has not moved', async () => {
    const { employers, find, seen, database } = open({
      page: () => {
        database.raw.prepare("update employer_board set state = 'ok'").run()
        return embeds(OTHER)
      },
    })
    employers.add(ACME)
    seen(ACME, 'gone', null)
    await employers.checkMoved(ACME, never)
    expect(find(ACME)?.state).toBe('ok')
  })
})
