import { Button, Skeleton } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { IconArrowLeft, IconHistory, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Document, VersionHead } from '#shared/documents.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { Missing } from '../missing.tsx'
import { NameDialog } from '../../../ui/name-dialog.tsx'
import { useDocument, useDocumentDeeds } from '../use-document.ts'
import { Compare } from './compare.tsx'
import { VersionRow } from './version-row.tsx'
import classes from './versions.module.css'

const route = getRouteApi('/frame/documents/$id/versions')

/** What a document was at other times: kept, compared, restored. */
export function VersionsPage() {
  const id = Number(route.useParams().id)
  return Number.isSafeInteger(id) && id > 0 ? <Loaded key={id} id={id} /> : <Missing />
}

function Loaded({ id }: { readonly id: number }) {
  const api = useApi()
  const document = useDocument(id)
  const versions = useQuery({ ...api.documents.versions.queryOptions({ input: { id } }), retry: false })
  const error = document.error ?? versions.error
  if (document.data && versions.data) return <Versions document={document.data} versions={versions.data} />
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') return <Missing />
  return (
    <Page title="Versions">
      {error ? (
        <ProblemBlank
          {...describeProblem(error)}
          onRetry={() => {
            void document.refetch()
            void versions.refetch()
          }}
        />
      ) : (
        <output aria-label="Loading the versions">
          <Skeleton height={180} radius="lg" />
        </output>
      )}
    </Page>
  )
}

function Versions({ document, versions }: { readonly document: Document; readonly versions: readonly VersionHead[] }) {
  const deeds = useDocumentDeeds()
  const [isKeeping, setKeeping] = useState(false)
  const newest = versions.toSorted((a, b) => b.number - a.number)
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <Page
      title={`Versions of ${document.name}`}
      actions={
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowLeft size={14} aria-hidden="true" />}
            renderRoot={(root) => <Link to="/documents/$id" params={{ id: String(document.id) }} {...root} />}
          >
            To the document
          </Button>
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setKeeping(true)}>
            Keep a version
          </Button>
        </>
      }
    >
      <title>{`Versions of ${document.name} · Career Copilot`}</title>
      {newest.length === 0 ? (
        <Blank icon={IconHistory} title="No version is kept yet">
          A version is a copy that stays as it is. Keep one before a large change; what goes to an application is kept
          by itself.
        </Blank>
      ) : (
        <>
          <Section id="versions-title" title="Kept" aside="Newest first. Each stays as it was.">
            <ul className={classes.list} aria-label="Versions">
              {newest.map((version) => (
                <VersionRow
                  key={version.id}
                  version={version}
                  isLocked={document.isLocked}
                  onCompare={() => setChosen(version.id)}
                  onRestore={() => void deeds.restoreVersion(version.id)}
                />
              ))}
            </ul>
          </Section>
          <Compare key={chosen} document={document} versions={newest} first={chosen ?? newest[0]?.id ?? null} />
        </>
      )}
      {isKeeping && (
        <NameDialog
          title="Keep a version"
          note="What the document is now stays under this name."
          initial={`Version ${newest.length + 1}`}
          most={120}
          word="Keep it"
          onSave={(name) => deeds.keepVersion(document.id, name)}
          onClose={() => setKeeping(false)}
        />
      )}
    </Page>
  )
}
