import { Button, FileButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { RESUME_FILE_MAX_BYTES, RESUME_FILE_MAX_PAGES } from '#shared/resume-import.ts'
import { formatBytes } from '../../../ui/format.ts'
import type { Refusal } from './chosen-file.ts'
import classes from './import.module.css'

/** Where a file comes in: chosen or dropped. */
export function ChooseFile(props: {
  readonly refusal: Refusal | null
  readonly isReading: boolean
  readonly onFile: (file: File) => void
}) {
  const { refusal } = props
  return (
    <>
      <p className={classes.lead}>
        A résumé as PDF or DOCX, or a JSON Resume. It is read on this computer, without any service. You see everything
        that was read, beside the words it comes from, and nothing is kept that you do not accept.
      </p>
      <div className={classes.place}>
        <IconFileUpload size={26} stroke={1.5} aria-hidden="true" className={classes.icon} />
        <FileButton
          onChange={(file) => file !== null && props.onFile(file)}
          accept=".pdf,.docx,.json,application/pdf,application/json,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          inputProps={{ 'aria-label': 'Résumé file', tabIndex: -1 }}
        >
          {(button) => (
            <Button size="sm" loading={props.isReading} {...button}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <p className={classes.hint}>
          or drop it anywhere on this window. Up to {formatBytes(RESUME_FILE_MAX_BYTES)} and {RESUME_FILE_MAX_PAGES}{' '}
          pages.
        </p>
        <output className={classes.hint}>{props.isReading ? 'Reading the file' : ''}</output>
      </div>
      {refusal !== null && (
        <p role="alert" className={classes.refusal}>
          <strong>{refusal.title}.</strong> {refusal.message}
        </p>
      )}
    </>
  )
}
