import type { RatesView } from '#shared/money.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { HttpClient } from '../../infra/http/http.ts'
import type { Log } from '../../infra/log/log.ts'
import { BUNDLED_RATES, type ExchangeRates, rateDate, withRates } from '../../infra/money/exchange-rates.ts'
import type { TaskHandler, TaskRunner } from '../../infra/tasks/task.ts'
import type { Clock } from '../../infra/time/clock.ts'
import { createRatesRepo } from './rates.repo.ts'
import { createRefreshRatesTask, REFRESH_RATES_TASK, type RefreshRatesPayload } from './refresh-rates.task.ts'

/** Stands for the European Central Bank where a source's id stands for its host: `--base-url ecb-rates=…`. */
export const RATES_HOST_ID = 'ecb-rates'

export interface RatesService {
  readonly view: () => RatesView
  /** Fetches the reference rates in the background; while that goes on it is not done twice. */
  readonly refresh: () => RatesView
  /** Called by the process that leads, every now and then: fetches the rates once a day if the user has switched that on. Quick. */
  readonly tick: (now: number) => void
}

/** What the service and its task share. */
export interface RatesParts {
  readonly handler: TaskHandler
  /** The rates to reckon with: what was fetched, over the bundled table. */
  readonly current: () => ExchangeRates
  readonly view: () => Pick<RatesView, 'asOf' | 'rates'>
}

export interface RatesPartsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly http: HttpClient
  readonly onEnded: () => void
}

/** The task that refreshes and what it is made of: it has to exist before its runner does. */
export function createRatesParts(options: RatesPartsOptions): RatesParts {
  const repo = createRatesRepo(options.database)
  const current = (): ExchangeRates => withRates(BUNDLED_RATES, repo.all())
  return {
    handler: createRefreshRatesTask({ ...options, repo }),
    current,
    view: () => {
      const stored = new Map(repo.all().map((rate) => [rate.currency, rate]))
      const table = current()
      const rates = Object.entries(table.unitsPerEur).map(([currency, perEur]) => {
        const asOf = rateDate(currency, table)
        const known = stored.get(currency)
        const isFetched = known !== undefined && known.asOf === asOf && known.refused === null
        return { currency, perEur, asOf, isFetched, refused: known?.refused ?? null }
      })
      const asOf = rates.reduce((newest, rate) => (rate.asOf > newest ? rate.asOf : newest), table.asOf)
      return { asOf, rates }
    },
  }
}

export interface RatesServiceOptions {
  readonly database: Database
  readonly tasks: TaskRunner
  readonly parts: RatesParts
  readonly isRefreshOn: () => boolean
  readonly baseUrl: () => string | null
}

const HOUR_MS = 3_600_000
/** The bank publishes once a working day. */
const REFRESH_AFTER_MS = 24 * HOUR_MS

interface LastRefresh {
  readonly state: string
  readonly error: string | null
  readonly at: number
}

export function createRatesService(options: RatesServiceOptions): RatesService {
  const { database, tasks, parts } = options
  const readLast = database.raw.prepare<[string], LastRefresh>(
    `select state, error, coalesce(finished_at, created_at) as at from task where key = ?
     order by created_at desc limit 1`,
  )
  let nextLookAt = 0

  function view(): RatesView {
    const isRefreshing = tasks.findActive(REFRESH_RATES_TASK) !== null
    const last = readLast.get(REFRESH_RATES_TASK)
    const problem = last?.state === 'failed' ? { message: last.error ?? 'The log says why.', at: last.at } : null
    return { ...parts.view(), isRefreshing, problem }
  }

  function enqueue(): void {
    const payload: RefreshRatesPayload = { baseUrl: options.baseUrl() }
    tasks.enqueue({ kind: REFRESH_RATES_TASK, key: REFRESH_RATES_TASK, payload })
  }

  return {
    view,
    refresh: () => {
      enqueue()
      return view()
    },
    tick: (now) => {
      if (now < nextLookAt || !options.isRefreshOn()) return
      nextLookAt = now + HOUR_MS
      const last = readLast.get(REFRESH_RATES_TASK)
      if (last === undefined || now - last.at >= REFRESH_AFTER_MS) enqueue()
    },
  }
}
