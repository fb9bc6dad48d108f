import { Button } from '@mantine/core'
import { formatAgo } from '../../../ui/format.ts'
import { Card, Section } from '../../../ui/page.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useDocumentDeeds, useRemovedDocuments } from '../use-document.ts'
import { focusSoon } from '../editor/edit-context.ts'
import { neighbourOf } from '../model/list-edits.ts'
import { KIND_WORDS } from '../words.ts'
import { rowId } from './document-row.tsx'
import classes from './list.module.css'

const restoreId = (id: number) => `restore-${id}`

/** What was removed and can still be put back; nothing when there is none. */
export function RemovedDocuments() {
  const { data: heads = [] } = useRemovedDocuments()
  const now = useNow(60_000)
  const deeds = useDocumentDeeds()
  if (heads.length === 0) return null
  const restore = async (id: number) => {
    const neighbour = neighbourOf(heads, id)
    // The button goes with its row: the focus stays in the list, and at its end goes to what is there again.
    if (await deeds.restore(id)) focusSoon(neighbour === null ? rowId(id) : restoreId(neighbour.id))
  }
  return (
    <Section
      id="removed-title"
      title="Removed"
      aside="Kept for a month, and for good when it was sent to an application."
    >
      <Card>
        {heads.map(({ id, kind, name, job, removedAt }) => (
          <article key={id} className={classes.row} aria-label={`Removed: ${name}`}>
            <div className={classes.about}>
              <p className={classes.gone}>{name}</p>
              <p className={classes.line}>
                {KIND_WORDS[kind]}
                {job !== null && ` for ${job.title} at ${job.company}`}
                {removedAt !== null && ` · removed ${formatAgo(removedAt, now)}`}
              </p>
            </div>
            <Button
              size="xs"
              variant="default"
              id={restoreId(id)}
              aria-label={`Restore ${name}`}
              onClick={() => void restore(id)}
            >
              Restore
            </Button>
          </article>
        ))}
      </Card>
    </Section>
  )
}
