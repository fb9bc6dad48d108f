import { ActionIcon, Button, NativeSelect, Switch, TextInput, Title, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { COUNTRY_CODES } from '#shared/countries.ts'
import { careerLinkSchema, personSchema } from '#shared/career.ts'
import type { DocumentHeader } from '#shared/documents.ts'
import { regionName } from '../../../ui/format.ts'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import { CheckedInput } from './checked-input.tsx'
import { focusSoon } from './edit-context.ts'
import { FindingNotes } from './resume/finding-notes.tsx'
import classes from './resume/resume.module.css'

const LINKS_MOST = 20
const ADD_LINK = 'add-link'

/** The lines on top: name, headline, contact. */
export const HeaderForm = memo(function HeaderForm(props: {
  readonly header: DocumentHeader
  readonly onChange: (header: DocumentHeader, field?: string) => void
}) {
  const { header, onChange } = props
  const text = (field: 'name' | 'headline' | 'phone' | 'city', maxLength: number) => ({
    maxLength,
    value: header[field],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...header, [field]: value }, `header ${field}`),
  })
  const putCountry = useLatestCallback((countryCode: string | null) => onChange({ ...header, countryCode }))
  return (
    <section className={classes.section} aria-labelledby="header-heading">
      <Title order={2} fz="md" id="header-heading">
        Name and contact
      </Title>
      <div className={classes.pair}>
        <TextInput label="Name" {...text('name', 120)} />
        <TextInput label="Headline" placeholder="Machine learning engineer" {...text('headline', 160)} />
      </div>
      <div className={classes.pair}>
        <CheckedInput
          field="header email"
          label="E-mail"
          value={header.email}
          maxLength={254}
          read={readEmail}
          problem="Write a whole address, as ada@example.com. Not saved yet."
          onChange={(email, field) => onChange({ ...header, email }, field)}
        />
        <TextInput label="Phone" {...text('phone', 60)} />
      </div>
      <div className={classes.pair}>
        <TextInput label="City" {...text('city', 80)} />
        <CountryChoice code={header.countryCode} onChange={putCountry} />
      </div>
      <Switch
        label="Show city and country"
        checked={header.isPlaceShown}
        onChange={({ currentTarget: { checked } }) => onChange({ ...header, isPlaceShown: checked })}
      />
      <FindingNotes id="header" />
      <Links links={header.links} onChange={(links, field) => onChange({ ...header, links }, field)} />
    </section>
  )
})

/** Apart, so that its hundreds of names are not drawn anew while a field beside it is typed in. */
const CountryChoice = memo(function CountryChoice(props: {
  readonly code: string | null
  readonly onChange: (code: string | null) => void
}) {
  const data = useMemo(() => countryChoices(), [])
  return (
    <NativeSelect
      label="Country"
      data={data}
      value={props.code ?? ''}
      onChange={({ currentTarget: { value } }) => props.onChange(value === '' ? null : value)}
    />
  )
})

function Links(props: {
  readonly links: DocumentHeader['links']
  readonly onChange: (links: DocumentHeader['links'], field?: string) => void
}) {
  const { links, onChange } = props
  const remove = (index: number) => {
    onChange(links.toSpliced(index, 1))
    focusSoon(links.length === 1 ? ADD_LINK : labelId(Math.max(index - 1, 0)))
  }
  return (
    <>
      {links
        .map((link, index) => ({ link, index, key: `link ${index}` }))
        .map(({ link, index, key }) => (
          <div key={key} className={classes.linkRow}>
            <TextInput
              id={labelId(index)}
              label={`Label of link ${index + 1}`}
              placeholder="GitHub"
              maxLength={60}
              value={link.label}
              onChange={({ currentTarget: { value } }) =>
                onChange(links.with(index, { ...link, label: value }), `link ${index} label`)
              }
            />
            <CheckedInput
              field={`link ${index} address`}
              label={`Address of link ${index + 1}`}
              placeholder="https://…"
              value={link.url}
              maxLength={2000}
              read={readAddress}
              problem="Begin it with https:// or http://. Not saved yet."
              onChange={(url, field) => onChange(links.with(index, { ...link, url }), field)}
            />
            <Tooltip label="Remove">
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={`Remove link ${index + 1}`}
                onClick={() => remove(index)}
              >
                <IconTrash size={15} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          </div>
        ))}
      {links.length < LINKS_MOST && (
        <div>
          <Button
            id={ADD_LINK}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} aria-hidden="true" />}
            onClick={() => {
              onChange([...links, { label: '', url: '' }])
              focusSoon(labelId(links.length))
            }}
          >
            Add a link
          </Button>
        </div>
      )}
    </>
  )
}

function readEmail(text: string): string | null {
  return personSchema.shape.email.safeParse(text.trim()).data ?? null
}

function readAddress(text: string): string | null {
  return careerLinkSchema.shape.url.safeParse(text.trim()).data ?? null
}

const labelId = (index: number) => `link-${index}-label`

function countryChoices() {
  const named = [...COUNTRY_CODES].map((value) => ({ value, label: regionName(value) }))
  return [{ value: '', label: 'Not said' }, ...named.toSorted((a, b) => a.label.localeCompare(b.label))]
}
