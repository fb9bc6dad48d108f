import { Skeleton } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { getRouteApi } from '@tanstack/react-router'
import { describeProblem } from '../../../bridge/problem.ts'
import { PageFrame } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { Missing } from '../missing.tsx'
import { useDocument } from '../use-document.ts'
import classes from './document-page.module.css'
import { Editor } from './editor.tsx'

const route = getRouteApi('/frame/documents/$id')

/** One résumé or letter, to be edited beside its pages. */
export function DocumentPage() {
  const id = Number(route.useParams().id)
  return Number.isSafeInteger(id) && id > 0 ? <Loaded key={id} id={id} /> : <Missing />
}

function Loaded({ id }: { readonly id: number }) {
  const { data, error, refetch } = useDocument(id)
  if (data) return <Editor document={data} />
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') return <Missing />
  return (
    <PageFrame title="Document">
      {error ? (
        <ProblemBlank {...describeProblem(error)} onRetry={() => void refetch()} />
      ) : (
        <output className={classes.loading} aria-label="Loading the document">
          <Skeleton height={30} width="60%" />
          <Skeleton height={140} radius="lg" />
          <Skeleton height={220} radius="lg" />
        </output>
      )}
    </PageFrame>
  )
}
