import { Card } from '../../ui/page.tsx'
import { payClash } from './clashes.ts'
import { FigureField } from './figure-field.tsx'
import classes from './profile-page.module.css'
import type { PartProps } from './profile-part.ts'
import { fieldId } from './profile-words.ts'

/** The least pay and the hoped-for one. */
export function PayPart({ profile, save }: PartProps) {
  return (
    <Card>
      <div className={classes.pair}>
        <FigureField
          id={fieldId('salaryMinEur')}
          label="The least you would take"
          note="A job that states less is marked."
          value={profile.salaryMinEur}
          max={10_000_000}
          step={5000}
          decimals={0}
          prefix="€"
          onChange={(salaryMinEur) => save({ salaryMinEur })}
        />
        <FigureField
          id={fieldId('salaryWishEur')}
          label="What you hope for"
          note="A job that reaches it gets all the points."
          value={profile.salaryWishEur}
          max={10_000_000}
          step={5000}
          decimals={0}
          prefix="€"
          error={payClash(profile)}
          onChange={(salaryWishEur) => save({ salaryWishEur })}
        />
      </div>
    </Card>
  )
}
