import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { JobId } from '#shared/ids.ts'
import { useCommands } from '../../../ui/commands.tsx'
import { formatAge } from '../../../ui/format.ts'
import { useNow } from '../../../ui/use-now.ts'
import { StageBadge } from '../words/stage-badge.tsx'
import classes from './application-line.module.css'
import { useApplied } from './use-applied.ts'

/** Where the application for a job stands, with the way to it; before there is one, the button that says it was sent. */
export function ApplicationLine({ jobId }: { readonly jobId: JobId }) {
  const { card, isSending, isOpen, send } = useApplied(jobId)
  const now = useNow(60_000)
  useCommands(isOpen ? [{ id: 'job.applied', group: 'This job', label: 'I have applied', keys: 'a', run: send }] : [])
  if (card === undefined) return <div className={classes.line} />
  return (
    <section className={classes.line} aria-label="Application">
      {card && (
        <>
          <StageBadge stage={card.stage} />
          <span className={classes.since}>{sinceWords(formatAge(card.stageSince, now))}</span>
          <Link to="/applications/$id" params={{ id: String(card.id) }} className={classes.link}>
            Open the application
          </Link>
        </>
      )}
      {isOpen && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconSend size={14} aria-hidden="true" />}
          loading={isSending}
          onClick={send}
        >
          I have applied
        </Button>
      )}
    </section>
  )
}

function sinceWords(age: string): string {
  return age === 'now' ? 'since just now' : `for ${age}`
}
