import { Button, Skeleton } from '@mantine/core'
import { IconLayoutKanban, IconTrophy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { useHere } from '../detail/use-here.ts'
import { OffersTable } from './offers-table.tsx'
import classes from './offers-page.module.css'

/** The offers there are, side by side. */
export function OffersPage() {
  const api = useApi()
  const here = useHere()
  const { data, error, refetch } = useQuery(api.offers.compare.queryOptions())
  return (
    <PageFrame
      title="Offers side by side"
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLayoutKanban size={14} aria-hidden="true" />}
          renderRoot={(root) => <Link to="/applications" {...root} />}
        >
          All applications
        </Button>
      }
    >
      <title>Offers · Career Copilot</title>
      {error && !data && <ProblemBlank {...describeProblem(error)} onRetry={() => void refetch()} />}
      {!error && !data && (
        <output className={classes.loading} aria-label="Loading the offers">
          <Skeleton height={48} />
          <Skeleton height={280} />
        </output>
      )}
      {data?.length === 0 && <NoOffers />}
      {data && data.length > 0 && (
        <>
          <OffersTable offers={data} here={here} />
          {data.length === 1 && (
            <p className={classes.note}>One offer alone compares with nothing. The next one comes beside it.</p>
          )}
        </>
      )}
    </PageFrame>
  )
}

function NoOffers() {
  return (
    <Blank
      icon={IconTrophy}
      title="No offers yet"
      actions={
        <Button size="xs" renderRoot={(root) => <Link to="/applications" {...root} />}>
          Go to your applications
        </Button>
      }
    >
      When an employer makes you one, add it to its application: it stands here beside the others, with its pay in euros
      a year.
    </Blank>
  )
}
