import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveKind, movesFrom, STAGES, type Stage } from '#shared/stages.ts'
import { applicationsWorld, firstOf } from '../support/applications-world.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { testCore } from '../support/test-core.ts'

const DAY_MS = 86_400_000

describe('moves', () => {
  const pairs = STAGES.flatMap((from) => STAGES.filter((to) => to !== from).map((to): [Stage, Stage] => [from, to]))

  const isAllowed = ([from, to]: [Stage, Stage]) => moveKind(from, to) !== null

  test('what the machine allows is done', async () => {
    const { client, byHand } = applicationsWorld()
    for (const [from, to] of pairs.filter(isAllowed)) {
      const id = await byHand(`${from} to ${to}`, { stage: from })
      const { card, eventId } = await client.applications.move({ id, version: 1, to })
      expect(card).toMatchObject({ stage: to, version: 2 })
      expect(eventId).toBeGreaterThan(0)
    }
  })

  test('every other move is refused, with where it may go', async () => {
    const { client, byHand } = applicationsWorld()
    for (const [from, to] of pairs.filter((pair) => !isAllowed(pair))) {
      const id = await byHand(`${from} to ${to}`, { stage: from })
      await expect(client.applications.move({ id, version: 1, to })).rejects.toMatchObject({
        code: 'STAGE_NOT_ALLOWED',
        data: { from, to, allowed: movesFrom(from) },
      })
      expect((await client.applications.get({ id })).stage).toBe(from)
    }
  })

  test('of two moves of one card at the same instant from two windows one wins, the other is told', async () => {
    const { client, byHand, profileDir, clock } = applicationsWorld()
    const other = testCore({ profileDir, clock })
    const id = await byHand('Engineer', { stage: 'applied' })
    const outcomes = await Promise.allSettled([
      client.applications.move({ id, version: 1, to: 'interviewing' }),
      other.client.applications.move({ id, version: 1, to: 'rejected' }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'STALE', data: { id, version: 2 } },
    })
    expect((await client.applications.get({ id })).timeline.filter(({ data }) => data.type === 'moved')).toHaveLength(1)
  })

  test('the day of applying is the first day in such a stage, and goes when that is taken back', async () => {
    const { client, byHand, clock } = applicationsWorld()
    const id = await byHand('Engineer')
    const appliedOn = clock.now()
    const first = await client.applications.move({ id, version: 1, to: 'applied' })
    clock.jump(DAY_MS)
    const second = await client.applications.move({ id, version: 2, to: 'interviewing' })
    expect(second.card).toMatchObject({ appliedAt: appliedOn, stageSince: clock.now() })
    const [card] = await client.applications.undoMoves({ eventIds: [first.eventId, second.eventId] })
    expect(card).toMatchObject({ stage: 'saved', appliedAt: null, stageSince: appliedOn, version: 5 })
    const { timeline } = await client.applications.get({ id })
    expect(timeline.map(({ data, undoneAt }) => [data.type, undoneAt])).toEqual([
      ['moved', clock.now()],
      ['moved', clock.now()],
      ['created', null],
    ])
  })

  test('a day of applying that nobody knows stays unknown, wherever the application goes from there', async () => {
    const { client } = applicationsWorld()
    const text = 'Company,Title,Status\nHavelwerk,Engineer,Applied\n'
    await client.applicationTransfer.import({ fileName: 'list.csv', text })
    const column = await client.applications.addColumn({ name: 'Sent by post', stage: 'applied' })
    const id = firstOf((await client.applications.board({})).cards).id
    const beside = await client.applications.move({ id, version: 1, to: 'applied', columnId: column.id })
    const { card, eventId } = await client.applications.move({ id, version: 2, to: 'rejected' })
    expect([beside.card.appliedAt, card.appliedAt]).toEqual([null, null])
    expect(await client.applications.undoMoves({ eventIds: [eventId] })).toMatchObject([{ appliedAt: null }])
  })

  test.each<[string, Stage]>([
    ['applied for', 'applied'],
    ['withdrawn', 'withdrawn'],
  ])('what was %s and is only saved again has no day of applying, until that is taken back', async (_what, stage) => {
    const { client, byHand, clock } = applicationsWorld()
    const appliedAt = clock.now() - 5 * DAY_MS
    const id = await byHand('Engineer', { stage, appliedAt })
    const { card, eventId } = await client.applications.move({ id, version: 1, to: 'saved' })
    expect(card.appliedAt).toBeNull()
    expect(await client.applications.undoMoves({ eventIds: [eventId] })).toMatchObject([{ stage, appliedAt }])
    const again = await client.applications.move({ id, version: 3, to: 'saved' })
    const change = { appliedAt: clock.now() - DAY_MS }
    await client.applications.update({ id, version: again.card.version, change })
    expect(await client.applications.undoMoves({ eventIds: [again.eventId] })).toMatchObject([{ stage, ...change }])
  })

  test('a day that was written for one that is only saved stays when it moves among the saved', async () => {
    const { client, byHand, clock } = applicationsWorld()
    const column = await client.applications.addColumn({ name: 'This week', stage: 'saved' })
    const id = await byHand('Engineer')
    const appliedAt = clock.now() - DAY_MS
    await client.applications.update({ id, version: 1, change: { appliedAt } })
    const { card } = await client.applications.move({ id, version: 2, to: 'saved', columnId: column.id })
    expect(card).toMatchObject({ columnId: column.id, appliedAt })
  })

  test('only the last move can be taken back, once; nothing else is changed', async () => {
    const { client, byHand } = applicationsWorld()
    const id = await byHand('Engineer')
    const first = await client.applications.move({ id, version: 1, to: 'applied' })
    const second = await client.applications.move({ id, version: 2, to: 'rejected' })
    const stale = { code: 'STALE', data: { id, version: 3 } }
    await expect(client.applications.undoMoves({ eventIds: [first.eventId] })).rejects.toMatchObject(stale)
    await client.applications.undoMoves({ eventIds: [second.eventId] })
    await expect(client.applications.undoMoves({ eventIds: [second.eventId] })).rejects.toMatchObject({ code: 'STALE' })
    await expect(client.applications.undoMoves({ eventIds: [9999] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { entity: 'event', id: '9999' },
    })
    expect((await client.applications.get({ id })).stage).toBe('applied')
  })

  test('many at once: those that may go there go, the others are told where they may, and all are taken back together', async () => {
    const { client, byHand } = applicationsWorld()
    const ids = [
      await byHand('One', { stage: 'applied' }),
      await byHand('Two', { stage: 'offered' }),
      await byHand('Three', { stage: 'accepted' }),
    ]
    const { moved, refused } = await client.applications.moveMany({ ids: [...ids, 999], to: 'rejected' })
    expect(moved.map(({ card }) => [card.title, card.stage])).toEqual([
      ['One', 'rejected'],
      ['Two', 'rejected'],
    ])
    expect(refused).toEqual([{ id: ids[2], stage: 'accepted', allowed: ['offered', 'declined'] }])
    const back = await client.applications.undoMoves({ eventIds: moved.map(({ eventId }) => eventId) })
    expect(back.map(({ stage }) => stage).toSorted()).toEqual(['applied', 'offered'])
  })

  test('random moves, all taken back, leave what was there', async () => {
    const { client, byHand, clock } = applicationsWorld()
    const ids = [await byHand('One'), await byHand('Two', { stage: 'applied' }), await byHand('Three')]
    const column = await client.applications.addColumn({ name: 'Phone screen', stage: 'interviewing' })
    const board = async () =>
      (await client.applications.board({})).cards.map((card) => ({ ...card, version: 0, updatedAt: 0 }))
    const before = await board()
    const step = fc.record({ card: fc.nat(2), pick: fc.nat(8), isInColumn: fc.boolean(), before: fc.nat(2) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const eventIds: number[] = []
        for (const { card, pick, isInColumn, before: beside } of steps) {
          clock.jump(60_000)
          const { id, stage, version } = await client.applications.get({ id: ids[card] ?? 0 })
          const allowed = movesFrom(stage)
          const to = allowed[pick % allowed.length] ?? stage
          const columnId = to === 'interviewing' && isInColumn ? column.id : null
          const moved = await client.applications.move({ id, version, to, columnId, before: ids[beside] ?? null })
          eventIds.push(moved.eventId)
        }
        if (eventIds.length > 0) await client.applications.undoMoves({ eventIds })
        expect(await board()).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the board', () => {
  test('cards stand where they were put, and keep their places when others move', async () => {
    const { client, byHand } = applicationsWorld()
    const [a, b, c] = [await byHand('A'), await byHand('B'), await byHand('C')]
    const titles = async () => (await client.applications.board({})).cards.map(({ title }) => title).join('')
    expect(await titles()).toBe('ABC')
    const { eventId, card } = await client.applications.move({ id: c, version: 1, to: 'saved', before: a })
    expect(eventId).toBe(0)
    expect(await titles()).toBe('CAB')
    await client.applications.move({ id: c, version: card.version, to: 'saved' })
    expect(await titles()).toBe('ABC')
    await client.applications.move({ id: a, version: 1, to: 'saved', before: b })
    expect(await titles()).toBe('ABC')
    expect((await client.applications.get({ id: c })).timeline).toHaveLength(1)
  })

  test('two cards that are put at one place in turn, again and again, keep the order', async () => {
    const { client, byHand, db } = applicationsWorld()
    const [a, b, c] = [await byHand('A'), await byHand('B'), await byHand('C')]
    for (let turn = 0; turn < 500; turn += 1) {
      const id = turn % 2 === 0 ? a : b
      const { version } = await client.applications.get({ id })
      await client.applications.move({ id, version, to: 'saved', before: c })
    }
    const { cards } = await client.applications.board({})
    expect(cards.map(({ title }) => title)).toEqual(['A', 'B', 'C'])
    expect(db.raw.prepare('select max(length(rank)) from application').pluck().get()).toBeLessThanOrEqual(40)
  })

  test('a column of one’s own takes cards of its stage only; when it goes they stay in the stage, and come back with it', async () => {
    const { client, byHand } = applicationsWorld()
    const column = await client.applications.addColumn({ name: 'Phone screen', stage: 'interviewing' })
    const id = await byHand('Engineer', { stage: 'applied' })
    const misplaced = client.applications.move({ id, version: 1, to: 'rejected', columnId: column.id })
    await expect(misplaced).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'column' } })
    await client.applications.move({ id, version: 1, to: 'interviewing', columnId: column.id })
    const { cardIds } = await client.applications.removeColumn({ id: column.id })
    expect(cardIds).toEqual([id])
    expect(await client.applications.board({})).toMatchObject({ columns: [], cards: [{ columnId: null }] })
    await client.applications.restoreColumn({ id: column.id, cardIds })
    expect(await client.applications.board({})).toMatchObject({
      columns: [{ id: column.id }],
      cards: [{ columnId: column.id }],
    })
    await expect(client.applications.removeColumn({ id: 77 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('many cards go to no other column than the one that was asked for, also when that is gone', async () => {
    const { client, byHand } = applicationsWorld()
    const column = await client.applications.addColumn({ name: 'Phone screen', stage: 'interviewing' })
    const ids = [await byHand('One', { stage: 'applied' }), await byHand('Two', { stage: 'applied' })]
    await client.applications.removeColumn({ id: column.id })
    const moving = client.applications.moveMany({ ids, to: 'interviewing', columnId: column.id })
    await expect(moving).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      data: { entity: 'column', id: String(column.id) },
    })
    expect((await client.applications.board({})).cards.map(({ stage }) => stage)).toEqual(['applied', 'applied'])
  })

  test('columns of a stage are put in order', async () => {
    const { client } = applicationsWorld()
    const add = (name: string) => client.applications.addColumn({ name, stage: 'interviewing' })
    const [one, , three] = [await add('One'), await add('Two'), await add('Three')]
    await client.applications.updateColumn({ id: three.id, name: 'Third', before: one.id })
    const names = async () => (await client.applications.columns()).map(({ name }) => name)
    expect((await client.applications.board({})).columns).toEqual(await client.applications.columns())
    expect(await names()).toEqual(['Third', 'One', 'Two'])
    await client.applications.updateColumn({ id: three.id, name: 'Three', before: null })
    expect(await names()).toEqual(['One', 'Two', 'Three'])
  })
})

test('a clock that stands in another time does not matter: two cores agree on versions', async () => {
  const { client, byHand, profileDir } = applicationsWorld()
  const other = testCore({ profileDir, clock: createFakeClock({ now: 1 }) })
  const id = await byHand('Engineer')
  await other.client.applications.update({ id, version: 1, change: { title: 'Data Engineer' } })
  const late = client.applications.update({ id, version: 1, change: { title: 'Nurse' } })
  await expect(late).rejects.toMatchObject({ code: 'STALE', data: { id, version: 2 } })
  expect((await client.applications.get({ id })).title).toBe('Data Engineer')
})
