import { Button, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconFileText } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useMutation } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { IntakeReading } from '#shared/intake.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { Page } from '../../ui/page.tsx'
import classes from './add-page.module.css'
import { DraftForm } from './draft-form.tsx'
import { handedOver } from './hand-over.ts'

const EXAMPLE = 'https://company.com/careers/data-engineer, or the whole text of a posting'

/** One job by hand: an address or a text goes in, what was read of it is looked over, and then it is stored. */
export function AddPage() {
  const api = useApi()
  // A drop on the window, or the tray, hands its text over with the navigation.
  const given = useRouterState({ select: ({ location }) => handedOver(location.state) })
  const [text, setText] = useState(given ?? '')
  const [reading, setReading] = useState<IntakeReading | null>(null)
  const read = useMutation(api.intake.read.mutationOptions({ onSuccess: setReading }))
  const { mutate } = read
  const seen = useRef<string | null>(null)
  useEffect(() => {
    if (given === null || seen.current === given) return
    seen.current = given
    setText(given)
    setReading(null)
    mutate({ text: given })
  }, [given, mutate])
  return (
    <Page
      title="Add a job"
      actions={
        reading && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
            onClick={() => setReading(null)}
          >
            Start over
          </Button>
        )
      }
    >
      <title>Add a job · Career Copilot</title>
      {reading ? (
        <DraftForm key={`${reading.draft.url} ${reading.draft.title}`} reading={reading} />
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim().length >= 3) read.mutate({ text })
          }}
        >
          <Textarea
            label="Address or text"
            description="Paste the address of a posting, or its text with the title in the first line. You can also drop a link, a text or a saved page anywhere on this window."
            placeholder={EXAMPLE}
            autosize
            minRows={5}
            maxRows={18}
            data-autofocus
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              read.reset()
            }}
          />
          <Button
            type="submit"
            className={classes.submit ?? ''}
            leftSection={<IconFileText size={15} aria-hidden="true" />}
            loading={read.isPending}
            disabled={text.trim().length < 3}
          >
            Read it
          </Button>
          <output className={classes.problem}>{read.error && problemWords(read.error)}</output>
        </form>
      )}
    </Page>
  )
}

function problemWords(error: Error): string {
  if (error instanceof ORPCError && error.code === 'NOT_A_POSTING') {
    const data: unknown = error.data
    const reason = typeof data === 'object' && data !== null && 'reason' in data ? String(data.reason) : ''
    return `No posting was recognised in it. ${reason}`
  }
  return describeProblem(error).message
}
