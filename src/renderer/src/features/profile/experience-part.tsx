import { Card } from '../../ui/page.tsx'
import { ROLE_WORDS, SENIORITY_WORDS } from '../jobs/index.ts'
import { ChoiceChips } from './choice-chips.tsx'
import { FigureField } from './figure-field.tsx'
import { LanguagesField } from './languages-field.tsx'
import classes from './profile-page.module.css'
import type { PartProps } from './profile-part.ts'
import { fieldId } from './profile-words.ts'

/** The work one does and wants to do. */
export function ExperiencePart({ profile, save }: PartProps) {
  return (
    <Card>
      <div className={classes.field}>
        <ChoiceChips
          id={fieldId('roleFamilies')}
          label="Roles"
          words={ROLE_WORDS}
          without={['other']}
          selected={profile.roleFamilies}
          onChange={(roleFamilies) => save({ roleFamilies })}
        />
      </div>
      <div className={classes.field}>
        <ChoiceChips
          id={fieldId('seniorities')}
          label="Levels"
          words={SENIORITY_WORDS}
          without={['unknown']}
          selected={profile.seniorities}
          onChange={(seniorities) => save({ seniorities })}
        />
      </div>
      <div className={classes.field}>
        <div className={classes.short}>
          <FigureField
            id={fieldId('yearsOfExperience')}
            label="Years of experience"
            note="In the trade."
            value={profile.yearsOfExperience}
            max={60}
            step={1}
            decimals={1}
            onChange={(yearsOfExperience) => save({ yearsOfExperience })}
          />
        </div>
      </div>
      <div className={classes.field}>
        <LanguagesField languages={profile.languages} onChange={(languages) => save({ languages })} />
      </div>
    </Card>
  )
}
