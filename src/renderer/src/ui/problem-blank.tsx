import { Button, Code } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { Blank } from './blank.tsx'

/** A failure with a way on: what happened, under which id the log has it, and a button to try again. */
export function ProblemBlank(props: {
  readonly title: string
  readonly message: string
  readonly logId: string | null
  readonly onRetry: () => void
}) {
  return (
    <Blank
      icon={IconAlertTriangle}
      title={props.title}
      isAlert
      actions={
        <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={props.onRetry}>
          Try again
        </Button>
      }
    >
      {props.message}
      {props.logId !== null && (
        <>
          {' '}
          The log has the details under <Code>{props.logId}</Code>.
        </>
      )}
    </Blank>
  )
}
