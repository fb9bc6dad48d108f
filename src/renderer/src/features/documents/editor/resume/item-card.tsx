import { Switch, TextInput } from '@mantine/core'
import { memo, useState } from 'react'
import type { ResumeItem, SectionKind } from '#shared/documents.ts'
import { useHalfTypedStore } from '../../../../ui/half-typed.ts'
import { useLatestCallback } from '../../../../ui/use-latest-callback.ts'
import { readMonth } from '../../../profile/index.ts'
import { itemName } from '../../model/part-names.ts'
import { CheckedInput } from '../checked-input.tsx'
import { Sortable } from '../sorting/sortable.tsx'
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

/** What is done to an item of a section. */
export type ItemDeed =
  | { readonly kind: 'change'; readonly id: string; readonly patch: Partial<ResumeItem>; readonly field?: string }
  | { readonly kind: 'move'; readonly id: string; readonly step: -1 | 1 }
  | { readonly kind: 'remove'; readonly id: string }

/** A post, a degree, a project: its head, and folded out its fields and points. Drawn anew only when it changes. */
export const ItemCard = memo(function ItemCard(props: {
  /** In which it stands, as model/sorting.ts calls it. */
  readonly list: string
  readonly item: ResumeItem
  readonly kind: SectionKind
  readonly index: number
  readonly count: number
  readonly act: (deed: ItemDeed) => void
}) {
  const { item, index, act } = props
  const { id } = item
  const isUnfinished = useHalfTypedStore().hasAny(`${id} `)
  const [isOpen, setOpen] = useState(isUnfinished || (item.title === '' && item.organisation === ''))
  const name = itemName(item, index)
  const change = useLatestCallback((patch: Partial<ResumeItem>, field?: string) =>
    act({ kind: 'change', id, patch, ...(field === undefined ? {} : { field }) }),
  )
  return (
    <Sortable
      tag="article"
      list={props.list}
      id={id}
      index={index}
      name={name}
      className={classes.item}
      isOff={!item.isShown}
    >
      {(grip) => (
        <>
          <ItemHead
            item={item}
            name={name}
            grip={grip}
            index={index}
            count={props.count}
            isUnfinished={isUnfinished}
            isOpen={isOpen}
            onToggle={() => setOpen(!isOpen)}
            onChange={change}
            onMove={(step) => act({ kind: 'move', id, step })}
            onRemove={() => act({ kind: 'remove', id })}
          />
          <div className={classes.itemBody}>
            <FindingNotes id={id} />
            {isOpen && <ItemFields item={item} kind={props.kind} onChange={change} />}
            {(isOpen || item.bullets.length > 0) && (
              <ClaimList
                id={id}
                claims={item.bullets}
                word="Point"
                most={BULLETS_MOST}
                isOneLine
                onChange={(bullets, field) => change({ bullets }, field)}
              />
            )}
          </div>
        </>
      )}
    </Sortable>
  )
})

function ItemFields(props: {
  readonly item: ResumeItem
  readonly kind: SectionKind
  readonly onChange: (patch: Partial<ResumeItem>, field?: string) => void
}) {
  const { item, kind, onChange } = props
  const [titleWord, organisationWord] = FIELD_WORDS[kind] ?? ['Title', 'Organisation']
  const text = (field: 'title' | 'organisation' | 'place' | 'url' | 'note', maxLength: number) => ({
    maxLength,
    value: item[field],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [field]: value }, `${item.id} ${field}`),
  })
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <TextInput id={`${item.id}-title`} label={titleWord} {...text('title', 300)} />
        <TextInput label={organisationWord} {...text('organisation', 300)} />
      </div>
      <div className={classes.pair}>
        <DateInput
          field={`${item.id} start`}
          label={item.isDated ? 'Date' : 'From'}
          value={item.start}
          onChange={(start, field) => onChange({ start }, field)}
        />
        {!item.isDated && (
          <DateInput
            field={`${item.id} end`}
            label="Until"
            note={item.start === null ? undefined : 'Empty: it goes on'}
            value={item.end}
            onChange={(end, field) => onChange({ end }, field)}
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
  )
}

function DateInput(props: {
  readonly field: string
  readonly label: string
  readonly value: string | null
  readonly note?: string | undefined
  readonly onChange: (value: string | null, field: string) => void
}) {
  return (
    <CheckedInput
      field={props.field}
      label={props.label}
      value={props.value ?? ''}
      placeholder="2024-03 or 2024"
      maxLength={20}
      {...(props.note === undefined ? {} : { description: props.note })}
      read={readDate}
      problem="Write it as 2024-03 or 2024. Not saved yet."
      onChange={(value, field) => props.onChange(value === '' ? null : value, field)}
    />
  )
}

function readDate(text: string): string | null {
  return text.trim() === '' ? '' : readMonth(text)
}
