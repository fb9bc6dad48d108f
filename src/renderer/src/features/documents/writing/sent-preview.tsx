import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { JobId } from '#shared/ids.ts'
import type { WritingInput, WritingPreview } from '#shared/writing.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import classes from './writing.module.css'

/** What would be sent, word for word. Nothing is sent by looking at it. */
export function SentPreview({ input }: { readonly input: WritingInput }) {
  return (
    <Disclosed what="the facts of your career, the posting and your choices">
      <SentForDocument input={input} />
    </Disclosed>
  )
}

/** What would be sent for the questions of an interview. */
export function SentInterviewPreview({ jobId }: { readonly jobId: JobId }) {
  return (
    <Disclosed what="the facts of your career and the posting">
      <SentForInterview jobId={jobId} />
    </Disclosed>
  )
}

function Disclosed({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={classes.what}>
      <p className={classes.muted}>
        To a model go {what}. Your name, e-mail, phone and date of birth are left out, and your address as far as the
        app knows it. What else a posting says of you is sent: look at it before.
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
      <div id={id}>{isOpen && children}</div>
    </div>
  )
}

function SentForDocument({ input }: { readonly input: WritingInput }) {
  const api = useApi()
  const preview = useQuery({ ...api.writing.preview.queryOptions({ input }), retry: false, gcTime: 0 })
  return <Sent preview={preview.data} error={preview.error} onRetry={() => void preview.refetch()} />
}

function SentForInterview({ jobId }: { readonly jobId: JobId }) {
  const api = useApi()
  const asked = api.writing.previewInterview.queryOptions({ input: { jobId } })
  const preview = useQuery({ ...asked, retry: false, gcTime: 0 })
  return <Sent preview={preview.data} error={preview.error} onRetry={() => void preview.refetch()} />
}

interface SentProps {
  readonly preview: WritingPreview | undefined
  readonly error: Error | null
  readonly onRetry: () => void
}

function Sent({ preview, error, onRetry }: SentProps) {
  if (error !== null) return <ProblemBlank {...describeProblem(error)} onRetry={onRetry} />
  if (!preview) {
    return (
      <output aria-label="Putting together what is sent">
        <Skeleton height={120} radius="md" />
      </output>
    )
  }
  const { messages, inputTokens, costUsd, model } = preview
  return (
    <div className={classes.sent}>
      <p className={classes.muted}>
        To {model}, about {formatQuantity(inputTokens, ['token', 'tokens'])}. {mostWords(costUsd)}
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

function mostWords(costUsd: number | null): string {
  if (costUsd === null) return 'Nobody tells its price.'
  return costUsd === 0 ? 'It costs nothing.' : `It costs $${costUsd.toFixed(4)} at the most.`
}
