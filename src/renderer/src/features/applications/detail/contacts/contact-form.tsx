import { Textarea, TextInput } from '@mantine/core'
import { type Contact, contactFieldsSchema } from '#shared/application-parts.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { problemsBy } from '../form/form-problems.ts'
import { Fields, PartForm } from '../form/part-form.tsx'
import { usePartForm } from '../form/use-part-form.ts'
import { useSavePart } from '../form/use-save-part.ts'

const EMPTY = { name: '', role: '', email: '', phone: '', url: '', notes: '' }
type Draft = typeof EMPTY

const PROBLEMS = {
  name: 'A contact needs a name of at most 120 characters.',
  role: 'At most 120 characters.',
  email: 'An address as jana@example.com.',
  phone: 'At most 60 characters.',
  url: 'A web address that begins with https:// or http://.',
  notes: 'At most 50,000 characters.',
}

const draftOf = ({ name, role, email, phone, url, notes }: Contact): Draft => ({ name, role, email, phone, url, notes })

/** What is typed around an address by accident is no fault of it. */
const cleaned = (draft: Draft): Draft => ({ ...draft, email: draft.email.trim(), url: draft.url.trim() })

/** A new contact, or one put right. */
export function ContactForm(props: {
  readonly applicationId: number
  readonly contact: Contact | null
  readonly onClose: () => void
}) {
  const { applicationId, contact } = props
  const api = useApi()
  const { opened, save } = useSavePart({
    applicationId,
    part: contact,
    store: {
      word: 'Contact',
      add: api.contacts.add.call,
      update: api.contacts.update.call,
      remove: api.contacts.remove.call,
      partsOf: ({ contacts }) => contacts,
      fieldsOf: draftOf,
    },
  })
  const { draft, set, problems, frame } = usePartForm({
    initial: () => (opened ? draftOf(opened) : EMPTY),
    problemsOf: (now) => problemsBy(contactFieldsSchema, cleaned(now), PROBLEMS),
    save: (typed) => save({ begun: opened && cleaned(draftOf(opened)), typed: cleaned(typed) }),
    onClose: props.onClose,
  })
  return (
    <PartForm label={contact ? 'Edit the contact' : 'New contact'} frame={frame}>
      <Fields>
        <TextInput
          label="Name"
          value={draft.name}
          error={problems.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label="What they do there"
          placeholder="Recruiter, hiring manager, …"
          value={draft.role}
          error={problems.role}
          onChange={(event) => set({ role: event.currentTarget.value })}
        />
      </Fields>
      <Fields>
        <TextInput
          label="Email"
          type="email"
          value={draft.email}
          error={problems.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <TextInput
          label="Phone"
          type="tel"
          value={draft.phone}
          error={problems.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
        />
        <TextInput
          label="Page"
          type="url"
          placeholder="https://…"
          value={draft.url}
          error={problems.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
        />
      </Fields>
      <Textarea
        label="Notes on the contact"
        autosize
        minRows={2}
        maxRows={12}
        value={draft.notes}
        error={problems.notes}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
    </PartForm>
  )
}
