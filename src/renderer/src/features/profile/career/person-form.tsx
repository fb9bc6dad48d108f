import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Person } from '#shared/career.ts'
import { COUNTRY_CODES } from '#shared/countries.ts'
import { regionName } from '../../../ui/format.ts'
import { useHalfTyped } from '../../../ui/half-typed.ts'
import { Card } from '../../../ui/page.tsx'
import { sectionId } from './career-words.ts'
import classes from './career.module.css'
import { CheckedText } from './fields/checked-text.tsx'
import { checkAddress, checkEmail } from './fields/checks.ts'

const COUNTRIES = [...COUNTRY_CODES]
  .map((code) => ({ value: code, label: regionName(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'))
const LINKS_MOST = 20

interface PersonProps {
  readonly person: Person
  readonly change: (part: Partial<Person>) => void
}

/** What stands on top of every document. */
export function PersonForm({ person, change }: PersonProps) {
  return (
    <Card>
      <div className={classes.padded}>
        <div className={classes.grid}>
          <CheckedText
            id={sectionId('person.name')}
            label="Name"
            value={person.name}
            most={120}
            onKeep={(name) => change({ name })}
          />
          <CheckedText
            id={sectionId('person.headline')}
            label="Headline"
            placeholder="Data engineer"
            value={person.headline}
            most={160}
            onKeep={(headline) => change({ headline })}
          />
          <CheckedText
            id={sectionId('person.email')}
            label="E-mail"
            type="email"
            value={person.email}
            most={254}
            check={checkEmail}
            onKeep={(email) => change({ email: email.trim() })}
          />
          <CheckedText
            id={sectionId('person.phone')}
            label="Phone"
            type="tel"
            value={person.phone}
            most={60}
            onKeep={(phone) => change({ phone })}
          />
          <CheckedText
            id={sectionId('person.city')}
            label="City"
            value={person.city}
            most={80}
            onKeep={(city) => change({ city })}
          />
          <Select
            label="Country"
            placeholder="Not said"
            data={COUNTRIES}
            value={person.countryCode}
            onChange={(countryCode) => change({ countryCode })}
            searchable
            clearable
            nothingFoundMessage="No such country"
            maxDropdownHeight={260}
            clearButtonProps={{ 'aria-label': 'Clear: Country', tabIndex: -1 }}
          />
        </div>
      </div>
      <div className={classes.padded}>
        <Links links={person.links} onChange={(links) => change({ links })} />
      </div>
    </Card>
  )
}

function Links(props: { readonly links: Person['links']; readonly onChange: (links: Person['links']) => void }) {
  const { links, onChange } = props
  const field = sectionId('person.links')
  // Typed, and not added yet.
  const name = useHalfTyped({ field, value: '', isTaken: isEmpty })
  const address = useHalfTyped({ field: `${field}-url`, value: '', isTaken: isEmpty })
  const [problem, setProblem] = useState<string | null>(null)
  const add = () => {
    const typed = address.text.trim()
    const url = typed === '' || /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`
    const found = url === '' ? 'Type the address of a page.' : checkAddress(url)
    setProblem(found)
    if (found !== null) return
    onChange([...links.filter((link) => link.url !== url), { label: name.text.trim(), url }])
    name.setText('')
    address.setText('')
    document.getElementById(field)?.focus()
  }
  return (
    <>
      {links.length > 0 && (
        <ul className={classes.links} aria-label="Links">
          {links.map(({ label, url }) => (
            <li key={url} className={classes.link}>
              <span>{label === '' ? 'Link' : label}</span>
              <span className={classes.url}>{url}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={`Remove the link ${url}`}
                onClick={() => {
                  onChange(links.filter((link) => link.url !== url))
                  document.getElementById(field)?.focus()
                }}
              >
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form
        className={classes.adder}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextInput
          id={field}
          label="Link name"
          placeholder="GitHub"
          maxLength={60}
          autoComplete="off"
          value={name.text}
          onChange={({ currentTarget }) => name.setText(currentTarget.value)}
        />
        <TextInput
          label="Link address"
          placeholder="https://github.com/you"
          maxLength={2000}
          autoComplete="off"
          value={address.text}
          error={problem}
          onChange={({ currentTarget }) => address.setText(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={links.length >= LINKS_MOST}>
          Add link
        </Button>
      </form>
    </>
  )
}

function isEmpty(text: string): boolean {
  return text === ''
}
