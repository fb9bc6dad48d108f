import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconGitMerge, IconLoader2 } from '@tabler/icons-react'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import type { KeeperState } from './keeper/document-keeper.ts'
import classes from './document-page.module.css'

/** Whether what is on screen is stored. */
export function SavedState({ status }: { readonly status: KeeperState['status'] }) {
  return (
    <output aria-live="polite" aria-label="State of the document">
      {status === 'saved' && (
        <ToneBadge tone="good" icon={IconCheck}>
          Saved
        </ToneBadge>
      )}
      {(status === 'waiting' || status === 'saving') && (
        <ToneBadge tone="plain" icon={IconLoader2} isSpinning={status === 'saving'}>
          Saving…
        </ToneBadge>
      )}
      {status === 'failed' && (
        <ToneBadge tone="bad" icon={IconAlertTriangle}>
          Not saved
        </ToneBadge>
      )}
      {status === 'conflict' && (
        <ToneBadge tone="warn" icon={IconGitMerge}>
          Not saved: choose one
        </ToneBadge>
      )}
    </output>
  )
}

/** Why the last edits are not stored, and where they are instead. */
export function SaveProblem({ state, onRetry }: { readonly state: KeeperState; readonly onRetry: () => void }) {
  if (state.status !== 'failed') return null
  return (
    <div className={classes.problem} role="alert">
      <span>
        Not saved: {state.reason} Your edits are{' '}
        {state.isKept ? 'kept on this machine.' : 'not kept on this machine either: export them before you leave.'}
      </span>
      <Button size="compact-xs" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
