import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react'
import { formatAgo } from '../../ui/format.ts'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { SaveState } from './use-profile.ts'

/** Whether what is on screen is stored, and since when. */
export function SavedState({ state, updatedAt }: { readonly state: SaveState; readonly updatedAt: number | null }) {
  const now = useNow(20_000)
  return <output aria-live="polite">{badge({ state, updatedAt, now })}</output>
}

function badge({ state, updatedAt, now }: { state: SaveState; updatedAt: number | null; now: number }) {
  if (state === 'saving') {
    return (
      <ToneBadge tone="plain" icon={IconLoader2} isSpinning>
        Saving
      </ToneBadge>
    )
  }
  if (state === 'failed') {
    return (
      <ToneBadge tone="bad" icon={IconAlertTriangle}>
        The last change was not saved
      </ToneBadge>
    )
  }
  if (updatedAt === null) return <ToneBadge tone="plain">Saved as you go</ToneBadge>
  return (
    <ToneBadge tone="good" icon={IconCheck}>
      Saved {formatAgo(updatedAt, now)}
    </ToneBadge>
  )
}
