import type { Database } from '../../infra/db/driver.ts'
import type { RefusedRate } from '../../infra/money/ecb-rates.ts'
import type { DatedRate } from '../../infra/money/exchange-rates.ts'

export interface StoredRate extends DatedRate {
  /** Why a newer rate was not taken; null when the last one was. */
  readonly refused: string | null
}

/** The table of fetched rates, and nothing but that table. */
export interface RatesRepo {
  readonly all: () => StoredRate[]
  /** Belongs into a write transaction. */
  readonly write: (rates: readonly DatedRate[], refused: readonly RefusedRate[]) => void
}

export function createRatesRepo({ raw }: Database): RatesRepo {
  const put = `insert into exchange_rate (currency, per_eur, as_of, refused) values (?, ?, ?, ?)
     on conflict (currency) do update set per_eur = excluded.per_eur, as_of = excluded.as_of, refused = excluded.refused`
  return {
    all: () =>
      raw
        .prepare<[], StoredRate>(
          'select currency, per_eur as perEur, as_of as asOf, refused from exchange_rate order by currency',
        )
        .all(),
    write: (rates, refused) => {
      const statement = raw.prepare<[string, number, string, string | null]>(put)
      for (const { currency, perEur, asOf } of rates) statement.run(currency, perEur, asOf, null)
      for (const { kept, reason } of refused) statement.run(kept.currency, kept.perEur, kept.asOf, reason)
    },
  }
}
