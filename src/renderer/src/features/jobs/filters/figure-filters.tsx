import { Button, Group, Menu, NumberInput, Popover, TagsInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { JobFacets } from '#shared/jobs.ts'
import { formatCount } from '../../../ui/format.ts'
import type { JobsView } from '../view/jobs-url.ts'
import { formatEurShort } from '../facts/salary.ts'
import { payRangeWord } from './pay-range.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'
import { POSTED_CHOICES } from '../facts/words.ts'
import { postedWord } from './chips.ts'
import { useFacet } from './facet-filters.tsx'
import classes from './figure-filters.module.css'
import { FilterButton } from './filter-button.tsx'

interface FilterProps {
  readonly view: JobsView
  readonly change: ChangeView
}

const SALARY_STEPS = [40_000, 50_000, 60_000, 70_000, 80_000, 100_000]

export function SalaryFilter({ view, change }: FilterProps) {
  const [isOpen, setOpen] = useState(false)
  const { salaryMinEur, salaryMaxEur } = view
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
          state={payRangeWord({ min: salaryMinEur, max: salaryMaxEur })}
          onClick={() => open(!isOpen)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by salary">
        <div className={classes.pair}>
          <YearPay label="At least, gross a year" value={salaryMinEur} onChange={set} data-autofocus />
          <YearPay
            label="At most, gross a year"
            value={salaryMaxEur}
            onChange={(value) => change({ salaryMaxEur: value })}
          />
        </div>
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
          Jobs whose stated pay can reach the least and does not begin above the most. Other currencies and hourly pay
          are converted; jobs that state no pay are left out.
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}

interface YearPayProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly 'data-autofocus'?: boolean
}

function YearPay({ value, onChange, ...rest }: YearPayProps) {
  return (
    <NumberInput
      {...rest}
      size="sm"
      suffix=" €"
      thousandSeparator
      step={5000}
      min={0}
      max={10_000_000}
      allowDecimal={false}
      allowNegative={false}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' && next > 0 ? next : null)}
    />
  )
}

/** How many jobs can reach a pay; nothing until it is counted. */
function Reach({ counts, stepEur }: { readonly counts: JobFacets['salaries'] | undefined; readonly stepEur: number }) {
  if (counts === undefined) return null
  const count = counts.find(({ value }) => Number(value) === stepEur)?.count ?? 0
  return <span className={classes.count}>{formatCount(count)}</span>
}

/** Skills that are wanted all together, and skills of which one is enough. */
export function SkillsFilter({ view, change }: FilterProps) {
  const [isOpen, setOpen] = useState(false)
  const { skills, skillsAny } = view
  const all = useFacet(view, 'skills')
  const any = useFacet(view, 'skills', { skillsAny: [] })
  const open = (isWanted: boolean) => {
    setOpen(isWanted)
    if (!isWanted) return
    all.want()
    any.want()
  }
  const chosen = skills.length + skillsAny.length
  return (
    <Popover opened={isOpen} onChange={open} position="bottom-start" width={460} trapFocus returnFocus>
      <Popover.Target>
        <FilterButton label="Skills" state={chosen === 0 ? null : String(chosen)} onClick={() => open(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by skills">
        <div className={classes.pair}>
          <SkillsField
            label="All of these"
            example="Python"
            counts={all.counts}
            skills={skills}
            onChange={(value) => change({ skills: value })}
            data-autofocus
          />
          <SkillsField
            label="Any of these"
            example="AWS"
            counts={any.counts}
            skills={skillsAny}
            onChange={(value) => change({ skillsAny: value })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

interface SkillsFieldProps {
  readonly label: string
  readonly example: string
  readonly counts: JobFacets['skills'] | undefined
  readonly skills: string[]
  readonly onChange: (skills: string[]) => void
  readonly 'data-autofocus'?: boolean
}

function SkillsField({ example, counts, skills, ...rest }: SkillsFieldProps) {
  const countOf = new Map(counts?.map(({ value, count }) => [value, count]))
  return (
    <TagsInput
      {...rest}
      placeholder={skills.length === 0 ? example : 'Add a skill'}
      size="sm"
      data={[...countOf.keys()].filter((skill) => !skills.includes(skill))}
      renderOption={({ option }) => <SkillOption name={option.value} count={countOf.get(option.value) ?? 0} />}
      value={skills}
      maxTags={20}
      withScrollArea={false}
      classNames={{ options: classes.options ?? '' }}
      comboboxProps={{ withinPortal: false }}
    />
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
