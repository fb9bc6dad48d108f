import type { Settings } from '#shared/settings.ts'
import { Card } from '../../ui/page.tsx'
import classes from './setting-row.module.css'
import { useDraft } from './use-draft.ts'
import { useSaveSettings } from './use-settings.ts'
import { CountriesField, RolesField } from './wish-fields.tsx'

export function Wishes({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const roles = useDraft(settings.targetRoles)
  const countries = useDraft(settings.targetCountries)
  return (
    <Card>
      <div className={classes.field}>
        <RolesField
          value={roles.draft}
          issue={issues.targetRoles}
          onChange={(targetRoles) => {
            roles.set(targetRoles)
            void save({ targetRoles })
          }}
        />
      </div>
      <div className={classes.field}>
        <CountriesField
          value={countries.draft}
          issue={issues.targetCountries}
          onChange={(targetCountries) => {
            countries.set(targetCountries)
            void save({ targetCountries })
          }}
        />
      </div>
    </Card>
  )
}
