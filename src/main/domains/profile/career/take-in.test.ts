import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '../../../../../tests/support/silent-log.ts'
import { tempDir } from '../../../../../tests/support/profile.ts'
import { openDatabase } from '../../../infra/db/open.ts'
import { systemClock } from '../../../infra/time/clock.ts'
import { createProfileService } from '../profile.service.ts'
import { careerOf, postOf } from './career.fixture.ts'
import { createCareerService } from './career.service.ts'

function world() {
  const database = openDatabase({ path: join(tempDir(), 'career.db'), now: 1 })
  onTestFinished(() => database.close())
  const told: string[] = []
  const base = { database, clock: systemClock, log: silentLog }
  const note = (what: string) => () => void told.push(`${what}${database.raw.inTransaction ? ' too early' : ''}`)
  const profile = createProfileService({ ...base, onChange: note('profile') })
  return { profile, told, career: createCareerService({ ...base, profile, onChange: note('career') }), base }
}

const FILE = {
  career: careerOf({ experiences: [postOf({ title: 'Cook' })] }),
  skills: [{ name: 'Python', years: null, level: null }],
  languages: [],
}
const JSON_FILE = JSON.stringify({ work: [{ name: 'Acme', position: 'Cook' }], skills: [{ name: 'Python' }] })

test('changes of career and profile are told once both are committed', () => {
  const { career, told } = world()
  career.takeIn(() => FILE, { mode: 'add' })
  expect(told).toEqual(['career', 'profile'])
  career.takeIn(() => ({ ...FILE, career: careerOf({}), skills: [] }), { mode: 'add' })
  expect(told).toHaveLength(2)
})

test('a JSON Resume is taken in whole or not at all', () => {
  const { profile, base } = world()
  const failing = {
    get: profile.get,
    updateWithin: () => {
      throw new Error('the disk is full')
    },
  }
  const career = createCareerService({ ...base, profile: failing, onChange: () => expect.unreachable() })
  expect(() => career.importJsonResume({ text: JSON_FILE, mode: 'add', version: 0 })).toThrow('the disk is full')
  expect(career.get()).toMatchObject({ version: 0, isEmpty: true })
})
