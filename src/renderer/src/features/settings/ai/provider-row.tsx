import { ActionIcon, Collapse, Switch, UnstyledButton } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconChevronRight,
  IconClock,
  IconKey,
  IconTool,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AiProviderView } from '#shared/ai.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { formatIn } from '../../../ui/format.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useSaveSettings } from '../use-settings.ts'
import classes from './ai.module.css'
import { priceWords } from './ai-words.ts'
import { moved, switched } from './chain.ts'
import { ProviderBody } from './provider-body.tsx'

const IDLE_MS = 60_000
const WAITING_MS = 1000

interface ProviderRowProps {
  readonly view: AiProviderView
  readonly settings: Settings
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean }
}

/** One provider: its place, switch and state in a line, everything else behind it. */
export function ProviderRow({ view, settings, place }: ProviderRowProps) {
  const saveChain = useSaveChain()
  const [isOpen, setOpen] = useState(false)
  const { id, name } = view
  const panelId = `provider-${id}`
  const isOn = settings.aiProviders.some((entry) => entry.id === id && entry.isOn)
  const model = view.models.find((candidate) => candidate.id === view.model)
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
            <span className={classes.name}>{name}</span>
            <span className={classes.note}>
              {model === undefined ? 'No model chosen' : `${model.name} · ${priceWords(model, view)}`}
            </span>
          </span>
          <ProviderState view={view} isOn={isOn} />
        </UnstyledButton>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Ask ${name} earlier`}
          disabled={place.isFirst}
          onClick={() => saveChain(moved(settings.aiProviders, { id, by: -1 }))}
        >
          <IconArrowUp size={15} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Ask ${name} later`}
          disabled={place.isLast}
          onClick={() => saveChain(moved(settings.aiProviders, { id, by: 1 }))}
        >
          <IconArrowDown size={15} aria-hidden="true" />
        </ActionIcon>
        <Switch
          aria-label={`${name} on`}
          checked={isOn}
          onChange={(event) => saveChain(switched(settings.aiProviders, { id, isOn: event.currentTarget.checked }))}
        />
      </div>
      <Collapse expanded={isOpen} id={panelId} transitionDuration={120}>
        {isOpen && <ProviderBody view={view} settings={settings} />}
      </Collapse>
    </div>
  )
}

function useSaveChain() {
  const api = useApi()
  const queryClient = useQueryClient()
  const { save } = useSaveSettings()
  return (aiProviders: Settings['aiProviders']) =>
    void save({ aiProviders }).then(() => queryClient.invalidateQueries({ queryKey: api.ai.key() }))
}

function ProviderState({ view, isOn }: { readonly view: AiProviderView; readonly isOn: boolean }) {
  // A pause goes from the screen when it is over, although nobody tells of it.
  const now = useNow(view.waitUntil === null ? IDLE_MS : WAITING_MS)
  if (view.id !== 'compatible' && !view.hasKey) {
    return (
      <ToneBadge tone={isOn ? 'warn' : 'plain'} icon={IconKey}>
        Key needed
      </ToneBadge>
    )
  }
  if (view.model === '') {
    return (
      <ToneBadge tone={isOn ? 'warn' : 'plain'} icon={IconTool}>
        Model needed
      </ToneBadge>
    )
  }
  if (view.waitUntil !== null && view.waitUntil > now) {
    return (
      <ToneBadge tone="warn" icon={IconClock}>
        Asks to wait, {formatIn(view.waitUntil, now)}
      </ToneBadge>
    )
  }
  if (!isOn) return null
  return (
    <ToneBadge tone="good" icon={IconCheck}>
      Ready
    </ToneBadge>
  )
}
