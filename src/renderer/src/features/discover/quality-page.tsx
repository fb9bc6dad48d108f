import { Button, Progress, Skeleton } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { COUNTED_FACTS, type CountedFact, type DataQuality, type FactCounts } from '#shared/coverage.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { Blank } from '../../ui/blank.tsx'
import { formatCount, formatQuantity, formatShare } from '../../ui/format.ts'
import { notifyProblem } from '../../ui/notify.tsx'
import { Card, Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { DedupFigures } from './dedup-figures.tsx'
import { DiscoverTabs } from './discover-tabs.tsx'
import classes from './quality-page.module.css'

const FACT_WORDS: Readonly<Record<CountedFact, string>> = {
  visa: 'Visa',
  salary: 'Pay',
  city: 'City',
  country: 'Country',
  workplace: 'Workplace',
  seniority: 'Level',
  roleFamily: 'Role',
  employmentType: 'Type',
  skills: 'Skills',
  language: 'Language',
  closesAt: 'Closing date',
}
const CORRECTED_WORDS: Readonly<Record<DataQuality['corrected'][number]['field'], string>> = {
  visa: 'visa',
  salary: 'pay',
  skills: 'skills',
  workplace: 'workplace',
  seniority: 'level',
  roleFamily: 'role',
  employmentType: 'type',
}

/** How much is known of the stored jobs, fact by fact and source by source, and who read it. */
export function QualityPage() {
  const api = useApi()
  const quality = useQuery(api.coverage.quality.queryOptions())
  return (
    <Page title="Discover">
      <title>Data quality · Career Copilot</title>
      <DiscoverTabs />
      {quality.error && !quality.data && (
        <ProblemBlank {...describeProblem(quality.error)} onRetry={() => void quality.refetch()} />
      )}
      {!quality.error && !quality.data && (
        <output aria-label="Counting">
          <Skeleton height={72} radius="lg" mb="md" />
          <Skeleton height={320} radius="lg" />
        </output>
      )}
      {quality.data && (quality.data.total.jobs === 0 ? <NothingYet /> : <Figures quality={quality.data} />)}
    </Page>
  )
}

function NothingYet() {
  return (
    <Blank
      icon={IconChecklist}
      title="Nothing was read yet"
      actions={
        <Button size="xs" renderRoot={(props) => <Link to="/discover" {...props} />}>
          Go to runs
        </Button>
      }
    >
      After the first run you see here how much the postings of each source say.
    </Blank>
  )
}

function Figures({ quality }: { readonly quality: DataQuality }) {
  const rows: readonly (FactCounts & { readonly key: string; readonly name: string })[] = [
    { key: '', name: 'All open jobs', ...quality.total },
    ...quality.bySource.map((row) => ({ key: row.sourceId, name: row.sourceName, ...row })),
  ]
  return (
    <>
      <Section
        id="facts-title"
        title="What the postings say"
        aside="The share of open jobs of which a fact is known. What a posting does not state stays unknown."
      >
        {/* A table that scrolls must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={classes.frame} aria-label="Facts by source, table" tabIndex={0}>
          <table className={classes.table} aria-label="Facts by source">
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col">Jobs</th>
                {COUNTED_FACTS.map((fact) => (
                  <th key={fact} scope="col">
                    {FACT_WORDS[fact]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, jobs, with: said }) => (
                <tr key={key} data-total={key === '' || undefined}>
                  <th scope="row">{name}</th>
                  <td>{formatCount(jobs)}</td>
                  {COUNTED_FACTS.map((fact) => (
                    <td key={fact} data-zero={said[fact] === 0 || undefined}>
                      {formatShare(said[fact], jobs)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Section>
      <Section
        id="reader-title"
        title="Who read it"
        aside="A better reader reads stored postings again, in the background."
      >
        <Reading quality={quality} />
      </Section>
      <DedupFigures />
      <Section id="corrected-title" title="Put right by you" aside="Your word wins over every reading.">
        <Card>
          <p className={classes.alone}>
            {quality.corrected.length === 0
              ? 'Nothing so far. A job’s details have a button for it.'
              : quality.corrected
                  .map(({ field, jobs }) => `${CORRECTED_WORDS[field]} of ${formatQuantity(jobs, ['job', 'jobs'])}`)
                  .join(', ')}
          </p>
        </Card>
      </Section>
    </>
  )
}

/** The readers that made the stored facts, and how far the newest one is. */
function Reading({ quality }: { readonly quality: DataQuality }) {
  const api = useApi()
  const queryClient = useQueryClient()
  const state = useQuery({
    ...api.reading.state.queryOptions(),
    refetchInterval: ({ state: { data } }) => (data?.isRunning === true ? 1000 : false),
  })
  const settle = {
    onError: (error: Error) => notifyProblem(describeProblem(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.reading.key() }),
  }
  const start = useMutation(api.reading.start.mutationOptions(settle))
  const stop = useMutation(api.reading.stop.mutationOptions(settle))
  const { data } = state
  return (
    <Card>
      <div className={classes.reading}>
        <div className={classes.words}>
          {data && data.left > 0 ? (
            <>
              <p className={classes.line}>
                {formatCount(data.total - data.left)} of {formatQuantity(data.total, ['job', 'jobs'])} read by reader{' '}
                {data.readerVersion}
              </p>
              <Progress
                size="sm"
                value={((data.total - data.left) / Math.max(data.total, 1)) * 100}
                aria-label="Read again"
              />
            </>
          ) : (
            <p className={classes.line}>
              {quality.byReader
                .map(({ readerVersion, jobs }) => `Reader ${readerVersion}: ${formatQuantity(jobs, ['job', 'jobs'])}`)
                .join(' · ')}
            </p>
          )}
        </div>
        {data?.isRunning === true ? (
          <Button size="xs" variant="default" onClick={() => stop.mutate(undefined)}>
            Stop
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={start.isPending}
            onClick={() => start.mutate({ isAll: data !== undefined && data.left === 0 })}
          >
            {data !== undefined && data.left > 0 ? 'Go on' : 'Read all again'}
          </Button>
        )}
      </div>
    </Card>
  )
}
