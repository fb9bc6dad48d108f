import { SegmentedControl } from '@mantine/core'
import type { Settings } from '#shared/settings.ts'
import { Card } from '../../ui/page.tsx'
import classes from './setting-row.module.css'
import { useSaveSettings } from './use-settings.ts'

const THEMES: { readonly value: Settings['theme']; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function Appearance({ settings }: { readonly settings: Settings }) {
  const { save } = useSaveSettings()
  return (
    <Card>
      <div className={classes.row}>
        <div className={classes.words}>
          <span className={classes.name}>Theme</span>
          <p className={classes.note}>“System” follows this computer.</p>
        </div>
        <SegmentedControl<Settings['theme']>
          size="xs"
          withItemsBorders={false}
          aria-label="Theme"
          data={THEMES}
          value={settings.theme}
          onChange={(theme) => void save({ theme })}
        />
      </div>
    </Card>
  )
}
