import { Button, Progress, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Backfill, DedupMetrics } from '#shared/dedup.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatCount, formatQuantity, formatShare } from '../../ui/format.ts'
import { notifyProblem } from '../../ui/notify.tsx'
import { Card, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import classes from './quality-page.module.css'

const LOOK_MS = 1000
const PAIRS_SHOWN = 8
const LAYERS: readonly (readonly [layer: keyof DedupMetrics['byLayer'], word: string])[] = [
  ['url', 'by the same address'],
  ['fingerprint', 'by title, company and place'],
  ['fuzzy', 'because they are nearly the same'],
  ['user', 'because you said so'],
]

/** What deduplication has done with the stored postings, and running today’s rules over them. */
export function DedupFigures() {
  const api = useApi()
  const metrics = useQuery(api.dedup.metrics.queryOptions())
  return (
    <Section
      id="dedup-title"
      title="Duplicates"
      aside="Postings of one opening are one job. Each merge says why in the job’s details, and can be undone there."
    >
      {metrics.error && !metrics.data && (
        <ProblemBlank {...describeProblem(metrics.error)} onRetry={() => void metrics.refetch()} />
      )}
      {!metrics.error && !metrics.data && <Skeleton height={120} radius="lg" />}
      {metrics.data && (
        <Card>
          <Figures metrics={metrics.data} />
          <BackfillRow />
        </Card>
      )}
    </Section>
  )
}

function Figures({ metrics }: { readonly metrics: DedupMetrics }) {
  const joined = metrics.postings - metrics.jobs
  const layers = LAYERS.filter(([layer]) => metrics.byLayer[layer] > 0)
  const byUser = [
    metrics.separated > 0 ? `${formatQuantity(metrics.separated, ['pair', 'pairs'])} kept apart by you` : '',
    metrics.joined > 0 ? `${formatQuantity(metrics.joined, ['pair', 'pairs'])} joined by you` : '',
    metrics.reposts > 0 ? `${formatQuantity(metrics.reposts, ['job', 'jobs'])} posted again after closing` : '',
  ].filter((part) => part !== '')
  return (
    <div className={classes.block}>
      <p className={classes.line}>
        {formatQuantity(metrics.postings, ['posting', 'postings'])} make {formatQuantity(metrics.jobs, ['job', 'jobs'])}
        ; {joined <= 0 ? 'none was there twice' : `${formatShare(joined, metrics.postings)} were there before`}.
      </p>
      {layers.length > 0 && (
        <p className={classes.muted}>
          Merged {layers.map(([layer, word]) => `${formatCount(metrics.byLayer[layer])} ${word}`).join(', ')}.
        </p>
      )}
      {byUser.length > 0 && <p className={classes.muted}>{byUser.join(', ')}.</p>}
      {metrics.bySources.length > 0 && (
        <ul className={classes.pairs} aria-label="Which source repeats which">
          {metrics.bySources.slice(0, PAIRS_SHOWN).map((pair) => (
            <li key={`${pair.first} ${pair.again}`}>
              <span>
                {pair.firstName}, then {pair.againName}
              </span>
              <strong>{formatCount(pair.postings)}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function BackfillRow() {
  const api = useApi()
  const queryClient = useQueryClient()
  const backfill = useQuery({
    ...api.dedup.backfill.queryOptions(),
    refetchInterval: ({ state: { data } }) => (isGoing(data) ? LOOK_MS : false),
  })
  const settle = {
    onError: (error: Error) => notifyProblem(describeProblem(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.dedup.key() }),
  }
  const start = useMutation(api.dedup.startBackfill.mutationOptions(settle))
  const stop = useMutation(api.dedup.stopBackfill.mutationOptions(settle))
  const { data } = backfill
  if (!data) return null
  return (
    <div className={classes.reading}>
      <div className={classes.words}>
        <p className={classes.line}>{backfillWords(data)}</p>
        {isGoing(data) && (
          <Progress size="sm" value={(data.done / Math.max(data.total, 1)) * 100} aria-label="Jobs compared" />
        )}
      </div>
      {isGoing(data) ? (
        <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
          Stop
        </Button>
      ) : (
        <Button size="xs" variant="default" loading={start.isPending} onClick={() => start.mutate({ isAfresh: false })}>
          {data.state === 'cancelled' || data.state === 'failed' ? 'Go on' : 'Compare all again'}
        </Button>
      )}
    </div>
  )
}

function isGoing(backfill: Backfill | undefined): boolean {
  return backfill?.state === 'queued' || backfill?.state === 'running'
}

function backfillWords({ state, total, done, merged, linked }: Backfill): string {
  if (state === 'never') return 'Today’s rules decide about what comes in; they can be run over what is stored.'
  const found = `${formatQuantity(merged, ['job', 'jobs'])} merged, ${formatCount(linked)} linked as posted again`
  if (state === 'completed') return `All stored jobs compared: ${found}.`
  const how = { queued: 'waiting', running: 'comparing', failed: 'broken off', cancelled: 'stopped' }[state]
  return `${formatCount(done)} of ${formatQuantity(total, ['job', 'jobs'])} compared (${how}): ${found}.`
}
