import type { PartServices } from '../domains/applications/parts/parts.service.ts'
import type { ApplicationTransferServices } from './application-transfer.routes.ts'
import type { RouterBase } from './base.ts'

/** What belongs to an application: people, interviews, offers, files, reminders. */
export function applicationPartRoutes(os: RouterBase, services: PartServices & ApplicationTransferServices) {
  const { contacts, interviews, offers, applicationFiles, reminders } = services
  return {
    contacts: {
      add: os.contacts.add.handler(({ input }) => contacts.add(input)),
      update: os.contacts.update.handler(({ input }) => contacts.update(input)),
      remove: os.contacts.remove.handler(({ input }) => contacts.remove(input.id)),
      restore: os.contacts.restore.handler(({ input }) => contacts.restore(input.id)),
    },
    interviews: {
      add: os.interviews.add.handler(({ input }) => interviews.add(input)),
      update: os.interviews.update.handler(({ input }) => interviews.update(input)),
      remove: os.interviews.remove.handler(({ input }) => interviews.remove(input.id)),
      restore: os.interviews.restore.handler(({ input }) => interviews.restore(input.id)),
      ics: os.interviews.ics.handler(({ input }) => services.applicationTransfer.interviewFile(input.id)),
    },
    offers: {
      add: os.offers.add.handler(({ input }) => offers.add(input)),
      update: os.offers.update.handler(({ input }) => offers.update(input)),
      remove: os.offers.remove.handler(({ input }) => offers.remove(input.id)),
      restore: os.offers.restore.handler(({ input }) => offers.restore(input.id)),
      compare: os.offers.compare.handler(() => offers.compare()),
    },
    applicationFiles: {
      add: os.applicationFiles.add.handler(({ input }) => applicationFiles.add(input)),
      read: os.applicationFiles.read.handler(({ input }) => applicationFiles.read(input.id)),
      remove: os.applicationFiles.remove.handler(({ input }) => applicationFiles.remove(input.id)),
      restore: os.applicationFiles.restore.handler(({ input }) => applicationFiles.restore(input.id)),
    },
    reminders: {
      add: os.reminders.add.handler(({ input }) => reminders.add(input)),
      update: os.reminders.update.handler(({ input }) => reminders.update(input)),
      putOff: os.reminders.putOff.handler(({ input }) => reminders.putOff(input)),
      setDone: os.reminders.setDone.handler(({ input }) => reminders.setDone(input)),
      remove: os.reminders.remove.handler(({ input }) => reminders.remove(input.id)),
      restore: os.reminders.restore.handler(({ input }) => reminders.restore(input.id)),
    },
  }
}
