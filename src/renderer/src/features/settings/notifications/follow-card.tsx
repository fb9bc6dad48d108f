import type { Settings } from '#shared/settings.ts'
import { Card } from '../../../ui/page.tsx'
import { FigureRow } from '../figure-row.tsx'
import { useSaveSettings } from '../use-settings.ts'

/** When silence of an employer is worth a word. */
export function FollowCard({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  return (
    <Card>
      <FigureRow
        name="Ask again after"
        note="Days after applying, or after the last interview, until a follow-up is suggested. From 1 to 90."
        value={settings.followUpAfterDays}
        step={1}
        suffix=" d"
        issue={issues.followUpAfterDays && 'From 1 to 90 days.'}
        onChange={(followUpAfterDays) => void save({ followUpAfterDays })}
      />
      <FigureRow
        name="Looks ghosted after"
        note="Days without any answer. Nothing is moved by itself. From 7 to 365."
        value={settings.ghostedAfterDays}
        step={1}
        suffix=" d"
        issue={issues.ghostedAfterDays && 'From 7 to 365 days.'}
        onChange={(ghostedAfterDays) => void save({ ghostedAfterDays })}
      />
    </Card>
  )
}
