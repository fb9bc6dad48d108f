import { Card } from '../../ui/page.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { inBoth } from './clashes.ts'
import { NameTags } from './name-tags.tsx'
import classes from './profile-page.module.css'
import type { PartProps } from './profile-part.ts'
import { fieldId, WISH_WORDS } from './profile-words.ts'

/** What one wishes of an employer, and which ones are liked or avoided. */
export function EmployerPart({ profile, save }: PartProps) {
  const both = inBoth(profile.likedCompanies, profile.avoidedCompanies)
  return (
    <Card>
      <div className={classes.field}>
        <ChoiceChips
          id={fieldId('wishes')}
          label="Wishes"
          words={WISH_WORDS}
          selected={profile.wishes}
          onChange={(wishes) => save({ wishes })}
        />
      </div>
      <div className={classes.field}>
        <NameTags
          id={fieldId('likedCompanies')}
          label="Companies you like"
          note="Press Enter after each."
          placeholder="A company"
          kind="company"
          value={profile.likedCompanies}
          most={200}
          onChange={(likedCompanies) => save({ likedCompanies })}
        />
      </div>
      <div className={classes.field}>
        <NameTags
          id={fieldId('avoidedCompanies')}
          label="Companies to avoid"
          note="Their jobs are marked, whatever their score."
          placeholder="A company"
          kind="company"
          value={profile.avoidedCompanies}
          most={200}
          error={both.length === 0 ? null : `Liked and avoided at once: ${both.join(', ')}.`}
          onChange={(avoidedCompanies) => save({ avoidedCompanies })}
        />
      </div>
    </Card>
  )
}
