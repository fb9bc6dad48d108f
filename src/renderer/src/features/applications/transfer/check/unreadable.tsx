import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ErrorData } from '#shared/errors.ts'
import { Blank } from '../../../../ui/blank.tsx'
import { unreadableWords } from '../words.ts'

/** A file of which nothing can be taken, and what to do about it. */
export function Unreadable(props: {
  readonly problem: ErrorData<'IMPORT_UNREADABLE'>
  readonly name: string
  readonly onOther: () => void
}) {
  const { title, next } = unreadableWords(props.problem)
  const way = useRef<HTMLButtonElement>(null)
  useEffect(() => way.current?.focus(), [])
  return (
    <Blank
      icon={IconFileOff}
      title={title}
      isAlert
      actions={
        <Button ref={way} size="xs" onClick={props.onOther}>
          Choose another file
        </Button>
      }
    >
      {props.name}: {next}
    </Blank>
  )
}
