import { Button, Menu, Skeleton } from '@mantine/core'
import { IconChevronDown, IconFileText, IconMail } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { DOCUMENT_KINDS, type DocumentHead, type DocumentKind } from '#shared/documents.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { Card, Page, Section } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useDocuments } from '../use-document.ts'
import { KIND_WORDS } from '../words.ts'
import { DocumentRow } from './document-row.tsx'
import { readDocumentsSearch } from './documents-url.ts'
import { NewDocument } from './new-document.tsx'
import { NoDocuments } from './no-documents.tsx'
import { RemovedDocuments } from './removed-documents.tsx'

const route = getRouteApi('/frame/documents')

const LIST_WORDS: Readonly<Record<DocumentKind, { readonly title: string; readonly aside: string }>> = {
  resume: { title: 'Résumés', aside: 'The master is the one that others start from.' },
  letter: { title: 'Letters', aside: 'Each for one job.' },
}

/** Every résumé and letter. */
export function DocumentsPage() {
  const list = useDocuments()
  const { add } = readDocumentsSearch(route.useSearch())
  const navigate = useNavigate()
  const open = (kind: DocumentKind) => void navigate({ to: '/documents', search: { add: kind } })
  return (
    <Page title="Documents" actions={<NewMenu onPick={open} />}>
      <title>Documents · Career Copilot</title>
      {list.error && !list.data && (
        <ProblemBlank {...describeProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && (
        <output aria-label="Loading the documents">
          <Skeleton height={160} radius="lg" />
        </output>
      )}
      {list.data?.length === 0 && <NoDocuments onNew={open} />}
      {list.data && list.data.length > 0 && <Lists documents={list.data} />}
      {list.data && <RemovedDocuments />}
      {add && list.data && (
        <NewDocument
          key={add}
          initialKind={add}
          documents={list.data}
          onClose={() => void navigate({ to: '/documents', replace: true })}
        />
      )}
    </Page>
  )
}

function NewMenu({ onPick }: { readonly onPick: (kind: DocumentKind) => void }) {
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Button size="xs" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          New
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileText size={14} aria-hidden="true" />} onClick={() => onPick('resume')}>
          {KIND_WORDS.resume}
        </Menu.Item>
        <Menu.Item leftSection={<IconMail size={14} aria-hidden="true" />} onClick={() => onPick('letter')}>
          {KIND_WORDS.letter}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Lists({ documents }: { readonly documents: readonly DocumentHead[] }) {
  const now = useNow(60_000)
  return DOCUMENT_KINDS.map((kind) => {
    const heads = documents
      .filter((head) => head.kind === kind)
      .toSorted((a, b) => Number(b.isMaster) - Number(a.isMaster) || b.updatedAt - a.updatedAt)
    if (heads.length === 0) return null
    return (
      <Section key={kind} id={`${kind}-title`} title={LIST_WORDS[kind].title} aside={LIST_WORDS[kind].aside}>
        <Card>
          {heads.map((head) => (
            <DocumentRow key={head.id} head={head} now={now} />
          ))}
        </Card>
      </Section>
    )
  })
}
