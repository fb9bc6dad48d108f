import { Collapse, Switch, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconFileText, IconKey, IconTool } from '@tabler/icons-react'
import { useState } from 'react'
import type { Source } from '#shared/discovery.ts'
import type { Settings } from '#shared/settings.ts'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { SourceStateBadge } from '../discover/index.ts'
import { SourceBody } from './source-body.tsx'
import classes from './source-row.module.css'
import { TermsDialog } from './terms-dialog.tsx'
import { useSaveSettings } from './use-settings.ts'

/** One source: its switch and state in a line, everything else behind it. */
export function SourceRow({ source, settings }: { readonly source: Source; readonly settings: Settings }) {
  const { save } = useSaveSettings()
  const [isOpen, setOpen] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const panelId = `source-${source.id}`
  const setOn = (isOn: boolean) => {
    const others = settings.enabledSources.filter((other) => other !== source.id)
    void save({ enabledSources: isOn ? [...others, source.id] : others })
  }
  const toggle = (isOn: boolean) => {
    if (isOn && source.isOptIn && !settings.acceptedTerms.includes(source.id)) setAsking(true)
    else setOn(isOn)
  }
  return (
    <div>
      <div className={classes.row}>
        <UnstyledButton
          className={classes.open}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={15} className={classes.chevron} aria-hidden="true" />
          <span className={classes.words}>
            <span className={classes.name}>{source.name}</span>
            <span className={classes.coverage}>{source.coverage}</span>
          </span>
          <span className={classes.state}>
            <SourceState source={source} />
          </span>
        </UnstyledButton>
        <Switch
          aria-label={`${source.name} on`}
          checked={settings.enabledSources.includes(source.id)}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
      </div>
      <Collapse expanded={isOpen} id={panelId} transitionDuration={120}>
        {isOpen && <SourceBody source={source} settings={settings} />}
      </Collapse>
      <TermsDialog
        source={source}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onAccept={() => {
          setAsking(false)
          void save({
            acceptedTerms: [...settings.acceptedTerms.filter((id) => id !== source.id), source.id],
            enabledSources: [...settings.enabledSources.filter((id) => id !== source.id), source.id],
          })
        }}
      />
    </div>
  )
}

function SourceState({ source }: { readonly source: Source }) {
  if (source.needsKey && !source.hasKeys) {
    return (
      <ToneBadge tone={source.isEnabled ? 'warn' : 'plain'} icon={IconKey}>
        Key needed
      </ToneBadge>
    )
  }
  if (!source.isConfigured) {
    return (
      <ToneBadge tone={source.isEnabled ? 'warn' : 'plain'} icon={source.isOptIn ? IconFileText : IconTool}>
        {source.isOptIn ? 'Terms to read' : 'To set up'}
      </ToneBadge>
    )
  }
  return source.lastRun === null ? null : <SourceStateBadge state={source.lastRun.state} />
}
