import type { z } from 'zod'
import type { Contact, contactFieldsSchema } from '#shared/application-parts.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { createPartChanges, differs, type PartChanges, type PartContext } from './part-changes.ts'
import { createPartRows, type PartRows } from './part-rows.ts'

export type ContactFields = z.output<typeof contactFieldsSchema>

export interface Contacts extends Pick<PartChanges<Contact>, 'remove' | 'restore'> {
  readonly add: (input: { applicationId: number; fields: ContactFields }) => Contact
  readonly update: (input: { id: number; fields: ContactFields }) => Contact
}

export function createContactRows(database: Database): PartRows<Contact> {
  return createPartRows<Contact, Contact>(database, {
    table: 'contact',
    columns: 'name, role, email, phone, url, notes',
    order: 'id',
    toPart: (row) => row,
  })
}

/** The people behind an application. */
export function createContacts(context: PartContext): Contacts {
  const { raw } = context.database
  const insert = raw.prepare<ContactFields & { applicationId: number }>(
    `insert into contact (application_id, name, role, email, phone, url, notes)
     values (:applicationId, :name, :role, :email, :phone, :url, :notes)`,
  )
  const write = raw.prepare<ContactFields & { id: number }>(
    `update contact set name = :name, role = :role, email = :email, phone = :phone, url = :url, notes = :notes
     where id = :id`,
  )
  const changes = createPartChanges<Contact>(context, {
    entity: 'contact',
    table: 'contact',
    rows: createContactRows(context.database),
    eventOf: ({ id, name }, change) => ({ type: 'contact', partId: id, change, name }),
  })
  return {
    add: ({ applicationId, fields }) =>
      changes.add(applicationId, () => insert.run({ ...fields, applicationId }).lastInsertRowid),
    update: ({ id, fields }) =>
      changes.change(id, (contact) => {
        if (!differs<ContactFields>(fields, contact)) return null
        write.run({ ...fields, id })
        return 'changed'
      }),
    remove: changes.remove,
    restore: changes.restore,
  }
}
