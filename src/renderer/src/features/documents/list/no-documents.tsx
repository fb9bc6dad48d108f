import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DocumentKind } from '#shared/documents.ts'
import { useApi } from '../../../bridge/api.tsx'
import { Blank } from '../../../ui/blank.tsx'

/** What the list says before there is anything: with an empty career, that this comes first. */
export function NoDocuments({ onNew }: { readonly onNew: (kind: DocumentKind) => void }) {
  const api = useApi()
  const { data } = useQuery(api.career.get.queryOptions())
  const isCareerEmpty = data?.isEmpty ?? false
  return (
    <Blank
      icon={IconFileText}
      title="No documents yet"
      actions={
        isCareerEmpty ? (
          <>
            <Button size="xs" renderRoot={(root) => <Link to="/profile/career" {...root} />}>
              Fill in your career
            </Button>
            <Button size="xs" variant="default" onClick={() => onNew('resume')}>
              Start with a blank résumé
            </Button>
          </>
        ) : (
          <Button size="xs" onClick={() => onNew('resume')}>
            New résumé
          </Button>
        )
      }
    >
      {isCareerEmpty
        ? 'Résumés and letters are made of your career. Write it down once, or import a résumé that you have; then every document starts from it.'
        : 'Make a résumé from your career, then tailor it to each job from the job’s page.'}
    </Blank>
  )
}
