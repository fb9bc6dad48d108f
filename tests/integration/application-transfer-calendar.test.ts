import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import ICAL from 'ical.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createCalendarService } from '#main/domains/applications/calendar-file/calendar.service.ts'
import type { Stage } from '#shared/stages.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from '../support/profile.ts'
import { silentLog } from '../support/silent-log.ts'
import { testCore } from '../support/test-core.ts'

/** One process that changes applications, and the calendar of another that leads. */
async function world() {
  const profileDir = tempDir()
  const clock = createFakeClock()
  const core = testCore({ profileDir, clock })
  await core.client.settings.update({ timeZone: 'Europe/Berlin' })
  await core.client.applicationTransfer.import({
    fileName: 'a.csv',
    text: 'Company,Title,Follow up\nAcme,Engineer,2026-03-20\n',
  })
  const switches = { isFileOn: true }
  const database = openDatabase({ path: join(profileDir, 'career-copilot.db'), now: clock.now() })
  onTestFinished(() => database.close())
  const { service, file } = createCalendarService({
    database,
    clock,
    log: silentLog,
    profileDir,
    zone: () => 'Europe/Berlin',
    isFileOn: () => switches.isFileOn,
  })
  const path = join(profileDir, 'calendar.ics')
  const bringUpToDate = async () => {
    file.changed()
    clock.jump(2000)
    file.tick(clock.now())
    await file.settled()
  }
  const interview = (localStart: string) =>
    core.client.interviews.add({
      applicationId: 1,
      fields: { localStart, zone: 'America/New_York', place: 'https://meet.example/1', people: 'Ada' },
    })
  return { profileDir, clock, core, switches, service, file, path, bringUpToDate, interview }
}

function eventsIn(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    summary: String(event.getFirstPropertyValue('summary')),
    status: String(event.getFirstPropertyValue('status')),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
  }))
}

describe('the calendar', () => {
  test('of one interview keeps its name when it is put off, and says when it was cancelled', async () => {
    const { core, interview } = await world()
    const { ics, update } = core.client.interviews
    const { id, ...added } = await interview('2026-03-27T14:00')
    const first = await ics({ id })
    expect(first.fileName).toBe('interview-acme-engineer.ics')
    expect(first.text).toContain('DTSTART;TZID=America/New_York:20260327T140000')
    const fields = { ...added, localStart: '2026-03-30T14:00' }
    await update({ id, fields })
    const [before] = eventsIn(first.text)
    const [after] = eventsIn((await ics({ id })).text)
    expect(after?.uid).toBe(before?.uid)
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0)
    await update({ id, fields: { ...fields, outcome: 'cancelled' } })
    const [cancelled] = eventsIn((await ics({ id })).text)
    expect(cancelled).toMatchObject({ uid: before?.uid, status: 'CANCELLED' })
    await expect(ics({ id: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'interview', id: '99' } })
  })

  test('of everything has interviews and what is due, and nothing of what was removed', async () => {
    const { core, interview } = await world()
    const { id } = await interview('2026-03-27T14:00')
    const summaries = async () =>
      eventsIn((await core.client.applicationTransfer.calendar()).text).map(({ summary }) => summary)
    expect(await summaries()).toEqual(['Interview: Engineer at Acme', 'Follow up: Engineer at Acme'])
    await core.client.interviews.remove({ id })
    expect(await summaries()).toEqual(['Follow up: Engineer at Acme'])
    await core.client.applicationTransfer.undoImport({ id: 1 })
    expect(await summaries()).toEqual([])
  })
})

describe('an entry of the calendar file', () => {
  /** An interview and an offer beside the reminder; what each says of itself, a second later. */
  async function entriesWorld() {
    const { core, clock, path, bringUpToDate, interview } = await world()
    const { client } = core
    const { id: interviewId, ...fields } = await interview('2026-03-27T14:00')
    await client.offers.add({
      applicationId: 1,
      fields: { receivedAt: clock.now(), answerBy: Date.UTC(2026, 2, 30, 12) },
    })
    const version = async () => (await client.applications.get({ id: 1 })).version
    const move = async (to: Stage, columnId: number | null = null) => {
      const { eventId } = await client.applications.move({ id: 1, version: await version(), to, columnId })
      return eventId
    }
    await move('offered')
    const read = async () => {
      clock.jump(1000)
      await bringUpToDate()
      const events = eventsIn(readFileSync(path, 'utf8'))
      return ['Interview', 'Follow up', 'Answer the offer'].map((kind) => {
        const event = events.find(({ summary }) => summary.replace('Done: ', '').startsWith(kind))
        if (event === undefined) throw new Error(`no ${kind}`)
        return event
      })
    }
    return { client, move, read, interviewId, fields }
  }
  type Entries = Awaited<ReturnType<Awaited<ReturnType<typeof entriesWorld>>['read']>>

  /** Which went on from one reading to the next; SEQUENCE and DTSTAMP go together. */
  function changedIn(before: Entries, after: Entries): boolean[] {
    return after.map((entry, index) => {
      const old = before[index]
      if (old === undefined) throw new Error('no such entry')
      const isLater = entry.sequence > old.sequence
      expect(entry.uid).toBe(old.uid)
      expect(entry.stamp > old.stamp).toBe(isLater)
      expect(isLater || isDeepStrictEqual(entry, old)).toBe(true)
      return isLater
    })
  }

  test('of an answer goes on when it is given, taken back and given again, and no other does', async () => {
    const { client, move, read } = await entriesWorld()
    const readings = [await read()]
    const eventId = await move('accepted')
    readings.push(await read())
    await client.applications.undoMoves({ eventIds: [eventId] })
    readings.push(await read())
    await move('declined')
    readings.push(await read())
    const told = readings.map((entries) => entries[2]?.summary.startsWith('Done: '))
    expect(told).toEqual([false, true, false, true])
    for (const [index, after] of readings.slice(1).entries()) {
      expect(changedIn(readings[index] ?? [], after)).toEqual([false, false, true])
    }
  })

  test('goes on with the title of its application, and not with what it does not say', async () => {
    const { client, move, read } = await entriesWorld()
    const first = await read()
    await client.applications.update({ id: 1, change: { title: 'Lead engineer' } })
    const second = await read()
    expect(changedIn(first, second)).toEqual([true, true, true])
    await client.applications.update({ id: 1, change: { place: 'Berlin' } })
    const { id: columnId } = await client.applications.addColumn({ name: 'Mine', stage: 'offered' })
    await move('offered', columnId)
    expect(changedIn(second, await read())).toEqual([false, false, false])
  })

  test.each([
    ['people', { people: 'Grace' }],
    ['what to prepare', { preparation: 'Read the paper.' }],
    ['where it is', { place: 'Room 1' }],
  ])('of an interview goes on with %s', async (_name, change) => {
    const { client, read, interviewId, fields } = await entriesWorld()
    const before = await read()
    await client.interviews.update({ id: interviewId, fields: { ...fields, ...change } })
    expect(changedIn(before, await read())).toEqual([true, false, false])
  })
})

describe('the calendar file', () => {
  test('is written when something changed, in another process too, and not by the passing of time', async () => {
    const { clock, service, path, bringUpToDate, interview } = await world()
    expect(await service.calendarFile()).toEqual({ path, writtenAt: null, problem: null })
    await bringUpToDate()
    expect(eventsIn(readFileSync(path, 'utf8'))).toHaveLength(1)
    const written = { path, writtenAt: clock.now(), problem: null }
    expect(await service.calendarFile()).toEqual(written)
    const text = readFileSync(path, 'utf8')
    clock.jump(86_400_000)
    await bringUpToDate()
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(await service.calendarFile()).toEqual(written)
    await interview('2026-03-27T14:00')
    await bringUpToDate()
    expect(eventsIn(readFileSync(path, 'utf8'))).toHaveLength(2)
    expect(await service.calendarFile()).toEqual({ path, writtenAt: clock.now(), problem: null })
  })

  test('waits until changes have come to rest', async () => {
    const { clock, file, path } = await world()
    file.tick(clock.now())
    await file.settled()
    rmSync(path)
    file.changed()
    clock.jump(1999)
    file.tick(clock.now())
    await file.settled()
    expect(existsSync(path)).toBe(false)
    clock.jump(1)
    file.tick(clock.now())
    await file.settled()
    expect(existsSync(path)).toBe(true)
  })

  test('goes when it is switched off', async () => {
    const { switches, service, path, bringUpToDate } = await world()
    await bringUpToDate()
    switches.isFileOn = false
    expect(await service.calendarFile()).toBeNull()
    await bringUpToDate()
    expect(existsSync(path)).toBe(false)
  })

  test('that cannot be written is told, leaves nothing half, and is tried again', async () => {
    const { clock, profileDir, service, file, path, bringUpToDate } = await world()
    mkdirSync(path)
    await bringUpToDate()
    expect(await service.calendarFile()).toMatchObject({ problem: 'There is a folder with its name.' })
    expect(readdirSync(profileDir).filter((name) => name.includes('.part'))).toEqual([])
    rmSync(path, { recursive: true })
    clock.jump(60_000)
    file.tick(clock.now())
    await file.settled()
    expect(await service.calendarFile()).toEqual({ path, writtenAt: clock.now(), problem: null })
  })

  test('that nobody brings up to date is told', async () => {
    const { clock, service, path, bringUpToDate, interview } = await world()
    await bringUpToDate()
    clock.jump(1000)
    await interview('2026-03-27T14:00')
    expect(await service.calendarFile()).toMatchObject({ problem: null })
    clock.jump(30_000)
    expect(await service.calendarFile()).toMatchObject({ path, problem: expect.stringMatching(/^It is older than/) })
  })

  test('is for nobody else’s eyes', async () => {
    const { path, bringUpToDate } = await world()
    await bringUpToDate()
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })
})
