import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { profileSchema, type Profile } from '#shared/profile.ts'
import { ROLE_WORDS, WORKPLACE_WORDS } from '../jobs/index.ts'
import { ChoiceChips } from './choice-chips.tsx'
import { CountriesField } from './countries-field.tsx'
import { SkillsField } from './skills-field.tsx'
import { fieldId } from './profile-words.ts'
import classes from './quick-profile.module.css'
import { useSaveProfile } from './use-profile.ts'

const NOTHING = profileSchema.parse({})

/** The shortest profile that jobs can be compared with: roles, skills, place. Kept only when it is sent. */
export function QuickProfile() {
  const { save, state } = useSaveProfile()
  const [draft, setDraft] = useState<Profile>(NOTHING)
  const change = (part: Partial<Profile>) => setDraft((before) => ({ ...before, ...part }))
  const { roleFamilies, skills, countries, workplaces } = draft
  const hasSomething = roleFamilies.length + skills.length + countries.length + workplaces.length > 0
  return (
    <div className={classes.form}>
      <ol className={classes.steps}>
        <li>
          <ChoiceChips
            id={fieldId('roleFamilies')}
            label="What do you do?"
            words={ROLE_WORDS}
            without={['other']}
            selected={roleFamilies}
            onChange={(picked) => change({ roleFamilies: picked })}
          />
        </li>
        <li>
          <SkillsField skills={skills} onChange={(known) => change({ skills: known })} />
        </li>
        <li>
          <CountriesField countries={countries} onChange={(picked) => change({ countries: picked })} />
          <div className={classes.below}>
            <ChoiceChips
              id={fieldId('workplaces')}
              label="Workplaces"
              words={WORKPLACE_WORDS}
              without={['unknown']}
              selected={workplaces}
              onChange={(picked) => change({ workplaces: picked.filter((workplace) => workplace !== 'unknown') })}
            />
          </div>
        </li>
      </ol>
      <Button
        disabled={!hasSomething}
        loading={state === 'saving'}
        rightSection={<IconArrowRight size={15} aria-hidden="true" />}
        onClick={() => void save({ roleFamilies, skills, countries, workplaces })}
      >
        Show my jobs
      </Button>
    </div>
  )
}
