import { CloseButton, Popover, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { STAGES } from '#shared/stages.ts'
import { Keys } from '../../../ui/keys.tsx'
import { ChoiceFilter, FilterButton, useDraft } from '../../jobs/index.ts'
import type { ApplicationsView } from '../view/applications-url.ts'
import type { ChangeView } from '../view/use-applications-view.ts'
import { STAGE_WORDS } from '../words/stage-words.ts'
import { appliedWord, ONLY_WORDS } from './filter-chips.ts'
import classes from './filter-row.module.css'

// The calendar to pick days from is heavy, and rarely opened.
const DayRange = lazy(async () => ({ default: (await import('./day-range.tsx')).DayRange }))

const SEARCH_ID = 'application-search'
const STAGE_CHOICES = STAGES.map((stage) => ({ value: stage, word: STAGE_WORDS[stage], count: null }))

export function focusApplicationSearch(): void {
  const field = document.getElementById(SEARCH_ID)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

interface FilterProps {
  readonly view: ApplicationsView
  readonly change: ChangeView
}

/** What is shown of the applications, in one line that wraps. */
export function FilterRow({ view, change }: FilterProps) {
  return (
    <fieldset className={classes.row} aria-label="Filters">
      <SearchText view={view} change={change} />
      <ChoiceFilter
        name="Stage"
        selected={view.stages}
        choices={STAGE_CHOICES}
        onChange={(stages) => change({ stages: STAGES.filter((stage) => stages.includes(stage)) })}
      />
      <CompanyFilter view={view} change={change} />
      <AppliedFilter view={view} change={change} />
      {(['due', 'ghosted'] as const).map((only) => (
        <button
          key={only}
          type="button"
          className={classes.toggle}
          aria-pressed={view.only === only}
          onClick={() => change({ only: view.only === only ? 'all' : only })}
        >
          {ONLY_WORDS[only]}
        </button>
      ))}
    </fieldset>
  )
}

function SearchText({ view, change }: FilterProps) {
  const { draft, write, send } = useDraft({
    text: view.text,
    onChange: (text) => change({ text }, { isStep: true }),
  })
  return (
    <TextInput
      id={SEARCH_ID}
      className={classes.search ?? ''}
      type="search"
      size="xs"
      aria-label="Search applications"
      placeholder="Title, company, notes…"
      maxLength={200}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden="true" />}
      rightSection={
        draft === '' ? (
          <Keys keys="/" />
        ) : (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => send('')} />
        )
      }
      value={draft}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) send(draft)
      }}
    />
  )
}

function CompanyFilter({ view, change }: FilterProps) {
  const [isOpen, setOpen] = useState(false)
  const { draft, write, send } = useDraft({
    text: view.company,
    onChange: (company) => change({ company }, { isStep: true }),
  })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={240} trapFocus returnFocus>
      <Popover.Target>
        <FilterButton label="Company" state={view.company || null} onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by company">
        <TextInput
          data-autofocus
          size="sm"
          label="Company"
          placeholder="Part of its name"
          maxLength={200}
          value={draft}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            send(draft)
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function AppliedFilter({ view, change }: FilterProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterButton label="Applied" state={appliedWord(view)} onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by the day of applying">
        <Suspense fallback={<output className={classes.opening} aria-label="Opening" />}>
          <DayRange
            from={view.appliedFrom}
            until={view.appliedUntil}
            onChange={(appliedFrom, appliedUntil) => change({ appliedFrom, appliedUntil })}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
