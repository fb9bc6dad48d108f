import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmployersService } from '#main/domains/jobs/employers/employers.service.ts'
import { starterList } from '#main/domains/jobs/employers/starter-list.ts'
import { migrations } from '#main/infra/db/migrations.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from '../support/profile.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const BEFORE = migrations.slice(0, 2)
const STARTER = [...starterList().values()].find(({ kind }) => kind === 'greenhouse')?.slug ?? ''

/** A profile of the time when boards were a setting, opened by this version. */
function upgraded(setting: string | null) {
  const path = join(tempDir(), 'profile.db')
  const old = openDatabase({ path, now: NOW, migrations: BEFORE })
  const set = old.raw.prepare('insert into setting (key, value, updated_at) values (?, ?, 7)')
  if (setting !== null) set.run('greenhouseBoards', setting)
  set.run('theme', '"dark"')
  old.close()
  const database = openDatabase({ path, now: NOW })
  onTestFinished(() => database.close())
  const employers = createEmployersService({
    database,
    clock: createFakeClock({ now: NOW }),
    readBoard: () => Promise.resolve(null),
    readPage: () => Promise.reject(new Error('a page was asked')),
    onChange: () => undefined,
  })
  const settings = database.raw.prepare<[], string>('select key from setting order by key').pluck().all()
  const slugs = database.raw.prepare<[], string>('select slug from employer_board order by slug').pluck().all()
  return { employers, settings, slugs }
}

describe('a profile with boards in its settings', () => {
  test('has them on the list of employers afterwards, switched on, and no longer as a setting', () => {
    const { employers, settings } = upgraded('["acme","Umlaut.Robotics"]')
    const added = employers.list().filter(({ origin }) => origin === 'user')
    expect(added.map(({ kind, slug, name, url, isOn, state }) => ({ kind, slug, name, url, isOn, state }))).toEqual(
      ['acme', 'Umlaut.Robotics'].map((slug) => ({
        kind: 'greenhouse',
        slug,
        name: slug,
        url: `https://boards.greenhouse.io/${slug}`,
        isOn: true,
        state: 'unread',
      })),
    )
    expect(employers.watched('greenhouse').map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['acme', 'Umlaut.Robotics']),
    )
    expect(settings).toEqual(['theme'])
  })

  test('that came with the app by now has each of them once', () => {
    const { employers } = upgraded(JSON.stringify([STARTER, STARTER.toUpperCase()]))
    expect(employers.list()).toHaveLength(starterList().size)
    const boards = [{ kind: 'greenhouse', slug: STARTER } as const]
    expect(employers.setOn({ boards, isOn: false }).filter(({ isOn }) => !isOn)).toHaveLength(1)
    employers.setOn({ boards, isOn: true })
    expect(
      employers.watched('greenhouse').filter(({ slug }) => slug.toLowerCase() === STARTER.toLowerCase()),
    ).toHaveLength(1)
  })

  test.each([
    ['none', '[]'],
    ['the same one twice', '["acme","acme"]'],
    ['no setting', null],
  ])('that had %s is opened as well', (_name, setting) => {
    const { settings, slugs } = upgraded(setting)
    expect(settings).toEqual(['theme'])
    expect(slugs).toEqual(setting?.includes('acme') === true ? ['acme'] : [])
  })
})

test('postings of boards stand on the full lists of their boards afterwards, so that they close when they go', () => {
  const path = join(tempDir(), 'profile.db')
  const old = openDatabase({ path, now: NOW, migrations: BEFORE })
  old.raw
    .exec(`insert into job (id, title, company, title_key, company_key, place_key, fingerprint, workplace, visa, seniority,
    role_family, first_seen_at, last_seen_at) values (1, 'a', 'b', '', '', '', '', 'unknown', 'unstated', 'unknown', 'other', 1, 1)`)
  const insert = old.raw
    .prepare(`insert into posting (job_id, source_id, source_posting_id, url, canonical_url, title, company,
    content_hash, layer, reason, first_seen_at, last_seen_at) values (1, ?, ?, '', '', 'a', 'b', '', 'first', '', 1, 1)`)
  insert.run('greenhouse', 'acme/7100001')
  insert.run('greenhouse', 'no-board')
  insert.run('arbeitnow', 'acme/1')
  old.close()
  const database = openDatabase({ path, now: NOW })
  onTestFinished(() => database.close())
  const scopes = database.raw.prepare<[], string | null>('select scope from posting order by id').pluck().all()
  expect(scopes).toEqual(['acme', null, null])
})
