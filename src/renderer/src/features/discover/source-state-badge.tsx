import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconGauge,
  IconInbox,
  IconLoader2,
  IconPlayerSkipForward,
  IconPlayerStop,
  type Icon,
} from '@tabler/icons-react'
import type { RunState, SourceRunState } from '#shared/discovery.ts'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { RUN_STATE_WORDS, SOURCE_STATES } from './run-words.ts'

const SOURCE_ICONS: Readonly<Record<SourceRunState, Icon>> = {
  queued: IconClock,
  running: IconLoader2,
  ok: IconCheck,
  empty: IconInbox,
  blocked: IconBan,
  error: IconAlertTriangle,
  quota: IconGauge,
  skipped: IconPlayerSkipForward,
  cancelled: IconPlayerStop,
}

const RUN_ICONS: Readonly<Record<RunState, Icon>> = {
  queued: IconClock,
  running: IconLoader2,
  completed: IconCheck,
  partial: IconAlertTriangle,
  failed: IconBan,
  cancelled: IconPlayerStop,
}

export function SourceStateBadge({ state }: { readonly state: SourceRunState }) {
  const { word, tone } = SOURCE_STATES[state]
  return (
    <ToneBadge tone={tone} icon={SOURCE_ICONS[state]} isSpinning={state === 'running'}>
      {word}
    </ToneBadge>
  )
}

export function RunStateBadge({ state }: { readonly state: RunState }) {
  const { word, tone } = RUN_STATE_WORDS[state]
  return (
    <ToneBadge tone={tone} icon={RUN_ICONS[state]} isSpinning={state === 'running'}>
      {word}
    </ToneBadge>
  )
}
