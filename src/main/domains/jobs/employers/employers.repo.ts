import type { BoardKind, BoardRef, Employer } from '#shared/employers.ts'
import type { Database } from '../../../infra/db/driver.ts'

export type EmployerRow = Omit<Employer, 'isOn'> & { readonly isOn: number }

/** What a run saw of a board. */
export interface BoardOutcome {
  readonly kind: BoardKind
  readonly slug: string
  readonly state: 'ok' | 'empty' | 'gone' | 'failing'
  /** Postings on the board; null when it could not be read. */
  readonly postings: number | null
  readonly message: string | null
  readonly now: number
}

/** An employer as it is first stored. */
export type NewEmployer = BoardRef &
  Pick<Employer, 'name' | 'countryCode' | 'url' | 'origin' | 'isOn'> & { readonly now: number }

const COLUMNS = `kind, slug, variant, name, country_code as countryCode, url, origin, is_on as isOn, state, message, postings,
  checked_at as checkedAt`

/** The stored part of the list of employers. All but `find` want the slug in the spelling in which it is stored. */
export function createEmployersRepo({ raw }: Database) {
  const readAll = raw.prepare<[], EmployerRow>(`select ${COLUMNS} from employer_board order by added_at, slug`)
  const readOne = raw.prepare<[BoardKind, string], EmployerRow>(
    `select ${COLUMNS} from employer_board where kind = ? and lower(slug) = lower(?)
     order by added_at, slug limit 1`,
  )
  const insert = raw.prepare(
    `insert into employer_board (kind, slug, variant, name, country_code, url, origin, is_on, added_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (kind, slug) do nothing`,
  )
  const setOn = raw.prepare<[number, BoardKind, string]>(
    'update employer_board set is_on = ? where kind = ? and slug = ?',
  )
  // A board that moved stays so while it is gone: what a person was told is not taken back by the next run.
  const setOutcome = raw.prepare(
    `update employer_board set
       message = case when state = 'moved' and :state = 'gone' then message else :message end,
       state = case when state = 'moved' and :state = 'gone' then state else :state end,
       postings = coalesce(:postings, postings),
       checked_at = :now
     where kind = :kind and slug = :slug`,
  )
  const setMoved = raw.prepare<[string, BoardKind, string]>(
    `update employer_board set state = 'moved', message = ? where kind = ? and slug = ? and state = 'gone'`,
  )
  const describe = raw.prepare(
    `update employer_board set variant = ?, name = ?, url = case when ? = '' then url else ? end where kind = ? and slug = ?`,
  )
  const remove = raw.prepare<[BoardKind, string]>('delete from employer_board where kind = ? and slug = ?')

  return {
    all: (): EmployerRow[] => readAll.all(),
    find: ({ kind, slug }: Pick<BoardRef, 'kind' | 'slug'>): EmployerRow | null => readOne.get(kind, slug) ?? null,
    /** Does nothing when the board has a row already. */
    insert: (employer: NewEmployer): void => {
      const { kind, slug, variant, name, countryCode, url, origin, isOn, now } = employer
      insert.run(kind, slug, variant, name, countryCode, url, origin, Number(isOn), now)
    },
    setOn: ({ kind, slug }: Pick<BoardRef, 'kind' | 'slug'>, isOn: boolean): void => {
      setOn.run(Number(isOn), kind, slug)
    },
    /** An empty address leaves the stored one. */
    describe: (employer: BoardRef & Pick<Employer, 'name' | 'url'>): void => {
      const { kind, slug, variant, name, url } = employer
      describe.run(variant, name, url, url, kind, slug)
    },
    /** False when the board has no row. */
    setOutcome: (outcome: BoardOutcome): boolean => setOutcome.run({ ...outcome }).changes > 0,
    /** Only what is gone can have moved. */
    setMoved: ({ kind, slug }: Pick<BoardRef, 'kind' | 'slug'>, message: string): void => {
      setMoved.run(message, kind, slug)
    },
    remove: ({ kind, slug }: Pick<BoardRef, 'kind' | 'slug'>): void => {
      remove.run(kind, slug)
    },
  }
}
