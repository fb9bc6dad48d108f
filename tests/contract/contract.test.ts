import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { serveMessagePort } from '#main/transport/message-port.ts'
import type { Contract } from '#shared/contract.ts'
import { jobIdSchema, runIdSchema } from '#shared/ids.ts'
import { discover, testCore } from '../support/test-core.ts'
import { screenOf } from './screen-host.ts'

/** One suite over every wire: what holds in process must hold through a message port and through HTTP. */

type Client = ContractRouterClient<Contract>

const wires: Record<string, (core: Core) => Promise<Client>> = {
  'in process': async (core) => core.client,
  'message port': async (core) => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    serveMessagePort(core.router, port1)
    port1.start()
    const client = createORPCClient<Client>(new PortLink({ port: port2 }))
    port2.start()
    return client
  },
  HTTP: screenOf,
}

async function failureOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  try {
    await call
  } catch (error) {
    if (error instanceof ORPCError) return error
    throw error
  }
  throw new Error('The call did not fail')
}

describe.each(Object.entries(wires))('the contract over %s', (_name, connect) => {
  test('settings: defaults, a change, and every invalid value named without storing any', async () => {
    const client = await connect(testCore())
    expect((await client.settings.get()).theme).toBe('system')
    expect((await client.settings.update({ theme: 'dark', targetCountries: ['DE'] })).targetCountries).toEqual(['DE'])
    const failure = await failureOf(client.settings.update({ theme: 'pink', nonsense: 1, maxPostingsPerRun: 20 }))
    expect(failure.code).toBe('SETTING_INVALID')
    const { issues } = failure.data as { issues: { key: string }[] }
    expect(issues.map((issue) => issue.key)).toEqual(['theme', 'nonsense'])
    expect(await client.settings.get()).toMatchObject({ theme: 'dark', maxPostingsPerRun: 500 })
  })

  test('a run over the sample feed can be searched, opened, saved and hidden', async () => {
    const core = testCore()
    const client = await connect(core)
    const run = await discover(core, ['sample'])
    expect(run.state).toBe('completed')
    expect((await client.discovery.run({ runId: run.id })).new).toBe(run.new)
    const all = await client.jobs.search({})
    expect(all.total).toBe(run.new)
    const offers = await client.jobs.search({ visa: ['offers'], perPage: 200 })
    expect(offers.jobs.every((job) => job.visa === 'offers')).toBe(true)
    const facets = await client.jobs.facets({})
    expect(facets.visa.find((facet) => facet.value === 'offers')?.count).toBe(offers.total)

    const [first] = offers.jobs
    if (first === undefined) throw new Error('The sample feed has no job that offers a visa')
    const detail = await client.jobs.get({ id: first.id })
    expect(detail.facts.visa.evidence).not.toBeNull()
    expect(detail.descriptionText).toContain(detail.facts.visa.evidence)
    expect((await client.jobs.save({ id: first.id, isSaved: true })).isSaved).toBe(true)
    expect((await client.jobs.search({ mark: 'saved' })).jobs.map((job) => job.id)).toEqual([first.id])
    await client.jobs.hide({ id: first.id, isHidden: true, reason: 'place' })
    expect((await client.jobs.search({})).total).toBe(all.total - 1)
    expect((await client.jobs.get({ id: first.id })).hideReason).toBe('place')
  })

  test('applications: a move, one that is not allowed, one of an older card, and notes that were changed elsewhere', async () => {
    const { applications } = await connect(testCore())
    const fields = { title: 'Engineer', company: 'Havelwerk' }
    const { id } = (await applications.add({ job: { fields } })).card
    const refused = await failureOf(applications.move({ id, version: 1, to: 'accepted' }))
    expect([refused.code, refused.data]).toEqual([
      'STAGE_NOT_ALLOWED',
      { from: 'saved', to: 'accepted', allowed: ['applied', 'interviewing', 'offered', 'withdrawn'] },
    ])
    const { card, eventId } = await applications.move({ id, version: 1, to: 'applied' })
    expect([card.stage, card.version]).toEqual(['applied', 2])
    const stale = await failureOf(applications.move({ id, version: 1, to: 'rejected' }))
    expect([stale.code, stale.data]).toEqual(['STALE', { id, version: 2 }])
    expect((await applications.undoMoves({ eventIds: [eventId] }))[0]).toMatchObject({
      stage: 'saved',
      appliedAt: null,
    })
    await applications.saveNotes({ id, notes: 'First', notesVersion: 0 })
    const late = await failureOf(applications.saveNotes({ id, notes: 'Second', notesVersion: 0 }))
    expect([late.code, late.data]).toEqual(['NOTES_STALE', { notes: 'First', notesVersion: 1 }])
    const nobody = await failureOf(applications.get({ id: 99 }))
    expect([nobody.code, nobody.data]).toEqual(['NOT_FOUND', { entity: 'application', id: '99' }])
  })

  test('what is not there is NOT_FOUND with the entity; what does not fit is refused before any work', async () => {
    const client = await connect(testCore())
    const job = await failureOf(client.jobs.get({ id: jobIdSchema.parse(1) }))
    expect(job).toMatchObject({ code: 'NOT_FOUND', data: { entity: 'job', id: '1' } })
    const run = await failureOf(client.discovery.cancel({ runId: runIdSchema.parse('none') }))
    expect(run).toMatchObject({ code: 'NOT_FOUND', data: { entity: 'run', id: 'none' } })
    expect((await failureOf(client.discovery.testSource({ sourceId: 'nowhere' }))).code).toBe('NOT_FOUND')
    expect((await failureOf(client.jobs.search({ perPage: 0 }))).code).toBe('BAD_REQUEST')
    expect((await failureOf(client.jobs.search(JSON.parse('{"countries":"DE"}')))).code).toBe('BAD_REQUEST')
  })

  test('a second run is refused with the id of the first; without sources nothing starts', async () => {
    const client = await connect(testCore())
    const run = await client.discovery.start({ sourceIds: ['sample'] })
    const second = await failureOf(client.discovery.start({ sourceIds: ['sample'] }))
    expect(second).toMatchObject({ code: 'RUN_ACTIVE', data: { runId: run.id } })
    const cancelled = await client.discovery.cancel({ runId: run.id })
    expect(cancelled.state).toBe('cancelled')
    await client.settings.update({ enabledSources: [] })
    expect((await failureOf(client.discovery.start({}))).code).toBe('NO_SOURCES')
  })

  test('events say what changed, in order, until the listener stops', async () => {
    const client = await connect(testCore())
    const stop = new AbortController()
    const stream = await client.events.stream(undefined, { signal: stop.signal })
    const seen: string[] = []
    for await (const event of stream) {
      seen.push(event.type)
      if (event.type === 'ready') await client.settings.update({ theme: 'light' })
      if (event.type === 'settings.changed') break
    }
    stop.abort()
    expect(seen).toEqual(['ready', 'settings.changed'])
  })

  test('health tells the profile, the database and each check', async () => {
    const health = await (await connect(testCore())).health.get()
    expect(health.database.jobs).toBe(0)
    expect(health.checks.map((check) => check.id)).toEqual(['database', 'disk', 'background', 'sources'])
  })

  test('a failure nobody expected reaches the client as INTERNAL with a log id and nothing else', async () => {
    const core = testCore()
    const client = await connect(core)
    await core.stop()
    const failure = await failureOf(client.jobs.search({}))
    expect(failure.code).toBe('INTERNAL')
    expect(Object.keys(failure.data as object)).toEqual(['logId'])
    expect(failure.message).not.toContain('database')
  })
})
