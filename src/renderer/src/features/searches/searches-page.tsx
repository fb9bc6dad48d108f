import { Button, Loader } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { describeProblem } from '../../bridge/problem.ts'
import { Blank } from '../../ui/blank.tsx'
import { Card, Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useSources } from '../discover/index.ts'
import { SearchRow } from './search-row.tsx'
import { useSavedSearches } from './use-searches.ts'

/** Every saved search: what it finds, what is new, and what can be done with it. */
export function SearchesPage() {
  const list = useSavedSearches()
  const sources = useSources()
  const now = useNow(60_000)
  const sourceNames = useMemo(() => new Map(sources.data?.map((source) => [source.id, source.name])), [sources.data])
  return (
    <Page title="Searches">
      <title>Searches · Career Copilot</title>
      {list.error && !list.data && (
        <ProblemBlank {...describeProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {!list.error && !list.data && (
        <output aria-label="Loading searches">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {list.data?.length === 0 && <NoSearches />}
      {list.data && list.data.length > 0 && (
        <Section
          id="searches-title"
          title="Saved searches"
          aside="A job is new until you have looked at the search that finds it."
        >
          <Card>
            {list.data.map((search) => (
              <SearchRow key={search.id} search={search} sourceNames={sourceNames} now={now} />
            ))}
          </Card>
        </Section>
      )}
    </Page>
  )
}

function NoSearches() {
  return (
    <Blank
      icon={IconBookmark}
      title="No search is saved yet"
      actions={
        <Button size="xs" renderRoot={(props) => <Link to="/jobs" {...props} />}>
          Go to Jobs
        </Button>
      }
    >
      Set the filters that you come back to, and press B or “Save this search” beside them. Here you then see what is
      new.
    </Blank>
  )
}
