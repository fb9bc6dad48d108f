import { z } from 'zod'
import type { Database } from '../../infra/db/driver.ts'
import type { HttpClient } from '../../infra/http/http.ts'
import type { Log } from '../../infra/log/log.ts'
import { judgeRates, parseEcbRates } from '../../infra/money/ecb-rates.ts'
import { BUNDLED_RATES, type DatedRate, rateDate } from '../../infra/money/exchange-rates.ts'
import type { TaskHandler } from '../../infra/tasks/task.ts'
import type { Clock } from '../../infra/time/clock.ts'
import type { RatesRepo } from './rates.repo.ts'

export const REFRESH_RATES_TASK = 'money.rates'
/** `baseUrl` is the address that the process which asked was told to use: it goes with the task, whoever runs it. */
const payloadSchema = z.object({ baseUrl: z.string().nullable() })
export type RefreshRatesPayload = z.infer<typeof payloadSchema>

export interface RefreshRatesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly http: HttpClient
  readonly repo: RatesRepo
  /** The task has ended, well or not. */
  readonly onEnded: () => void
}

const HOST = 'https://www.ecb.europa.eu'
const PATH = '/stats/eurofxref/eurofxref-daily.xml'
const MAX_BYTES = 1_000_000

/** The rate that a fetched one is measured by: the stored one, else the bundled one. */
function before(currency: string, stored: readonly DatedRate[]): DatedRate | null {
  const known = stored.find((rate) => rate.currency === currency)
  if (known !== undefined) return known
  const perEur = Object.hasOwn(BUNDLED_RATES.unitsPerEur, currency) ? BUNDLED_RATES.unitsPerEur[currency] : undefined
  return perEur === undefined ? null : { currency, perEur, asOf: rateDate(currency, BUNDLED_RATES) }
}

/** Fetches the daily reference rates of the European Central Bank and stores those that can be right. What is refused stays refused:
 *  it is not tried again. */
export function createRefreshRatesTask(options: RefreshRatesOptions): TaskHandler {
  const { database, clock, log, http, repo, onEnded } = options
  return {
    kind: REFRESH_RATES_TASK,
    maxAttempts: 1,
    recovery: 'resume',
    run: async (payload, { signal, assertLeader }) => {
      const { baseUrl } = payloadSchema.parse(payload)
      const { text } = await http.request({
        url: `${(baseUrl ?? HOST).replace(/\/+$/, '')}${PATH}`,
        accept: 'xml',
        signal,
        maxBytes: MAX_BYTES,
        trustedOrigin: baseUrl === null ? null : new URL(baseUrl).origin,
      })
      const fetched = parseEcbRates(text, clock.now())
      const { taken, refused } = database.write(() => {
        assertLeader()
        const stored = repo.all()
        const judged = judgeRates(fetched, (currency) => before(currency, stored))
        repo.write(judged.taken, judged.refused)
        return judged
      })
      for (const { reason } of refused) log.warn({ reason }, 'an exchange rate was not taken')
      log.info({ taken: taken.length, refused: refused.length }, 'exchange rates were fetched')
      // The word that it is done is written when this returns.
      setImmediate(onEnded)
    },
    onAbandoned: () => onEnded,
  }
}
