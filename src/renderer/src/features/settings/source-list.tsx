import type { Source } from '#shared/discovery.ts'
import type { Settings } from '#shared/settings.ts'
import { Card } from '../../ui/page.tsx'
import { SourceCard } from './source-card.tsx'
import { useSaveSettings } from './use-settings.ts'

export function SourceList({
  sources,
  settings,
}: {
  readonly sources: readonly Source[]
  readonly settings: Settings
}) {
  const { save } = useSaveSettings()
  const setOn = (id: string, isOn: boolean) => {
    const others = settings.enabledSources.filter((other) => other !== id)
    void save({ enabledSources: isOn ? [...others, id] : others })
  }
  return (
    <Card>
      {sources.map((source) => (
        <SourceCard key={source.id} source={source} settings={settings} onToggle={(isOn) => setOn(source.id, isOn)} />
      ))}
    </Card>
  )
}
