import { setTimeout as delay } from 'node:timers/promises'
import type { RatesView } from '#shared/money.ts'
import type { Core } from '../../core.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface RatesFlags extends GlobalFlags {
  readonly json?: boolean
}

const LOOK_EVERY_MS = 200

export function showRatesCommand(flags: RatesFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const view = await core.client.money.rates()
    if (flags.json === true) printJson(view)
    else printTable([['currency', 'per euro', 'day', 'from', 'note'], ...view.rates.map(rowOf)])
    return EXIT.ok
  })
}

/** Exit code 1 when the rates cannot be fetched or are refused, with the reason on standard error. */
export function refreshRatesCommand(flags: RatesFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const view = await fetched(core)
    if (flags.json === true) printJson(view)
    else printLine(describe(view))
    return EXIT.ok
  })
}

/** Waits for the end of the refresh, wherever it is carried out. */
async function fetched(core: Core): Promise<RatesView> {
  // This process ends with what it was asked for: the schedule is for those that stay.
  core.start({ withSchedule: false })
  for (let view = await core.client.money.refresh(); ;) {
    if (!view.isRefreshing) {
      if (view.problem !== null) throw new CliFailure(view.problem.message)
      return view
    }
    await delay(LOOK_EVERY_MS)
    view = await core.client.money.rates()
  }
}

function rowOf({ currency, perEur, asOf, isFetched, refused }: RatesView['rates'][number]): string[] {
  return [currency, String(perEur), asOf, isFetched ? 'ECB' : 'the app', refused ?? '']
}

function describe({ asOf, rates }: RatesView): string {
  const fetchedCount = rates.filter((rate) => rate.isFetched).length
  const refused = rates.flatMap((rate) => rate.refused ?? [])
  const told = `${fetchedCount} of ${rates.length} exchange rates are the European Central Bank's, as of ${asOf}.`
  return [told, ...refused].join('\n')
}
