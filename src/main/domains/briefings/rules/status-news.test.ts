import { describe, expect, test } from 'vitest'
import { closedTelling, silentTellings } from './status-news.ts'

const zone = 'Europe/Berlin'
const DAY_MS = 86_400_000
const at = (text: string) => Date.parse(`2026-01-${text}Z`)
const named = (applicationId: number) => ({ applicationId, title: `Job ${applicationId}`, company: 'Acme' })

describe('jobs that are gone', () => {
  const closed = (id: number) => ({ ...named(id), closedAt: at('12T09:00') })
  test('none, one, and several in one message a run', () => {
    expect(closedTelling('run', [])).toBeNull()
    expect(closedTelling('run', [closed(7)])).toMatchObject({
      key: 'jobs-closed:run',
      title: 'No longer online: Job 7 at Acme',
      path: '/applications/7',
      count: 1,
    })
    const many = closedTelling('run', [closed(7), closed(8), closed(9)])
    expect(many).toMatchObject({ title: '3 jobs you follow are no longer online', path: '/applications', count: 3 })
    expect(many?.letter?.sections[0]?.lines.map(({ path }) => path)).toEqual([
      '/applications/7',
      '/applications/8',
      '/applications/9',
    ])
  })
})

describe('applications without an answer', () => {
  const silentSince = (id: number, crossed: string) => ({ ...named(id), since: at(crossed) - 30 * DAY_MS })
  const silent = [
    silentSince(1, '08T12:00'),
    silentSince(2, '10T12:00'),
    silentSince(3, '11T09:00'),
    // Half past eleven in the evening in Berlin, and half past midnight.
    silentSince(4, '11T22:30'),
    silentSince(5, '11T23:30'),
  ]
  const tellings = (now: string) => silentTellings(silent, { now: at(now), zone, ghostedAfterDays: 30 })

  test('are told the morning after, those of one day together, and those of long ago not at all', () => {
    expect(tellings('12T07:59')).toEqual([])
    const told = tellings('12T08:00')
    expect(told.map(({ key, count }) => [key, count])).toEqual([
      ['silent:2026-01-11', 2],
      ['silent:2026-01-10', 1],
    ])
    expect(told.map(({ title }) => title)).toEqual(['2 applications without an answer', 'No answer: Job 2 at Acme'])
  })

  test('whenever it is looked again, a day has the same key', () => {
    const keys = [tellings('12T08:00'), tellings('12T20:00'), tellings('13T09:00')].flat().map(({ key }) => key)
    expect([...new Set(keys)].toSorted()).toEqual(['silent:2026-01-10', 'silent:2026-01-11', 'silent:2026-01-12'])
  })
})
