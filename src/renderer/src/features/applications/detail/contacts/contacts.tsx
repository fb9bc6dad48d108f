import { Anchor } from '@mantine/core'
import { lazy, type ReactNode } from 'react'
import type { Contact } from '#shared/application-parts.ts'
import type { ApplicationDetail } from '#shared/applications.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { OutsideLink } from '../../../../ui/outside-link.tsx'
import { FormRoom, PartButtons, PartSection, type Panel } from '../part-section.tsx'
import classes from '../part-section.module.css'
import { usePerform } from '../use-perform.ts'
import { mailHref, phoneHref } from './contact-links.ts'

const ContactForm = lazy(async () => ({ default: (await import('./contact-form.tsx')).ContactForm }))

const ID = 'contacts'

/** The people at the employer. */
export function Contacts({ application, panel }: { readonly application: ApplicationDetail; readonly panel: Panel }) {
  const { contacts, id } = application
  return (
    <PartSection
      id={ID}
      title="Contacts"
      addWord="Add a contact"
      panel={panel}
      newForm={<ContactForm applicationId={id} contact={null} onClose={panel.close} />}
      isEmpty={contacts.length === 0}
      empty="Nobody yet. Add who wrote to you, with address and number."
    >
      {contacts.length > 0 && (
        <ul className={classes.list} aria-label="Contacts">
          {contacts.map((contact) => (
            <li key={contact.id} className={panel.open === contact.id ? undefined : classes.item}>
              {panel.open === contact.id ? (
                <FormRoom>
                  <ContactForm applicationId={id} contact={contact} onClose={panel.close} />
                </FormRoom>
              ) : (
                <ContactItem contact={contact} panel={panel} />
              )}
            </li>
          ))}
        </ul>
      )}
    </PartSection>
  )
}

function ContactItem({ contact, panel }: { readonly contact: Contact; readonly panel: Panel }) {
  const api = useApi()
  const perform = usePerform()
  const { id, name, role, email, phone, url, notes } = contact
  return (
    <>
      <div className={classes.top}>
        <div>
          <p className={classes.name}>{name}</p>
          {role !== '' && <p className={classes.line}>{role}</p>}
        </div>
        <div className={classes.buttons}>
          <PartButtons
            sectionId={ID}
            partId={id}
            name={name}
            panel={panel}
            onRemove={() =>
              perform({
                call: () => api.contacts.remove.call({ id }),
                said: 'Contact removed',
                undo: () => api.contacts.restore.call({ id }),
              })
            }
          />
        </div>
      </div>
      <dl className={classes.facts}>
        <Way name="Email" words={email}>
          <SystemLink href={mailHref(email)}>{email}</SystemLink>
        </Way>
        <Way name="Phone" words={phone}>
          <SystemLink href={phoneHref(phone)}>{phone}</SystemLink>
        </Way>
        <Way name="Page" words={url}>
          <OutsideLink href={url}>{url}</OutsideLink>
        </Way>
        <Way name="Notes" words={notes}>
          {notes}
        </Way>
      </dl>
    </>
  )
}

function Way({
  name,
  words,
  children,
}: {
  readonly name: string
  readonly words: string
  readonly children: ReactNode
}) {
  if (words === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** A link that the system's mail program or telephone opens; plain words where there is none. */
function SystemLink({ href, children }: { readonly href: string | null; readonly children: string }) {
  if (href === null) return children
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" size="sm">
      {children}
    </Anchor>
  )
}
