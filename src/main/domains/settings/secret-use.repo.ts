import type { Database } from '../../infra/db/driver.ts'

export interface SecretUse {
  readonly name: string
  readonly setAt: number | null
  readonly lastUsedAt: number | null
  readonly lastTest: { readonly at: number; readonly isOk: boolean; readonly message: string } | null
}

interface Row {
  name: string
  setAt: number | null
  lastUsedAt: number | null
  lastTestAt: number | null
  isLastTestOk: number | null
  lastTestMessage: string | null
}

/** The table `secret_use`: which keys were stored and when each was of use. */
export function createSecretUseRepo(database: Database) {
  const { raw } = database
  const one = raw.prepare<[string], Row>(
    `select name, set_at as setAt, last_used_at as lastUsedAt, last_test_at as lastTestAt, is_last_test_ok as isLastTestOk,
       last_test_message as lastTestMessage from secret_use where name = ?`,
  )
  const stored = raw.prepare<[string, number]>(
    `insert into secret_use (name, set_at) values (?, ?)
     on conflict (name) do update set set_at = excluded.set_at, last_used_at = null, last_test_at = null,
       is_last_test_ok = null, last_test_message = null`,
  )
  const used = raw.prepare<[string, number]>(
    `insert into secret_use (name, last_used_at) values (?, ?)
     on conflict (name) do update set last_used_at = excluded.last_used_at`,
  )
  const tested = raw.prepare<[string, number, number, string]>(
    `insert into secret_use (name, last_test_at, is_last_test_ok, last_test_message) values (?, ?, ?, ?)
     on conflict (name) do update set last_test_at = excluded.last_test_at, is_last_test_ok = excluded.is_last_test_ok,
       last_test_message = excluded.last_test_message`,
  )
  const forget = raw.prepare<[string]>('delete from secret_use where name = ?')

  return {
    get: (name: string): SecretUse | null => {
      const row = one.get(name)
      return row === undefined ? null : asUse(row)
    },
    /** A new value: what was known about an earlier one is forgotten. */
    recordSet: (name: string, at: number) => database.write(() => stored.run(name, at)),
    recordUse: (name: string, at: number) => database.write(() => used.run(name, at)),
    recordTest: (name: string, { at, isOk, message }: NonNullable<SecretUse['lastTest']>) =>
      database.write(() => tested.run(name, at, isOk ? 1 : 0, message)),
    forget: (name: string) => database.write(() => forget.run(name)),
  }
}

function asUse(row: Row): SecretUse {
  const { name, setAt, lastUsedAt, lastTestAt, isLastTestOk, lastTestMessage } = row
  const lastTest =
    lastTestAt === null ? null : { at: lastTestAt, isOk: isLastTestOk === 1, message: lastTestMessage ?? '' }
  return { name, setAt, lastUsedAt, lastTest }
}
