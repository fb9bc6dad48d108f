import { Checkbox, Popover, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { formatCount } from '../../../ui/format.ts'
import classes from './choice-filter.module.css'
import { FilterButton } from './filter-button.tsx'
import { orderChoices, type Choice } from './choices.ts'

const SEARCHABLE_FROM = 9

/** A filter over a set of values: a list of boxes to tick, each with the number of jobs behind it. */
export function ChoiceFilter<T extends string>(props: {
  readonly name: string
  readonly selected: readonly T[]
  readonly choices: readonly Choice<T>[] | undefined
  readonly onOpen?: () => void
  readonly onChange: (selected: T[]) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const change = (opened: boolean) => {
    setOpen(opened)
    if (opened) props.onOpen?.()
  }
  const { selected, name } = props
  return (
    <Popover opened={isOpen} onChange={change} position="bottom-start" width={264} trapFocus returnFocus>
      <Popover.Target>
        <FilterButton
          label={name}
          state={selected.length === 0 ? null : String(selected.length)}
          onClick={() => change(!isOpen)}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={`Filter by ${name.toLowerCase()}`}>
        <ChoiceList name={name} selected={selected} choices={props.choices} onChange={props.onChange} takesFocus />
      </Popover.Dropdown>
    </Popover>
  )
}

interface ListProps<T extends string> {
  readonly name: string
  readonly selected: readonly T[]
  readonly choices: readonly Choice<T>[] | undefined
  readonly onChange: (selected: T[]) => void
  /** Takes the focus when the choices are there: they may come after the layer has opened. */
  readonly takesFocus?: boolean
}

export function ChoiceList<T extends string>({ choices, ...rest }: ListProps<T>) {
  if (!choices) return <p className={classes.note}>Counting…</p>
  return <KnownChoices choices={choices} {...rest} />
}

function KnownChoices<T extends string>(props: ListProps<T> & { readonly choices: readonly Choice<T>[] }) {
  const [words, setWords] = useState('')
  const box = useRef<HTMLFieldSetElement>(null)
  const { selected, choices, takesFocus } = props
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus()
  }, [takesFocus])
  const shown = orderChoices(choices, words)
  const toggle = (value: T) =>
    props.onChange(selected.includes(value) ? selected.filter((other) => other !== value) : [...selected, value])
  return (
    <fieldset ref={box} aria-label={props.name}>
      {choices.length >= SEARCHABLE_FROM && (
        <TextInput
          className={classes.search ?? ''}
          variant="unstyled"
          size="sm"
          placeholder={`Find ${props.name.toLowerCase()}…`}
          aria-label={`Find ${props.name.toLowerCase()}`}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div className={classes.list}>
        {shown.map((choice) => (
          <label key={choice.value} className={classes.choice}>
            <Checkbox checked={selected.includes(choice.value)} onChange={() => toggle(choice.value)} />
            <span className={classes.word}>{choice.word}</span>
            {choice.count !== null && <span className={classes.count}>{formatCount(choice.count)}</span>}
          </label>
        ))}
        {shown.length === 0 && <p className={classes.note}>Nothing to choose from here.</p>}
      </div>
    </fieldset>
  )
}
