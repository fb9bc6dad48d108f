import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconLayoutKanban } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ApplicationImport, ImportRow } from '#shared/application-transfer.ts'
import { formatQuantity } from '../../../../ui/format.ts'
import type { ChosenFile } from '../choose/chosen-file.ts'
import { TakeBackButton } from '../past/take-back-button.tsx'
import { useImports } from '../past/use-imports.ts'
import { BadRows } from '../rows/bad-rows.tsx'
import { StepHead } from '../step-head.tsx'
import { restWords, type Counts } from '../words.ts'
import classes from './done-step.module.css'

export interface ImportResult {
  readonly import: ApplicationImport
  readonly counts: Counts
  readonly bad: readonly ImportRow[]
}

/** What an import brought, with the ways on: to the board, or back. */
export function DoneStep(props: {
  readonly file: ChosenFile
  readonly result: ImportResult
  readonly onOther: () => void
}) {
  const { file, result } = props
  const { data } = useImports()
  const imported = data?.find(({ id }) => id === result.import.id) ?? result.import
  const added = formatQuantity(imported.added, ['application', 'applications'])
  const isUndone = imported.undoneAt !== null
  return (
    <>
      <StepHead title={isUndone ? `${added} taken out again` : `${added} imported`}>
        {isUndone
          ? 'All is as it was before the import. Redo brings them back, with what you did to them.'
          : `From ${file.name}. ${restWords(result.counts)}`}
      </StepHead>
      <div className={classes.ways}>
        <Button
          size="xs"
          leftSection={<IconLayoutKanban size={14} aria-hidden="true" />}
          renderRoot={(root) => <Link to="/applications" {...root} />}
        >
          Open the board
        </Button>
        <TakeBackButton imported={imported} undoLabel="Undo this import" redoLabel="Redo this import" />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileSpreadsheet size={14} aria-hidden="true" />}
          onClick={props.onOther}
        >
          Import another file
        </Button>
      </div>
      {result.bad.length > 0 && <BadRows rows={result.bad} file={file} />}
    </>
  )
}
