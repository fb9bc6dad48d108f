import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { WritingInput } from '#shared/writing.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import classes from './writing.module.css'

/** What would be sent, word for word. Nothing is sent by looking at it. */
export function SentPreview({ input }: { readonly input: WritingInput }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={classes.what}>
      <p className={classes.muted}>
        Sent are the facts of your career, the posting and your choices. Your name, e-mail, phone, address and date of
        birth are not.
      </p>
      <Button
        size="compact-xs"
        variant="default"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide what is sent' : 'Show what is sent'}
      </Button>
      <div id={id}>{isOpen && <Sent input={input} />}</div>
    </div>
  )
}

function Sent({ input }: { readonly input: WritingInput }) {
  const api = useApi()
  const preview = useQuery({ ...api.writing.preview.queryOptions({ input }), retry: false, gcTime: 0 })
  if (preview.isError) {
    return <ProblemBlank {...describeProblem(preview.error)} onRetry={() => void preview.refetch()} />
  }
  if (!preview.data) {
    return (
      <output aria-label="Putting together what is sent">
        <Skeleton height={120} radius="md" />
      </output>
    )
  }
  const { messages, inputTokens, costUsd, model } = preview.data
  return (
    <div className={classes.sent}>
      <p className={classes.muted}>
        To {model}, about {formatQuantity(inputTokens, ['token', 'tokens'])}.{' '}
        {costUsd === null ? 'Nobody tells its price.' : `It costs $${costUsd.toFixed(4)} at the most.`}
      </p>
      {messages.map(({ role, text }) => (
        <section key={text} aria-label={role === 'system' ? 'The instructions' : 'The data'}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <pre className={classes.message} tabIndex={0}>
            {text}
          </pre>
        </section>
      ))}
    </div>
  )
}
