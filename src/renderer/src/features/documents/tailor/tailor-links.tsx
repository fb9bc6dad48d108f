import { Button } from '@mantine/core'
import { IconFileText, IconMail } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { JobId } from '#shared/ids.ts'
import { useCommands } from '../../../ui/commands.tsx'
import classes from './tailor-links.module.css'

/** The ways from a job to a résumé and a letter for it. */
export function TailorLinks({ jobId }: { readonly jobId: JobId }) {
  const navigate = useNavigate()
  const go = (kind?: 'letter') =>
    void navigate({ to: '/documents/tailor', search: { job: jobId, ...(kind === undefined ? {} : { kind }) } })
  useCommands([
    { id: 'job.tailor', group: 'This job', label: 'Tailor a résumé to it', keys: 't', run: () => go() },
    { id: 'job.letter', group: 'This job', label: 'Write a letter for it', run: () => go('letter') },
  ])
  return (
    <div className={classes.links}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFileText size={14} aria-hidden="true" />}
        renderRoot={(root) => <Link to="/documents/tailor" search={{ job: jobId }} {...root} />}
      >
        Tailor a résumé
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconMail size={14} aria-hidden="true" />}
        renderRoot={(root) => <Link to="/documents/tailor" search={{ job: jobId, kind: 'letter' }} {...root} />}
      >
        Write a letter
      </Button>
    </div>
  )
}
