import { Button, Skeleton } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Coverage, CoverageRow } from '#shared/coverage.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { Blank } from '../../ui/blank.tsx'
import { formatAgo, formatCount, formatShare, regionName } from '../../ui/format.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useNow } from '../../ui/use-now.ts'
import classes from './coverage-page.module.css'
import { CoverageTable } from './coverage-table.tsx'
import { DiscoverTabs } from './discover-tabs.tsx'

const CoverageChart = lazy(async () => ({ default: (await import('./coverage-chart.tsx')).CoverageChart }))
const OVERLAPS_SHOWN = 12
const COUNTRIES_SHOWN = 30

/** What the stored jobs cover, counted from the data: nothing here is a promise. */
export function CoveragePage() {
  const api = useApi()
  const coverage = useQuery(api.coverage.get.queryOptions())
  return (
    <Page title="Discover">
      <title>Coverage · Career Copilot</title>
      <DiscoverTabs />
      {coverage.error && !coverage.data && (
        <ProblemBlank {...describeProblem(coverage.error)} onRetry={() => void coverage.refetch()} />
      )}
      {!coverage.error && !coverage.data && (
        <output aria-label="Counting">
          <Skeleton height={72} radius="lg" mb="md" />
          <Skeleton height={220} radius="lg" mb="md" />
          <Skeleton height={320} radius="lg" />
        </output>
      )}
      {coverage.data && (coverage.data.total.jobs === 0 ? <NothingYet /> : <Figures coverage={coverage.data} />)}
    </Page>
  )
}

function NothingYet() {
  return (
    <Blank
      icon={IconChartBar}
      title="Nothing to count yet"
      actions={
        <Button size="xs" renderRoot={(props) => <Link to="/discover" {...props} />}>
          Go to runs
        </Button>
      }
    >
      After the first run you see here what your sources cover.
    </Blank>
  )
}

function Figures({ coverage }: { readonly coverage: Coverage }) {
  const now = useNow(60_000)
  const { total, bySource, byCountry, overlaps } = coverage
  const names = new Map(bySource.map((row) => [row.sourceId, row.sourceName]))
  const nameOf = (id: string) => names.get(id) ?? id
  return (
    <>
      <dl className={classes.tiles}>
        <Tile name="Open jobs" value={formatCount(total.jobs)} />
        <Tile name="In the EU" value={formatShare(total.inEu, total.jobs)} />
        <Tile name="Mention a visa" value={formatShare(total.withVisaWords, total.jobs)} />
        <Tile name="Offer a visa" value={formatShare(total.offersVisa, total.jobs)} />
        <Tile name="State pay" value={formatShare(total.withSalary, total.jobs)} />
      </dl>
      <Section id="weeks-title" title="By week" aside="Jobs by the week in which they were first seen.">
        <Suspense fallback={<Skeleton height={200} radius="lg" />}>
          <CoverageChart weeks={coverage.byWeek} />
        </Suspense>
      </Section>
      <Section
        id="sources-title"
        title="By source"
        aside="A job that several sources have counts for each; “only here” are those that no other has."
      >
        <CoverageTable
          label="Coverage by source"
          head={['Source', 'Only here', 'Newest']}
          rows={bySource.map((row) => ({
            key: row.sourceId,
            name: row.sourceName,
            row,
            extra: [formatCount(row.onlyHere), row.newestAt === null ? '–' : formatAgo(row.newestAt, now)],
          }))}
        />
      </Section>
      <Section id="countries-title" title="By country" aside="A job with places in several countries counts in each.">
        <CoverageTable
          label="Coverage by country"
          head={['Country']}
          rows={byCountry.slice(0, COUNTRIES_SHOWN).map((row) => ({
            key: row.countryCode ?? '',
            name: row.countryCode === null ? 'Not said' : regionName(row.countryCode),
            row: row satisfies CoverageRow,
            extra: [],
          }))}
        />
        {byCountry.length > COUNTRIES_SHOWN && (
          <p className={classes.more}>and {formatCount(byCountry.length - COUNTRIES_SHOWN)} more with fewer jobs.</p>
        )}
      </Section>
      <Section id="overlap-title" title="What sources share" aside="Jobs that two sources both have.">
        {overlaps.length === 0 ? (
          <p className={classes.more}>No job came from two sources so far.</p>
        ) : (
          <ul className={classes.overlaps}>
            {overlaps.slice(0, OVERLAPS_SHOWN).map(({ first, second, jobs }) => (
              <li key={`${first} ${second}`}>
                <span>
                  {nameOf(first)} and {nameOf(second)}
                </span>
                <strong>{formatCount(jobs)}</strong>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

function Tile({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={classes.tile}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
