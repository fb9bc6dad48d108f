import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo, useState, type ComponentType, type ReactNode } from 'react'
import { useHalfTyped, useHalfTypedStore } from '../../../../ui/half-typed.ts'
import { notifyUndo } from '../../../../ui/notify.tsx'
import { Card, Section } from '../../../../ui/page.tsx'
import { sectionId } from '../career-words.ts'
import { newFactId } from '../new-fact-id.ts'
import classes from './entry-list.module.css'
import { moved, withEntry } from './entry-order.ts'

interface Entry {
  readonly id: string
}

export interface EntryFormProps<T> {
  readonly entry: T
  readonly change: (part: Partial<T>) => void
}

/** One list of a career: entries to open and change, to put in order, to remove and to get back. A new one is kept as soon as it says what
 *  it cannot be without. */
export function EntryList<T extends Entry>(props: {
  readonly list: string
  readonly title: string
  readonly aside: string
  /** "post": as it is called in sentences. */
  readonly noun: string
  readonly entries: readonly T[]
  readonly most: number
  /** One that says nothing yet but what is `kept` of it from an earlier visit; null: that is no entry. */
  readonly blank: (kept: object) => T | null
  /** Whether it says what it cannot be without. */
  readonly isWhole: (entry: T) => boolean
  readonly nameOf: (entry: T) => string
  readonly noteOf: (entry: T) => string
  readonly Form: ComponentType<EntryFormProps<T>>
  readonly onChange: (changed: (entries: readonly T[]) => T[]) => void
}) {
  const { list, entries, noun, Form, onChange } = props
  const { pending, setPending } = usePending(list, props.blank)
  const halfTyped = useHalfTypedStore()
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>(() =>
    // What waits in their fields is shown.
    Object.fromEntries(
      entries
        .filter(({ id }) => halfTyped.hasAny(`${id}-`))
        .concat(pending ?? [])
        .map(({ id }) => [id, true]),
    ),
  )
  const isPending = pending !== null && entries.every(({ id }) => id !== pending.id)
  const shown = isPending ? [pending, ...entries] : entries
  const adderId = sectionId(list)
  const add = () => {
    const entry = isPending ? pending : props.blank({ id: newFactId() })
    if (entry === null) return
    setPending(entry)
    setOpened({ ...opened, [entry.id]: true })
    requestAnimationFrame(() => firstField(entry.id)?.focus())
  }
  const change = (entry: T, part: Partial<T>) => {
    const next = { ...entry, ...part }
    if (!isPending || entry.id !== pending.id) {
      onChange((all) => all.map((other) => (other.id === entry.id ? { ...other, ...part } : other)))
    } else if (props.isWhole(next)) {
      setPending(null)
      onChange((all) => [next, ...all])
    } else setPending(next)
  }
  const remove = (entry: T) => {
    document.getElementById(adderId)?.focus()
    if (isPending && entry.id === pending.id) return setPending(null)
    const at = entries.indexOf(entry)
    onChange((all) => all.filter(({ id }) => id !== entry.id))
    notifyUndo(`${props.nameOf(entry)} removed`, () => onChange((all) => withEntry(all, { entry, at })))
  }
  return (
    <Section
      id={`career-${list}-title`}
      title={props.title}
      aside={props.aside}
      actions={
        <Button
          id={adderId}
          size="xs"
          variant="default"
          flex="none"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          disabled={entries.length >= props.most}
          onClick={add}
        >
          Add {noun}
        </Button>
      }
    >
      {shown.length > 0 && (
        <Card>
          {shown.map((entry, index) => {
            const at = isPending ? index - 1 : index
            const isNew = isPending && index === 0
            return (
              <EntryRow
                key={entry.id}
                id={entry.id}
                name={isNew ? `New ${noun}` : props.nameOf(entry)}
                note={isNew ? `Kept as soon as it has a name` : props.noteOf(entry)}
                isOpen={opened[entry.id] ?? false}
                wasOpened={entry.id in opened}
                isFirst={isNew || at === 0}
                isLast={isNew || at === entries.length - 1}
                onToggle={() => setOpened({ ...opened, [entry.id]: !(opened[entry.id] ?? false) })}
                onMove={(by) => onChange((all) => moved(all, { id: entry.id, by }))}
                onRemove={() => remove(entry)}
              >
                <Form entry={entry} change={(part) => change(entry, part)} />
              </EntryRow>
            )
          })}
        </Card>
      )}
    </Section>
  )
}

/** The entry that is written and is none of the career yet; it outlives the screen as soon as it says anything. */
function usePending<T extends Entry>(list: string, blank: (kept: object) => T | null) {
  const isUntouched = (text: string) => {
    const entry = entryIn(text, blank)
    return entry === null || JSON.stringify(entry) === JSON.stringify(blank({ id: entry.id }))
  }
  const { text, setText } = useHalfTyped({ field: `new ${list}`, value: '', isTaken: isUntouched })
  return {
    pending: useMemo(() => entryIn(text, blank), [text, blank]),
    setPending: (entry: T | null) => setText(entry === null ? '' : JSON.stringify(entry)),
  }
}

function entryIn<T>(text: string, blank: (kept: object) => T | null): T | null {
  const kept = parsed(text)
  return typeof kept === 'object' && kept !== null ? blank(kept) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function firstField(id: string): HTMLElement | null {
  return document.getElementById(`entry-${id}`)?.querySelector<HTMLElement>('input, select, textarea') ?? null
}

function EntryRow(props: {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly isOpen: boolean
  /** What was typed in its fields stays there while it is closed. */
  readonly wasOpened: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onToggle: () => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly children: ReactNode
}) {
  const { name, isOpen } = props
  const bodyId = `entry-${props.id}`
  return (
    <fieldset className={classes.entry} aria-label={name}>
      <div className={classes.head}>
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={props.onToggle}
        >
          <IconChevronRight size={15} aria-hidden="true" className={classes.chevron} data-open={isOpen || undefined} />
          <span className={classes.words}>
            <span className={classes.name}>{name}</span>
            {props.note !== '' && <span className={classes.note}>{props.note}</span>}
          </span>
        </UnstyledButton>
        <MoveButton label={`Move ${name} up`} isOff={props.isFirst} onClick={() => props.onMove(-1)}>
          <IconArrowUp size={14} aria-hidden="true" />
        </MoveButton>
        <MoveButton label={`Move ${name} down`} isOff={props.isLast} onClick={() => props.onMove(1)}>
          <IconArrowDown size={14} aria-hidden="true" />
        </MoveButton>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Remove ${name}`} onClick={props.onRemove}>
          <IconTrash size={14} aria-hidden="true" />
        </ActionIcon>
      </div>
      <div id={bodyId} className={classes.body} hidden={!isOpen}>
        {props.wasOpened && props.children}
      </div>
    </fieldset>
  )
}

function MoveButton(props: {
  readonly label: string
  readonly isOff: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={props.label}
      // It keeps the focus at the end of the list, where it has nothing to do.
      aria-disabled={props.isOff}
      data-disabled={props.isOff}
      onClick={() => {
        if (!props.isOff) props.onClick()
      }}
    >
      {props.children}
    </ActionIcon>
  )
}
