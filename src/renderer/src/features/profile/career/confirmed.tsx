import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Career } from '#shared/career.ts'
import { formatDate } from '../../../ui/format.ts'
import { notifyUndo } from '../../../ui/notify.tsx'
import { Card, Section } from '../../../ui/page.tsx'
import { withEntry } from './entries/entry-order.ts'
import classes from './entries/entry-list.module.css'

type Claims = Career['confirmed']

/** What was confirmed as true while a document was written; it can be taken back here. */
export function Confirmed(props: {
  readonly confirmed: Claims
  readonly onChange: (changed: (confirmed: Claims) => Claims) => void
}) {
  const { confirmed, onChange } = props
  if (confirmed.length === 0) return null
  return (
    <Section id="career-confirmed-title" title="Confirmed" aside="What you said is true while writing a document.">
      <Card>
        {confirmed.map((claim, at) => (
          <div key={claim.id} className={classes.head}>
            <span className={classes.claim}>
              {claim.text} <span className={classes.note}>{formatDate(claim.confirmedAt)}</span>
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Remove: ${claim.text}`}
              onClick={() => {
                onChange((all) => all.filter(({ id }) => id !== claim.id))
                notifyUndo('Confirmed claim removed', () => onChange((all) => withEntry(all, { entry: claim, at })))
              }}
            >
              <IconTrash size={14} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
      </Card>
    </Section>
  )
}
