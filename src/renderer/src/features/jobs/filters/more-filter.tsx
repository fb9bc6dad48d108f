import { Popover, Switch } from '@mantine/core'
import { useState } from 'react'
import { SPOKEN_LANGUAGES } from '#shared/facts.ts'
import { languageName } from '../../../ui/format.ts'
import type { JobsView } from '../view/jobs-url.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'
import { POSTING_LANGUAGES, TYPE_WORDS } from '../facts/words.ts'
import { ChoiceList } from './choice-filter.tsx'
import { fixedChoices, openChoices, type Choice } from './choices.ts'
import { useFacet } from './facet-filters.tsx'
import { FilterButton } from './filter-button.tsx'
import classes from './more-filter.module.css'

const TYPE_CHOICES = fixedChoices(TYPE_WORDS, undefined)
const LANGUAGE_CHOICES: readonly Choice[] = POSTING_LANGUAGES.map((value) => ({
  value,
  word: languageName(value),
  count: null,
}))

/** The commonest in postings first. */
const SPOKEN_CHOICES: readonly Choice[] = SPOKEN_LANGUAGES.map((value) => ({
  value,
  word: languageName(value),
  count: null,
}))

/** The filters that are wanted less often, together: permit and register, source, employment, languages. */
export function MoreFilter(props: {
  readonly view: JobsView
  readonly change: ChangeView
  readonly sourceNames: ReadonlyMap<string, string>
}) {
  const { view, change, sourceNames } = props
  const [isOpen, setOpen] = useState(false)
  const { counts, want } = useFacet(view, 'sources')
  const open = (opened: boolean) => {
    setOpen(opened)
    if (opened) want()
  }
  const switches = [view.openings !== 'open', view.isSponsorListed, view.reachesPermit].filter(Boolean).length
  const chosen = [...view.employmentTypes, ...view.sources, ...view.languages, ...view.speaks]
  const count = chosen.length + switches
  const word = (value: string) => sourceNames.get(value) ?? value
  return (
    <Popover opened={isOpen} onChange={open} position="bottom-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <FilterButton label="More" state={count === 0 ? null : String(count)} onClick={() => open(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="More filters" className={classes.dropdown ?? ''}>
        <Switch
          size="xs"
          className={classes.switch ?? ''}
          label="Pay reaches a permit’s threshold"
          checked={view.reachesPermit}
          onChange={(event) => change({ reachesPermit: event.currentTarget.checked })}
        />
        <Switch
          size="xs"
          className={classes.switch ?? ''}
          label="Employer is in a sponsor register"
          checked={view.isSponsorListed}
          onChange={(event) => change({ isSponsorListed: event.currentTarget.checked })}
        />
        <p className={classes.name}>Source</p>
        <ChoiceList
          name="Source"
          selected={view.sources}
          choices={counts && openChoices({ counts, selected: view.sources, word })}
          onChange={(sources) => change({ sources })}
        />
        <p className={classes.name}>Employment</p>
        <ChoiceList
          name="Employment"
          selected={view.employmentTypes}
          choices={TYPE_CHOICES}
          onChange={(employmentTypes) => change({ employmentTypes })}
        />
        <p className={classes.name}>Language of the posting</p>
        <ChoiceList
          name="Language"
          selected={view.languages}
          choices={LANGUAGE_CHOICES}
          onChange={(languages) => change({ languages })}
        />
        <p className={classes.name}>Asks for no languages but those you speak</p>
        <ChoiceList
          name="Languages you speak"
          selected={view.speaks}
          choices={SPOKEN_CHOICES}
          onChange={(speaks) => change({ speaks })}
        />
        <Switch
          size="xs"
          className={classes.switch ?? ''}
          label="Show closed jobs as well"
          checked={view.openings !== 'open'}
          onChange={(event) => change({ openings: event.currentTarget.checked ? 'all' : 'open' })}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
