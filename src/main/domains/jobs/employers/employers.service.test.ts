import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { ACME, EMPLOYERS_NOW as NOW, employersWorld as open } from '../../../../../tests/support/employers-world.ts'
import { starterList } from './starter-list.ts'

const STARTER = [...starterList().values()].find(({ kind }) => kind === 'lever')
if (STARTER === undefined) throw new Error('There is no starter with a Lever board')
const STARTERS = starterList().size

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'no error'
  } catch (error) {
    if (error instanceof AppError) return (error as AppError).code
    throw error
  }
}

describe('the list of employers', () => {
  test('is the starter list at first: by name, switched on, unread, without a row', () => {
    const { employers, rows } = open()
    const list = employers.list()
    expect(list).toHaveLength(STARTERS)
    expect(list.every(({ isOn, state, origin }) => isOn && state === 'unread' && origin === 'starter')).toBe(true)
    expect(list.map(({ name }) => name)).toEqual(
      list.map(({ name }) => name).toSorted((left, right) => left.localeCompare(right, 'en')),
    )
    expect(rows()).toEqual([])
  })

  test('an employer that was added is on it and watched, and still is after a restart', () => {
    const { employers, path } = open()
    const added = employers.add(ACME)
    expect(added).toEqual({
      ...ACME,
      countryCode: null,
      origin: 'user',
      isOn: true,
      state: 'unread',
      message: null,
      postings: null,
      checkedAt: null,
    })
    const again = open({ path }).employers
    expect(again.list()).toHaveLength(STARTERS + 1)
    expect(again.watched('ashby')).toContainEqual({ kind: 'ashby', slug: 'acme', variant: null, name: 'Acme' })
    expect(again.watched('lever').map(({ slug }) => slug)).not.toContain('acme')
  })

  test('one without an address gets that of its board', () => {
    expect(open().employers.add({ ...ACME, url: '' }).url).toBe('https://jobs.ashbyhq.com/acme')
  })

  test('adding one again, in other capitals, switches it on and takes the new name; no row is doubled', () => {
    const { employers, rows } = open()
    employers.add(ACME)
    employers.setOn({ boards: [ACME], isOn: false })
    const again = employers.add({ ...ACME, slug: 'ACME', name: 'Acme Robotics', url: '' })
    expect(again).toMatchObject({ slug: 'acme', name: 'Acme Robotics', url: ACME.url, isOn: true })
    expect(rows()).toHaveLength(1)
  })

  test('adding one that came with the app switches it on and leaves its name', () => {
    const { employers, find } = open()
    employers.setOn({ boards: [STARTER], isOn: false })
    expect(find(STARTER)?.isOn).toBe(false)
    const added = employers.add({ ...STARTER, name: 'Other', url: 'https://other.example/' })
    expect(added).toMatchObject({ name: STARTER.name, url: STARTER.url, origin: 'starter', isOn: true })
    expect(employers.list()).toHaveLength(STARTERS)
  })

  test('the switch moves many at once, or none when one of them is not on the list', () => {
    const { employers, find, changes } = open()
    const unknown = { kind: 'lever', slug: 'nobody' } as const
    expect(codeOf(() => employers.setOn({ boards: [STARTER, unknown], isOn: false }))).toBe('NOT_FOUND')
    expect([find(STARTER)?.isOn, changes()]).toEqual([true, 0])
    const all = employers.list()
    expect(employers.setOn({ boards: all, isOn: false }).some(({ isOn }) => isOn)).toBe(false)
    expect(employers.watched('lever')).toEqual([])
    expect(changes()).toBe(1)
    employers.setOn({ boards: [], isOn: true })
    expect(changes()).toBe(1)
  })

  test('one that the user added is removed; one that came with the app is only switched off', () => {
    const { employers, find, rows } = open()
    employers.add(ACME)
    expect(employers.remove({ kind: 'ashby', slug: 'Acme' })).toHaveLength(STARTERS)
    expect(rows()).toEqual([])
    expect(employers.remove(STARTER)).toHaveLength(STARTERS)
    expect(find(STARTER)).toMatchObject({ isOn: false, origin: 'starter' })
    expect(codeOf(() => employers.remove(ACME))).toBe('NOT_FOUND')
  })

  test('a row of an app that had more starters puts nobody on the list', () => {
    const { employers, database } = open()
    database.raw
      .prepare(
        "insert into employer_board (kind, slug, name, origin, added_at) values ('ashby', 'left', 'Left', 'starter', 1)",
      )
      .run()
    expect(employers.list()).toHaveLength(STARTERS)
    expect(codeOf(() => employers.setOn({ boards: [{ kind: 'ashby', slug: 'left' }], isOn: true }))).toBe('NOT_FOUND')
    expect(employers.add({ ...ACME, slug: 'left' })).toMatchObject({ slug: 'left', isOn: true })
  })
})

describe('what runs see of boards', () => {
  test('is on the list; the row of one that came with the app is made for it', () => {
    const { find, rows, seen } = open()
    seen(STARTER, 'ok', 12)
    expect(find(STARTER)).toMatchObject({
      state: 'ok',
      postings: 12,
      checkedAt: NOW,
      message: null,
      isOn: true,
      origin: 'starter',
    })
    expect(rows()).toMatchObject([{ slug: STARTER.slug, origin: 'starter' }])
  })

  test('goes with the transaction that it was part of', () => {
    const { database, employers, find } = open()
    const failing = () =>
      database.write(() => {
        employers.record({ kind: 'lever', slug: STARTER.slug, state: 'ok', postings: 1, message: null, now: NOW })
        throw new Error('the batch could not be stored')
      })
    expect(failing).toThrow('the batch')
    expect(find(STARTER)?.state).toBe('unread')
  })

  test('a board that could not be read keeps the number of its postings', () => {
    const { find, seen } = open()
    seen(STARTER, 'ok', 12)
    seen(STARTER, 'failing', null)
    expect(find(STARTER)).toMatchObject({ state: 'failing', postings: 12, message: 'failing' })
  })

  test('of one that was taken off the list meanwhile is passed over', () => {
    const { employers, rows, seen } = open()
    employers.add(ACME)
    employers.remove(ACME)
    expect(seen(ACME, 'gone', null)).toEqual({ mayHaveMoved: false })
    expect(rows()).toEqual([])
  })

  test('an empty board was empty, any other was not', () => {
    const { employers, seen } = open()
    expect(employers.wasEmpty(STARTER)).toBe(false)
    seen(STARTER, 'empty', 0)
    expect(employers.wasEmpty({ ...STARTER, slug: STARTER.slug.toUpperCase() })).toBe(true)
    seen(STARTER, 'ok', 3)
    expect(employers.wasEmpty(STARTER)).toBe(false)
    expect(employers.wasEmpty({ kind: 'lever', slug: 'nobody' })).toBe(false)
  })
})

describe('a board by its address', () => {
  test('is recognised without asking anybody, with what the list knows of it', async () => {
    const { employers, seen } = open()
    seen(STARTER, 'ok', 7)
    expect(await employers.recognise(`https://jobs.lever.co/${STARTER.slug.toUpperCase()}/`)).toEqual([
      {
        kind: 'lever',
        slug: STARTER.slug,
        variant: STARTER.variant,
        name: STARTER.name,
        url: STARTER.url,
        how: 'address',
        postings: 7,
        isKnown: true,
      },
    ])
    employers.add({ ...ACME, kind: 'lever' })
    expect(await employers.recognise('jobs.eu.lever.co/acme')).toMatchObject([
      { name: 'Acme', variant: 'eu', isKnown: true },
    ])
    expect(await employers.recognise('acme-robotics.jobs.personio.com')).toEqual([
      {
        kind: 'personio',
        slug: 'acme-robotics',
        variant: 'com',
        name: 'Acme Robotics',
        url: 'https://acme-robotics.jobs.personio.com/',
        how: 'address',
        postings: null,
        isKnown: false,
      },
    ])
  })
})
