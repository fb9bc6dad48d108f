import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { ApplicationImport } from '#shared/application-transfer.ts'
import { BusyButton } from '../busy-button.tsx'
import { useTakeBack } from './use-imports.ts'

/** Undoes an import, or does it again: one place, so that the focus stays where it was. */
export function TakeBackButton(props: {
  readonly imported: ApplicationImport
  readonly undoLabel: string
  readonly redoLabel: string
}) {
  const { imported } = props
  const { run, busyId } = useTakeBack()
  const isUndone = imported.undoneAt !== null
  const Shown = isUndone ? IconArrowForwardUp : IconArrowBackUp
  return (
    <BusyButton
      size="xs"
      variant="default"
      flex="none"
      isBusy={busyId === imported.id}
      leftSection={<Shown size={14} aria-hidden="true" />}
      onClick={() => run(imported.id, !isUndone)}
    >
      {isUndone ? props.redoLabel : props.undoLabel}
    </BusyButton>
  )
}
