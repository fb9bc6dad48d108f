import { join } from 'node:path'
import type { Database } from '#main/infra/db/driver.ts'
import { createByteStore } from '#main/infra/files/byte-store.ts'
import type { Log } from '#main/infra/log/log.ts'
import type { ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import { type ApplicationFiles, createApplicationFiles, createFileRows } from '../files/application-files.ts'
import { type CompareOptions, createOfferComparison } from './compare-offers.ts'
import { type Contacts, createContactRows, createContacts } from './contacts.ts'
import { createInterviewRows, createInterviews, type Interviews } from './interviews.ts'
import { createOfferRows, createOffers, type Offers } from './offers.ts'
import type { PartContext } from './part-changes.ts'
import { createReminderRows, createReminders, type Reminders } from './reminders.ts'
import { createSweep } from './sweep-removed.ts'

/** What belongs to applications, as the router asks for it. */
export interface PartServices {
  readonly contacts: Contacts
  readonly interviews: Interviews
  readonly offers: Offers & { readonly compare: ReturnType<typeof createOfferComparison> }
  readonly applicationFiles: ApplicationFiles
  readonly reminders: Reminders
}

export interface ApplicationParts {
  readonly services: PartServices
  /** Quick; called by the process that leads. */
  readonly tick: (now: number) => void
  readonly prepare: () => void
  readonly stop: () => Promise<void>
}

export interface ApplicationPartsOptions extends PartContext, Omit<CompareOptions, 'database'> {
  readonly log: Log
  readonly profileDir: string
}

/** Contacts, interviews, offers, files and reminders, and what keeps them in order. */
export function createApplicationParts(options: ApplicationPartsOptions): ApplicationParts {
  const { database, clock, log, profileDir, rates } = options
  const store = createByteStore({ dir: join(profileDir, 'files'), clock })
  const sweep = createSweep({ database, store, log })
  const interviews = createInterviews(options)
  return {
    services: {
      contacts: createContacts(options),
      interviews,
      offers: { ...createOffers(options, rates), compare: createOfferComparison(options) },
      applicationFiles: createApplicationFiles({ ...options, store }),
      reminders: createReminders(options),
    },
    tick: sweep.tick,
    prepare: interviews.followZones,
    stop: sweep.stop,
  }
}

/** What an application has of each kind, without what was removed. */
export function createPartReader(database: Database, rates: () => ExchangeRates) {
  return {
    contacts: createContactRows(database).of,
    interviews: createInterviewRows(database).of,
    offers: createOfferRows(database, rates).of,
    files: createFileRows(database).of,
    reminders: createReminderRows(database).of,
  }
}
