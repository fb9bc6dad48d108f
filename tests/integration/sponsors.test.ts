import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { importRegister } from '#main/domains/jobs/sponsors/import-register.ts'
import { MATCH_AGAIN_TASK } from '#main/domains/jobs/sponsors/match-again.task.ts'
import { REFRESH_TASK } from '#main/domains/jobs/sponsors/refresh.task.ts'
import { csvOf, fillers, importCsv, SPONSORS_NOW, sponsorsWorld } from '../support/sponsors-world.ts'

const DAY_MS = 86_400_000

const ACME = { company: 'Acme', companyKey: 'acme', countries: ['GB'], town: null }

async function refusalOf(call: Promise<unknown>): Promise<AppError<'REGISTER_REFUSED'>['data']> {
  const outcome: unknown = await call.then(
    () => 'it was taken',
    (error: unknown) => error,
  )
  if (outcome instanceof AppError && outcome.code === 'REGISTER_REFUSED') {
    return (outcome as AppError<'REGISTER_REFUSED'>).data
  }
  throw new Error('not refused', { cause: outcome })
}

describe('a register', () => {
  test('is listed as not stored, and with what is stored once it is imported', async () => {
    const world = sponsorsWorld()
    expect(world.sponsors.list().map(({ register, active }) => [register, active])).toEqual(
      ['uk', 'nl', 'ie', 'dk', 'pt'].map((register) => [register, null]),
    )
    const view = await importCsv(world, ['Acme Ltd', 'Acme Ltd', ...fillers(60)])
    expect(view).toMatchObject({
      register: 'uk',
      countryCode: 'GB',
      active: { rows: 62, organisations: 61, origin: 'register.csv', importedAt: SPONSORS_NOW, publishedOn: null },
      previous: null,
      isRefreshing: false,
      problem: null,
    })
    expect(world.sponsors.list()[0]).toEqual(view)
    expect(world.changes()).toBe(1)
  })

  test('answers for a company', async () => {
    const world = sponsorsWorld()
    await importCsv(world, [...fillers(60), 'Acme (UK) Limited T/A Bluebird'])
    expect(world.sponsors.match({ company: 'Bluebird', countryCode: 'GB', town: null })).toEqual({
      register: 'uk',
      row: 61,
      name: 'Acme (UK) Limited T/A Bluebird',
      town: 'Leeds',
      reason: 'It trades under this name.',
      publishedOn: null,
      origin: 'register.csv',
      details: { routes: [{ route: 'Skilled Worker', rating: '' }] },
    })
    expect(world.sponsors.match({ company: 'Acme', countryCode: 'gb', town: null })).toMatchObject({ row: 61 })
    for (const countryCode of ['NL', 'DE']) {
      expect(world.sponsors.match({ company: 'Acme', countryCode, town: null })).toBeNull()
    }
  })

  test('finds a name that goes on in the same way as in memory', async () => {
    const world = sponsorsWorld()
    await importCsv(world, [...fillers(60), 'Acmelon Software Limited', 'Acmelonia Care Ltd'])
    expect(world.sponsors.match({ company: 'Acmelon', countryCode: 'GB', town: null })).toMatchObject({ row: 61 })
    expect(world.sponsors.match({ company: 'Filler', countryCode: 'GB', town: null })).toBeNull()
  })

  test('keeps the file before, and drops the one before that', async () => {
    const world = sponsorsWorld()
    await importCsv(world, [...fillers(60), 'First Acme Ltd'])
    await importCsv(world, [...fillers(61), 'Second Acme Ltd'])
    const view = await importCsv(world, [...fillers(62), 'Third Acme Ltd t/a Bluebird'])
    expect([view.active?.rows, view.previous?.rows]).toEqual([63, 62])
    expect([world.count('sponsor_file'), world.count('sponsor_entity'), world.count('sponsor_alias')]).toEqual([
      2, 125, 1,
    ])
    expect(world.sponsors.match({ company: 'Second Acme', countryCode: 'GB', town: null })).toBeNull()
  })

  test('is left alone by the same file', async () => {
    const world = sponsorsWorld()
    await importCsv(world, fillers(60))
    await world.clock.advance(DAY_MS)
    expect((await importCsv(world, fillers(60))).active?.importedAt).toBe(SPONSORS_NOW)
    expect(world.count('sponsor_file')).toBe(1)
  })

  test('is imported one file after the other', async () => {
    const world = sponsorsWorld()
    const views = await Promise.all([
      importCsv(world, fillers(60)),
      importCsv(world, fillers(61)),
      importCsv(world, fillers(62)),
    ])
    expect(views.map(({ active, previous }) => [active?.rows, previous?.rows])).toEqual([
      [60, undefined],
      [61, 60],
      [62, 61],
    ])
  })
})

describe('a file is refused', () => {
  test('when it is a part of a register', async () => {
    const refusal = await refusalOf(importCsv(sponsorsWorld(), fillers(49)))
    expect(refusal).toEqual({ register: 'uk', problem: 'too_small', reason: expect.stringMatching(/only 49 rows/) })
  })

  test('when it has shrunk by more than three tenths, unless that is accepted', async () => {
    const world = sponsorsWorld()
    await importCsv(world, fillers(100))
    const refusal = await refusalOf(importCsv(world, fillers(69)))
    expect(refusal).toMatchObject({
      problem: 'shrunk',
      reason: expect.stringMatching(/69 rows, 31 % fewer than the 100/),
    })
    expect(world.sponsors.list()[0]?.active?.rows).toBe(100)
    expect((await importCsv(world, fillers(70))).active?.rows).toBe(70)
    expect((await importCsv(world, fillers(50), { acceptsSmaller: false }).catch(() => null))?.active?.rows).toBe(50)
    expect((await refusalOf(importCsv(world, fillers(49), { acceptsSmaller: true }))).problem).toBe('too_small')
  })

  test('when it is another register, or none', async () => {
    const world = sponsorsWorld()
    expect((await refusalOf(importCsv(world, fillers(60), { register: 'nl' }))).problem).toBe('foreign')
    const bytes = Buffer.from('<!doctype html><title>Sign in</title>')
    const login = world.sponsors.import({ register: 'uk', fileName: 'x.csv', bytes, acceptsSmaller: false })
    expect((await refusalOf(login)).problem).toBe('foreign')
    expect([world.count('sponsor_file'), world.waiting(MATCH_AGAIN_TASK)]).toEqual([0, []])
  })
})

describe('an import that is cut short', () => {
  test('leaves the file that counted, and is cleared away later', async () => {
    const world = sponsorsWorld()
    await importCsv(world, ['Acme Ltd', ...fillers(60)])
    let transactions = 0
    const crashing = importRegister(world.parts.deps, {
      register: 'uk',
      bytes: csvOf(fillers(2_000)),
      origin: 'new.csv',
      publishedOn: null,
      acceptsSmaller: false,
      check: () => {
        transactions += 1
        if (transactions > 3) throw new Error('the power is gone')
      },
    })
    await expect(crashing).rejects.toThrow('the power is gone')
    expect([world.count('sponsor_file'), world.count('sponsor_entity')]).toEqual([2, 61 + 500])
    expect(world.sponsors.list()[0]?.active?.rows).toBe(61)
    expect(world.sponsors.match({ company: 'Acme', countryCode: 'GB', town: null })).toMatchObject({ row: 1 })

    await importCsv(world, fillers(62))
    expect(world.count('sponsor_file')).toBe(3)
    await world.clock.advance(11 * 60_000)
    await importCsv(world, fillers(63))
    expect([world.count('sponsor_file'), world.count('sponsor_entity')]).toEqual([2, 62 + 63])
  })
})

describe('the match of a job', () => {
  test('is kept for the other jobs of the company when it is asked for in a transaction', async () => {
    const world = sponsorsWorld()
    await importCsv(world, ['Acme Ltd', ...fillers(60)])
    expect(world.sponsors.matchOf(ACME)).toMatchObject([{ register: 'uk', row: 1 }])
    expect(world.count('sponsor_match')).toBe(0)
    const inTransaction = world.database.write(() => world.sponsors.matchOf(ACME))
    expect([world.count('sponsor_match'), inTransaction]).toEqual([1, world.sponsors.matchOf(ACME)])
  })

  test('that nobody is meant is kept, too', async () => {
    const world = sponsorsWorld()
    await importCsv(world, fillers(60))
    expect(world.database.write(() => world.sponsors.matchOf(ACME))).toEqual([])
    expect(world.count('sponsor_match')).toBe(1)
  })

  test('is asked for anew after another file came', async () => {
    const world = sponsorsWorld()
    await importCsv(world, ['Acme Ltd', ...fillers(60)])
    world.database.write(() => world.sponsors.matchOf(ACME))
    await world.clock.advance(1)
    await importCsv(world, [...fillers(60), 'Acme Limited'])
    expect(world.sponsors.matchOf(ACME)).toMatchObject([{ row: 61, name: 'Acme Limited' }])
  })

  test('is looked for in each country that has a register, and in no other', async () => {
    const world = sponsorsWorld()
    await importCsv(world, ['Acme Ltd', ...fillers(60)])
    const kvk = `Organisation,KvK number\nAcme Nederland B.V.,10000001\n${fillers(60)
      .map((name, index) => `${name},${20_000_000 + index}`)
      .join('\n')}`
    await world.sponsors.import({ register: 'nl', fileName: 'nl.csv', bytes: Buffer.from(kvk), acceptsSmaller: false })
    const found = world.sponsors.matchOf({ ...ACME, countries: ['DE', 'NL', 'GB', 'NL', 'IE'] })
    expect(found.map(({ register, details }) => [register, details.number])).toEqual([
      ['nl', '10000001'],
      ['uk', undefined],
    ])
  })

  test('depends on the town where only that tells two apart', async () => {
    const world = sponsorsWorld()
    const csv = `Organisation Name,Town/City,Route\nAcme Surgery,Leeds,A\nAcme Surgery,York,A\n${fillers(60)
      .map((name) => `${name},Hull,A`)
      .join('\n')}`
    await world.sponsors.import({ register: 'uk', fileName: 'uk.csv', bytes: Buffer.from(csv), acceptsSmaller: false })
    const surgery = { company: 'Acme Surgery', companyKey: 'acme surgery', countries: ['GB'] }
    const rowIn = (town: string | null) => world.sponsors.matchOf({ ...surgery, town })[0]?.row
    for (let asked = 0; asked < 2; asked += 1) {
      expect([rowIn(null), rowIn('York'), rowIn('Leeds')]).toEqual([undefined, 2, 1])
      world.database.write(() => world.sponsors.matchOf({ ...surgery, town: 'York' }))
    }
  })
})

describe('by itself', () => {
  const allKeys = ['dk', 'ie', 'nl', 'pt', 'uk'].map((register) => `${REFRESH_TASK} ${register}`)

  test('nothing is fetched unless the user has switched it on', () => {
    const world = sponsorsWorld()
    for (let day = 0; day < 90; day += 1) world.sponsors.tick(SPONSORS_NOW + day * DAY_MS)
    expect(world.waiting(REFRESH_TASK)).toEqual([])
  })

  test('every register is fetched, and again after a month; what failed waits for a day', async () => {
    const world = sponsorsWorld({ isRefreshOn: true })
    await importCsv(world, fillers(60))
    world.sponsors.tick(SPONSORS_NOW)
    world.sponsors.tick(SPONSORS_NOW + 1)
    expect(world.waiting(REFRESH_TASK)).toEqual(allKeys.slice(0, 4))
    const end = world.database.raw.prepare<[string, number]>(
      "update task set state = ?, finished_at = ?, error = 'down' where state = 'queued' and kind = 'sponsors.refresh'",
    )
    end.run('failed', SPONSORS_NOW + 60_000)
    expect(world.sponsors.list()[1]?.problem).toEqual({ message: 'down', at: SPONSORS_NOW + 60_000 })
    world.sponsors.tick(SPONSORS_NOW + 2 * 3_600_000)
    expect(world.waiting(REFRESH_TASK)).toEqual([])
    world.sponsors.tick(SPONSORS_NOW + DAY_MS + 2 * 3_600_000)
    expect(world.waiting(REFRESH_TASK)).toEqual(allKeys.slice(0, 4))
    end.run('completed', SPONSORS_NOW + DAY_MS + 3 * 3_600_000)
    world.sponsors.tick(SPONSORS_NOW + 29 * DAY_MS)
    expect(world.waiting(REFRESH_TASK)).toEqual([])
    world.sponsors.tick(SPONSORS_NOW + 30 * DAY_MS)
    expect(world.waiting(REFRESH_TASK)).toEqual(allKeys.slice(4))
    world.sponsors.tick(SPONSORS_NOW + 32 * DAY_MS)
    expect(world.waiting(REFRESH_TASK)).toEqual(allKeys)
  })

  test('keys that an older version of the app has made are made anew', async () => {
    const world = sponsorsWorld()
    await importCsv(world, ['Acme Ltd t/a Bluebird', ...fillers(700)])
    world.tasks.start()
    await world.clock.advance(2_000)
    world.database.raw.exec(
      "update sponsor_file set names_version = 0; update sponsor_entity set name_key = 'x'; delete from sponsor_alias",
    )
    expect(world.sponsors.matchOf(ACME)).toEqual([])
    world.sponsors.tick(world.clock.now() + 2 * 3_600_000)
    for (let turns = 0; world.waiting(MATCH_AGAIN_TASK).length > 0 && turns < 1_000; turns += 1) {
      await world.clock.advance(500)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(world.sponsors.matchOf(ACME)).toMatchObject([{ row: 1 }])
    expect(world.sponsors.matchOf({ ...ACME, company: 'Bluebird', companyKey: 'bluebird' })).toMatchObject([{ row: 1 }])
  })
})
