import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Contract } from '#shared/contract.ts'
import { ADDED_SOURCE } from '#shared/intake.ts'
import type { Core } from '#main/core.ts'
import { startHttpHost } from '#main/transport/http/http-host.ts'
import { serveMessagePort } from '#main/transport/message-port.ts'
import { tempDir } from '../support/profile.ts'
import { silentLog } from '../support/silent-log.ts'
import { csvOf, fillers } from '../support/sponsors-world.ts'
import { testCore } from '../support/test-core.ts'

type Client = ContractRouterClient<Contract>

const UK = 'uk' as const

async function addJob(core: Core, { company, location }: { company: string; location: string }) {
  const { draft } = await core.client.intake.read({
    text: `Data Engineer\n${company}\n${location}\n\nWe look for a data engineer who builds pipelines with Python and SQL for our team.`,
  })
  const countryCode = location.endsWith('Berlin') ? 'DE' : 'GB'
  return core.client.intake.add({
    ...draft,
    sourceId: ADDED_SOURCE,
    title: 'Data Engineer',
    company,
    locations: [location],
    countryCode,
  })
}

const importUk = (core: Core, names: readonly string[]) =>
  core.client.sponsors.import({ register: UK, fileName: 'uk.csv', base64: csvOf(names).toString('base64') })

const listed = async (core: Core) =>
  (await core.client.jobs.search({ isSponsorListed: true })).jobs.map(({ company }) => company).toSorted()

/** Waits until `isDone` says so after a change of jobs. */
async function whenJobs(core: Core, isDone: () => Promise<boolean>): Promise<void> {
  const stop = new AbortController()
  const stream = core.events.stream(stop.signal)
  if (await isDone()) return stop.abort()
  for await (const event of stream) {
    if (event.type !== 'jobs.changed' || !(await isDone())) continue
    return stop.abort()
  }
}

describe('jobs of listed employers', () => {
  test('are found once a register comes, change with its next file, and say why', async () => {
    const core = testCore()
    const acme = await addJob(core, { company: 'Acme', location: 'London' })
    await addJob(core, { company: 'Acme', location: 'Berlin' })
    await addJob(core, { company: 'Bluebird Systems', location: 'Leeds' })
    expect(await listed(core)).toEqual([])
    core.start({ withSchedule: false })

    await importUk(core, ['Acme UK Limited', ...fillers(60)])
    await whenJobs(core, async () => (await listed(core)).length > 0)
    expect(await listed(core)).toEqual(['Acme'])
    const detail = await core.client.jobs.get({ id: acme.jobId })
    expect(detail.sponsors).toMatchObject([
      { register: UK, row: 1, name: 'Acme UK Limited', reason: 'It has the same name; the register adds its country.' },
    ])

    await importUk(core, [...fillers(60), 'Bluebird Systems Ltd'])
    await whenJobs(core, async () => (await listed(core)).includes('Bluebird Systems'))
    await whenJobs(core, async () => !(await listed(core)).includes('Acme'))
    expect((await core.client.jobs.get({ id: acme.jobId })).sponsors).toEqual([])
  })

  test('are found as they come in', async () => {
    const core = testCore()
    await importUk(core, ['Acme UK Limited', ...fillers(60)])
    await addJob(core, { company: 'Acme', location: 'London' })
    await addJob(core, { company: 'Acme Bakery', location: 'London' })
    expect(await listed(core)).toEqual(['Acme'])
  })
})

const wires: Record<string, (core: Core) => Promise<Client>> = {
  'in process': (core) => Promise.resolve(core.client),
  'message port': (core) => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    serveMessagePort(core.router, port1)
    port1.start()
    port2.start()
    return Promise.resolve(createORPCClient<Client>(new PortLink({ port: port2 })))
  },
  HTTP: async (core) => {
    const host = await startHttpHost({ router: core.router, log: silentLog, rendererDir: tempDir(), port: 0 })
    onTestFinished(() => host.close())
    const launch = await fetch(host.launchUrl, { redirect: 'manual' })
    const headers = { cookie: launch.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-career-copilot': '1' }
    return createORPCClient<Client>(new FetchLink({ url: `http://127.0.0.1:${host.port}/rpc`, headers }))
  },
}

describe.each(Object.entries(wires))('a file of the user comes over %s', (_name, connect) => {
  test('although it has megabytes', async () => {
    const client = await connect(testCore())
    const csv = Buffer.concat([csvOf(fillers(60)), Buffer.from(`"${'x'.repeat(900)}",Leeds,A\n`.repeat(6_000))])
    const base64 = csv.toString('base64')
    expect(base64.length).toBeGreaterThan(7_000_000)
    const view = await client.sponsors.import({ register: UK, fileName: 'mine.csv', base64 })
    expect(view.active).toMatchObject({ rows: 6_060, organisations: 61 })
  })

  test('and its refusal goes back with the reason', async () => {
    const client = await connect(testCore())
    const base64 = Buffer.from('Fruit,Colour\nApple,red\n').toString('base64')
    const failure: unknown = await client.sponsors
      .import({ register: UK, fileName: 'fruit.csv', base64 })
      .catch((error: unknown) => error)
    if (!(failure instanceof ORPCError)) throw new Error('not refused', { cause: failure })
    expect(failure).toMatchObject({
      code: 'REGISTER_REFUSED',
      data: { register: UK, problem: 'foreign', reason: expect.stringMatching(/Organisation Name/) },
    })
  })
})
