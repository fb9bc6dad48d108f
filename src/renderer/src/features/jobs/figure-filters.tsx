import { Button, Group, Menu, NumberInput, Popover, TagsInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { JobFacets } from '#shared/jobs.ts'
import { formatCount } from '../../ui/format.ts'
import { postedWord } from './chips.ts'
import { useFacet } from './facet-filters.tsx'
import classes from './figure-filters.module.css'
import { FilterButton } from './filter-button.tsx'
import type { JobsView } from './jobs-url.ts'
import { formatEurShort } from './salary.ts'
import type { ChangeView } from './use-jobs-view.ts'
import { POSTED_CHOICES } from './words.ts'

interface FilterProps {
  readonly view: JobsView
  readonly change: ChangeView
}

const SALARY_STEPS = [40_000, 50_000, 60_000, 70_000, 80_000, 100_000]

export function SalaryFilter({ view, change }: FilterProps) {
  const [isOpen, setOpen] = useState(false)
  const { salaryMinEur } = view
  const { counts, want } = useFacet(view, 'salaries')
  const open = (isWanted: boolean) => {
    setOpen(isWanted)
    if (isWanted) want()
  }
  const set = (value: number | null) => change({ salaryMinEur: value })
  return (
    <Popover opened={isOpen} onChange={open} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <FilterButton
          label="Salary"
          state={salaryMinEur === null ? null : `from ${formatEurShort(salaryMinEur)}`}
          onClick={() => open(!isOpen)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by salary">
        <NumberInput
          label="At least, gross a year"
          size="sm"
          suffix=" €"
          thousandSeparator
          step={5000}
          min={0}
          max={10_000_000}
          allowDecimal={false}
          allowNegative={false}
          value={salaryMinEur ?? ''}
          onChange={(value) => set(typeof value === 'number' && value > 0 ? value : null)}
          data-autofocus
        />
        <Group gap={6} mt="xs">
          {SALARY_STEPS.map((step) => (
            <Button
              key={step}
              size="compact-xs"
              variant={salaryMinEur === step ? 'light' : 'default'}
              aria-pressed={salaryMinEur === step}
              rightSection={<Reach counts={counts} stepEur={step} />}
              onClick={() => set(salaryMinEur === step ? null : step)}
            >
              {formatEurShort(step)}
            </Button>
          ))}
        </Group>
        <Text size="xs" c="dimmed" mt="sm">
          Jobs whose stated pay can reach it. Other currencies and hourly pay are converted; jobs that state no pay are
          left out.
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}

/** How many jobs can reach a pay; nothing until it is counted. */
function Reach({ counts, stepEur }: { readonly counts: JobFacets['salaries'] | undefined; readonly stepEur: number }) {
  if (counts === undefined) return null
  const count = counts.find(({ value }) => Number(value) === stepEur)?.count ?? 0
  return <span className={classes.count}>{formatCount(count)}</span>
}

export function SkillsFilter({ view, change }: FilterProps) {
  const [isOpen, setOpen] = useState(false)
  const { skills } = view
  const { counts, want } = useFacet(view, 'skills')
  const open = (isWanted: boolean) => {
    setOpen(isWanted)
    if (isWanted) want()
  }
  const countOf = new Map(counts?.map(({ value, count }) => [value, count]))
  return (
    <Popover opened={isOpen} onChange={open} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <FilterButton
          label="Skills"
          state={skills.length === 0 ? null : String(skills.length)}
          onClick={() => open(!isOpen)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by skills">
        <TagsInput
          label="All of these"
          placeholder={skills.length === 0 ? 'Python' : 'Add a skill'}
          size="sm"
          data={[...countOf.keys()].filter((skill) => !skills.includes(skill))}
          renderOption={({ option }) => <SkillOption name={option.value} count={countOf.get(option.value) ?? 0} />}
          value={skills}
          onChange={(value) => change({ skills: value })}
          maxTags={20}
          withScrollArea={false}
          classNames={{ options: classes.options ?? '' }}
          comboboxProps={{ withinPortal: false }}
          data-autofocus
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function SkillOption({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <span className={classes.option}>
      {name}
      <span className={classes.count}>{formatCount(count)}</span>
    </span>
  )
}

const ANY_TIME = 'any'

export function PostedFilter({ view, change }: FilterProps) {
  const { postedWithinDays } = view
  return (
    <Menu position="bottom-start" width={190}>
      <Menu.Target>
        <FilterButton label="Posted" state={postedWithinDays === null ? null : postedWord(postedWithinDays)} />
      </Menu.Target>
      <Menu.Dropdown aria-label="Filter by age">
        <Menu.RadioGroup
          value={postedWithinDays === null ? ANY_TIME : String(postedWithinDays)}
          onChange={(value) => change({ postedWithinDays: value === ANY_TIME ? null : Number(value) })}
        >
          <Menu.RadioItem value={ANY_TIME}>Any time</Menu.RadioItem>
          {POSTED_CHOICES.map(([days, word]) => (
            <Menu.RadioItem key={days} value={String(days)}>
              {word}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
