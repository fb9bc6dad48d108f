import { Menu } from '@mantine/core'
import { JOB_MARKS, JOB_SORTS } from '#shared/jobs.ts'
import { formatDuration, formatQuantity } from '../../../ui/format.ts'
import { FilterButton } from '../filters/filter-button.tsx'
import type { JobsView } from '../view/jobs-url.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'
import { MARK_WORDS, SORT_WORDS } from '../facts/words.ts'
import classes from './result-line.module.css'
import type { JobListResult } from './use-job-list.ts'

/** How many jobs match, how long that took, what was understood, and in which order they are shown. */
export function ResultLine(props: {
  readonly view: JobsView
  readonly change: ChangeView
  readonly list: JobListResult
}) {
  const { view, change } = props
  const { data, isPlaceholderData } = props.list.head
  const sorts = JOB_SORTS.filter((sort) => sort !== 'relevance' || view.text !== '')
  return (
    <div className={classes.line}>
      <output className={classes.result} data-stale={isPlaceholderData || undefined}>
        {data && (
          <>
            <strong>{formatQuantity(data.total, ['job', 'jobs'])}</strong>
            <span className={classes.took}> · {formatDuration(Math.max(1, Math.round(data.tookMs)))}</span>
            {data.hints.map((hint) => (
              <span key={hint} className={classes.hint}>
                {hint}
              </span>
            ))}
          </>
        )}
      </output>
      <div className={classes.menus}>
        <RadioMenu
          label="Show"
          value={view.mark}
          choices={JOB_MARKS.map((mark) => [mark, MARK_WORDS[mark]])}
          onChange={(mark) => change({ mark })}
        />
        <RadioMenu
          label="Sort"
          value={view.sort}
          choices={sorts.map((sort) => [sort, SORT_WORDS[sort]])}
          onChange={(sort) => change({ sort })}
        />
      </div>
    </div>
  )
}

function RadioMenu<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly choices: readonly (readonly [value: T, word: string])[]
  readonly onChange: (value: T) => void
}) {
  const chosen = props.choices.find(([value]) => value === props.value)
  const pick = (picked: string) => {
    const choice = props.choices.find(([value]) => value === picked)
    if (choice) props.onChange(choice[0])
  }
  return (
    <Menu position="bottom-end" width={186}>
      <Menu.Target>
        <FilterButton label={props.label} state={chosen?.[1] ?? null} data-quiet />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={props.value} onChange={pick}>
          {props.choices.map(([value, word]) => (
            <Menu.RadioItem key={value} value={value}>
              {word}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
