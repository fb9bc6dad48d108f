import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { JobsView } from '../view/jobs-url.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'
import type { Chip } from './chips.ts'
import { CityFilter, CountryFilter, LevelFilter, RoleFilter, VisaFilter, WorkplaceFilter } from './facet-filters.tsx'
import { PostedFilter, SalaryFilter, SkillsFilter } from './figure-filters.tsx'
import classes from './filter-bar.module.css'
import { MoreFilter } from './more-filter.tsx'

/** Every filter in one line that wraps, with what can be done with them behind. */
export function FilterBar(props: {
  readonly view: JobsView
  readonly change: ChangeView
  readonly sourceNames: ReadonlyMap<string, string>
  readonly children: ReactNode
}) {
  const { view, change } = props
  return (
    <fieldset className={classes.bar} aria-label="Filters">
      <CountryFilter view={view} change={change} />
      <CityFilter view={view} change={change} />
      <VisaFilter view={view} change={change} />
      <WorkplaceFilter view={view} change={change} />
      <SalaryFilter view={view} change={change} />
      <SkillsFilter view={view} change={change} />
      <LevelFilter view={view} change={change} />
      <RoleFilter view={view} change={change} />
      <PostedFilter view={view} change={change} />
      <MoreFilter view={view} change={change} sourceNames={props.sourceNames} />
      {props.children}
    </fieldset>
  )
}

/** The filters that are on, each of which can be taken off, with what can be done with them behind; nothing while there are none. */
export function FilterChips<View>(props: {
  readonly chips: readonly Chip<View>[]
  readonly change: (without: Partial<View>) => void
  readonly onClear: () => void
  readonly children: ReactNode
}) {
  if (props.chips.length === 0) return null
  return (
    <fieldset className={classes.chips} aria-label="Filters that are on">
      {props.chips.map((chip) => (
        <button key={chip.key} type="button" className={classes.chip} onClick={() => props.change(chip.without)}>
          <span className="cc-unseen">Remove </span>
          <span className={classes.kind}>{chip.kind}</span>
          <span className={classes.word}>{chip.word}</span>
          <IconX size={12} stroke={2.2} aria-hidden="true" />
        </button>
      ))}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={props.onClear}>
        Clear all
      </Button>
      {props.children}
    </fieldset>
  )
}
