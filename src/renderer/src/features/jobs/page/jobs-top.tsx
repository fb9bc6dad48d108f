import { Button, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { SaveSearch, SavedSearchLine } from '../../searches/index.ts'
import type { Chip } from '../filters/chips.ts'
import { FilterBar, FilterChips } from '../filters/filter-bar.tsx'
import { focusJobList } from '../view/focus.ts'
import type { JobsView } from '../view/jobs-url.ts'
import { SearchField } from '../search-field/search-field.tsx'
import { takeSuggestion } from '../search-field/suggestion-picks.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'
import { LIST_TITLES } from '../facts/words.ts'
import classes from './jobs-page.module.css'

/** What is searched and filtered by, above the list. Scrolling the list leaves it as it is drawn. */
export const JobsTop = memo(function JobsTop(props: {
  readonly view: JobsView
  readonly change: ChangeView
  readonly chips: readonly Chip[]
  readonly sourceNames: ReadonlyMap<string, string>
  readonly onClear: () => void
}) {
  const { view, change, chips, sourceNames, onClear } = props
  const saving = <SaveSearch view={view} chips={chips} onSaved={change} />
  return (
    <div className={classes.top}>
      <div className={classes.head}>
        <h1 className={classes.title}>{LIST_TITLES[view.mark]}</h1>
        <SearchField
          text={view.text}
          onChange={(text) => change({ text }, { isStep: true })}
          onTake={(typed, suggestion) => {
            const patch = takeSuggestion(typed, suggestion, view)
            change(patch)
            return patch.text
          }}
          onLeave={focusJobList}
        />
        <Tooltip label="Add a job by hand (n)">
          <Button
            className={classes.add ?? ''}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/add" {...root} />}
          >
            Add
          </Button>
        </Tooltip>
      </div>
      <FilterBar view={view} change={change} sourceNames={sourceNames}>
        {chips.length === 0 && saving}
      </FilterBar>
      <FilterChips chips={chips} change={change} onClear={onClear}>
        {saving}
      </FilterChips>
      <SavedSearchLine view={view} change={change} />
    </div>
  )
})
