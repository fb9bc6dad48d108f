import { TextInput, Title } from '@mantine/core'
import type { DocumentHeader, LetterContent } from '#shared/documents.ts'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import { LETTER_LIST } from '../model/sorting.ts'
import { GrowingText } from './growing-text.tsx'
import { HeaderForm } from './header-form.tsx'
import { ClaimList } from './resume/claim-list.tsx'
import classes from './resume/resume.module.css'

const PARAGRAPHS_MOST = 30

type TextField = 'dateLine' | 'subject' | 'greeting' | 'closing' | 'signature'

/** Everything that stands in a letter, from the address to the signature. */
export function LetterForm(props: {
  readonly content: LetterContent
  readonly onChange: (content: LetterContent, field?: string) => void
}) {
  const { content, onChange } = props
  const { recipient } = content
  const text = (field: TextField, maxLength: number) => ({
    maxLength,
    value: content[field],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...content, [field]: value }, field),
  })
  const to = (field: keyof LetterContent['recipient'], maxLength: number) => ({
    maxLength,
    value: recipient[field],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...content, recipient: { ...recipient, [field]: value } }, `recipient ${field}`),
  })
  const putHeader = useLatestCallback((header: DocumentHeader, field?: string) =>
    onChange({ ...content, header }, field),
  )
  return (
    <>
      <section className={classes.section} aria-labelledby="recipient-heading">
        <Title order={2} fz="md" id="recipient-heading">
          To whom
        </Title>
        <div className={classes.pair}>
          <TextInput label="Name of the recipient" {...to('name', 160)} />
          <TextInput label="Company" {...to('company', 160)} />
        </div>
        <GrowingText label="Address" minRows={2} {...to('address', 500)} />
        <TextInput label="Place and date" placeholder="Berlin, 3 March 2026" {...text('dateLine', 120)} />
      </section>
      <section className={classes.section} aria-labelledby="letter-heading">
        <Title order={2} fz="md" id="letter-heading">
          The letter
        </Title>
        <TextInput label="Subject" {...text('subject', 300)} />
        <TextInput label="Greeting" placeholder="Dear Ms Sample," {...text('greeting', 200)} />
        <ClaimList
          id={LETTER_LIST}
          claims={content.paragraphs}
          word="Paragraph"
          most={PARAGRAPHS_MOST}
          isOneLine={false}
          onChange={(paragraphs, field) => onChange({ ...content, paragraphs }, field)}
        />
        <div className={classes.pair}>
          <TextInput label="Closing" placeholder="Kind regards," {...text('closing', 200)} />
          <TextInput label="Signature" {...text('signature', 160)} />
        </div>
      </section>
      <HeaderForm header={content.header} onChange={putHeader} />
    </>
  )
}
