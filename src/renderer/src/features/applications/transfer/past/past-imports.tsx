import { Skeleton } from '@mantine/core'
import type { ApplicationImport } from '#shared/application-transfer.ts'
import { describeProblem } from '../../../../bridge/problem.ts'
import { formatAgo, formatDateTime, formatQuantity } from '../../../../ui/format.ts'
import { Card, Section } from '../../../../ui/page.tsx'
import { ProblemBlank } from '../../../../ui/problem-blank.tsx'
import { useNow } from '../../../../ui/use-now.ts'
import { TakeBackButton } from './take-back-button.tsx'
import { useImports } from './use-imports.ts'
import classes from './past-imports.module.css'

/** What was imported so far; each can be undone as a whole, and done again. */
export function PastImports() {
  const { data, error, refetch } = useImports()
  return (
    <Section
      id="past-imports-title"
      title="Past imports"
      aside="Undo takes out all that an import added, with what you did to it since. Redo brings it back as it was."
    >
      {error && !data && <ProblemBlank {...describeProblem(error)} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={56} radius="lg" />}
      {data?.length === 0 && <p className={classes.none}>None yet. What you import is listed here.</p>}
      {data && data.length > 0 && (
        <Card>
          {data.map((imported) => (
            <PastImport key={imported.id} imported={imported} />
          ))}
        </Card>
      )}
    </Section>
  )
}

function PastImport({ imported }: { readonly imported: ApplicationImport }) {
  const now = useNow(60_000)
  const { fileName, importedAt, added, undoneAt } = imported
  return (
    <section className={classes.row} aria-label={`${fileName}, ${formatDateTime(importedAt)}`}>
      <div className={classes.words}>
        <h3 className={classes.name}>{fileName}</h3>
        <p className={classes.note} title={formatDateTime(importedAt)}>
          {formatQuantity(added, ['application', 'applications'])}, {formatAgo(importedAt, now)}
          {undoneAt !== null && ` · undone ${formatAgo(undoneAt, now)}`}
        </p>
      </div>
      <TakeBackButton imported={imported} undoLabel="Undo" redoLabel="Redo" />
    </section>
  )
}
