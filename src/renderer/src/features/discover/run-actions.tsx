import { Button } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import type { Run } from '#shared/discovery.ts'
import { formatQuantity } from '../../ui/format.ts'
import classes from './run-actions.module.css'
import { useRunControl } from './run-control.ts'
import { exportRun } from './run-export.ts'
import { failedSources } from './run-words.ts'

/** What can be done with an ended run: its failed sources again, and its figures as a file. */
export function RunActions({ run }: { readonly run: Run }) {
  const control = useRunControl()
  const failed = failedSources(run)
  return (
    <div className={classes.actions}>
      {failed.length > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRefresh size={13} aria-hidden="true" />}
          disabled={control.active !== undefined}
          loading={control.isStarting}
          onClick={() => control.retryFailed(run.id)}
        >
          Try {formatQuantity(failed.length, ['source', 'sources'])} again
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconDownload size={13} aria-hidden="true" />}
        onClick={() => exportRun(run)}
      >
        Save as JSON
      </Button>
    </div>
  )
}
