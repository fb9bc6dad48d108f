import { expect, test } from 'vitest'
import { applicationBench } from '../support/application-bench.ts'
import { testCore } from '../support/test-core.ts'

/** Two processes of one profile: a window and the host. */

test('what the same click does in both is done once, and both tell the same', async () => {
  const { client, profileDir, apply, events, clock } = applicationBench()
  const other = testCore({ profileDir, clock })
  const applicationId = apply()
  const dueAt = clock.now() + 86_400_000
  const { id } = await client.reminders.add({ applicationId, fields: { kind: 'other', dueAt } })
  const [one, two] = await Promise.all(
    [client, other.client].map((window) => window.reminders.setDone({ id, isDone: true })),
  )
  expect(one).toEqual(two)
  const file = { applicationId, name: 'a.txt', base64: Buffer.from('a').toString('base64') }
  const [here, there] = await Promise.all([client, other.client].map((window) => window.applicationFiles.add(file)))
  expect(here).toEqual(there)
  expect(events(applicationId).map(({ type }) => type)).toEqual(['reminder', 'reminder', 'file'])
})

test('what changes in one is heard of in the other', async () => {
  const { client, profileDir, apply, clock } = applicationBench()
  const applicationId = apply()
  const other = testCore({ profileDir, clock })
  let heard = 0
  other.events.listen(({ type }) => {
    if (type === 'applications.changed') heard += 1
  })
  other.start({ withSchedule: false })
  await client.contacts.add({ applicationId, fields: { name: 'Ana' } })
  await clock.advance(2000)
  expect(heard).toBeGreaterThan(0)
})
