import { Switch } from '@mantine/core'
import { useId } from 'react'
import { Card } from '../../ui/page.tsx'
import { WORKPLACE_WORDS } from '../jobs/index.ts'
import { ChoiceChips } from './choice-chips.tsx'
import { CountriesField } from './countries-field.tsx'
import { NameTags } from './name-tags.tsx'
import classes from './profile-page.module.css'
import type { PartProps } from './profile-part.ts'
import { fieldId } from './profile-words.ts'

/** Where one would work, and whether a visa is needed for it. */
export function PlacePart({ profile, save }: PartProps) {
  return (
    <Card>
      <div className={classes.field}>
        <ChoiceChips
          id={fieldId('workplaces')}
          label="Workplaces"
          words={WORKPLACE_WORDS}
          without={['unknown']}
          selected={profile.workplaces}
          onChange={(workplaces) => save({ workplaces: workplaces.filter((workplace) => workplace !== 'unknown') })}
        />
      </div>
      <div className={classes.field}>
        <CountriesField countries={profile.countries} onChange={(countries) => save({ countries })} />
      </div>
      <div className={classes.field}>
        <NameTags
          id={fieldId('cities')}
          label="Cities"
          note="By their English names. Press Enter after each."
          placeholder="Berlin, Munich"
          kind="city"
          value={profile.cities}
          most={60}
          onChange={(cities) => save({ cities })}
        />
      </div>
      <SponsorshipRow profile={profile} save={save} />
    </Card>
  )
}

function SponsorshipRow({ profile, save }: PartProps) {
  const note = useId()
  return (
    <div className={classes.row}>
      <div>
        <label htmlFor={fieldId('needsSponsorship')} className={classes.name}>
          I need a visa sponsor
        </label>
        <p id={note} className={classes.note}>
          Then a job that refuses it is marked, whatever its score.
        </p>
      </div>
      <Switch
        id={fieldId('needsSponsorship')}
        aria-describedby={note}
        checked={profile.needsSponsorship}
        onChange={(event) => save({ needsSponsorship: event.currentTarget.checked })}
      />
    </div>
  )
}
