import { Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { careerDateSchema } from '#shared/career.ts'
import type { ResumeItem, SectionKind } from '#shared/documents.ts'
import { CheckedInput } from '../checked-input.tsx'
import { ClaimList } from './claim-list.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { ItemHead } from './item-head.tsx'
import classes from './resume.module.css'

/** What title and organisation are called in a section of this kind. */
const FIELD_WORDS: Readonly<Partial<Record<SectionKind, readonly [title: string, organisation: string]>>> = {
  experience: ['Job title', 'Employer'],
  education: ['Degree and field', 'School or university'],
  projects: ['Project', 'Client or employer'],
  certificates: ['Certificate', 'Given by'],
  publications: ['Title', 'Published in'],
  awards: ['Award', 'Given by'],
  volunteering: ['Role', 'Organisation'],
  interests: ['Interest', 'Organisation'],
}
const NOTE_WORDS: Readonly<Partial<Record<SectionKind, string>>> = { education: 'Grade', projects: 'Role' }
const BULLETS_MOST = 60

/** A post, a degree, a project: its head, and folded out its fields and points. */
export function ItemCard(props: {
  readonly item: ResumeItem
  readonly kind: SectionKind
  readonly place: { readonly index: number; readonly count: number }
  readonly onChange: (patch: Partial<ResumeItem>, field?: string) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}) {
  const { item, kind, onChange } = props
  const [isOpen, setOpen] = useState(item.title === '' && item.organisation === '')
  const [titleWord, organisationWord] = FIELD_WORDS[kind] ?? ['Title', 'Organisation']
  const text = (field: 'title' | 'organisation' | 'place' | 'url' | 'note', maxLength: number) => ({
    maxLength,
    value: item[field],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [field]: value }, `${item.id} ${field}`),
  })
  return (
    <article className={classes.item} data-off={!item.isShown || undefined}>
      <ItemHead {...props} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      <FindingNotes id={item.id} />
      {isOpen && (
        <div className={classes.fields}>
          <div className={classes.pair}>
            <TextInput id={`${item.id}-title`} label={titleWord} {...text('title', 300)} />
            <TextInput label={organisationWord} {...text('organisation', 300)} />
          </div>
          <div className={classes.pair}>
            <DateInput
              label={item.isDated ? 'Date' : 'From'}
              value={item.start}
              onChange={(start) => onChange({ start })}
            />
            {!item.isDated && (
              <DateInput
                label="Until"
                note={item.start === null ? undefined : 'Empty: it goes on'}
                value={item.end}
                onChange={(end) => onChange({ end })}
              />
            )}
            <TextInput label="Place" {...text('place', 160)} />
          </div>
          <div className={classes.pair}>
            <TextInput label="Link" placeholder="https://…" {...text('url', 2000)} />
            <TextInput label={NOTE_WORDS[kind] ?? 'Note'} placeholder="A few words" {...text('note', 200)} />
          </div>
          <Switch
            label="It has one date"
            checked={item.isDated}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? { isDated: true, end: null } : { isDated: false })
            }
          />
        </div>
      )}
      {(isOpen || item.bullets.length > 0) && (
        <ClaimList
          id={item.id}
          claims={item.bullets}
          word="Point"
          most={BULLETS_MOST}
          isOneLine
          onChange={(bullets, field) => onChange({ bullets }, field)}
        />
      )}
    </article>
  )
}

function DateInput(props: {
  readonly label: string
  readonly value: string | null
  readonly note?: string | undefined
  readonly onChange: (value: string | null) => void
}) {
  return (
    <CheckedInput
      label={props.label}
      value={props.value ?? ''}
      placeholder="2024-03 or 2024"
      maxLength={7}
      {...(props.note === undefined ? {} : { description: props.note })}
      isGood={(value) => value === '' || careerDateSchema.safeParse(value).success}
      problem="Write it as 2024-03 or 2024."
      onChange={(value) => props.onChange(value === '' ? null : value)}
    />
  )
}
