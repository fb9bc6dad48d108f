import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { Source } from '#shared/discovery.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatAgo, formatDuration, formatQuantity } from '../../ui/format.ts'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { useNow } from '../../ui/use-now.ts'
import { PROBLEM_ADVICE, SourceStateBadge } from '../discover/index.ts'
import { BoardsField, FeedsField } from './source-fields.tsx'
import { SourceToggle } from './source-toggle.tsx'
import classes from './source-card.module.css'

/** One source: its switch, its terms, how it did last time, a test, and what it should read. */
export function SourceCard(props: {
  readonly source: Source
  readonly settings: Settings
  readonly onToggle: (isOn: boolean) => void
}) {
  const { source, settings } = props
  const api = useApi()
  const test = useMutation(api.discovery.testSource.mutationOptions())
  return (
    <div className={classes.card}>
      <SourceToggle source={source} isOn={settings.enabledSources.includes(source.id)} onChange={props.onToggle} />
      {source.configuration === 'greenhouseBoards' && <BoardsField settings={settings} />}
      {source.configuration === 'rssFeeds' && <FeedsField settings={settings} />}
      <div className={classes.foot}>
        <LastResult source={source} />
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlugConnected size={13} aria-hidden="true" />}
          loading={test.isPending}
          aria-label={`Test connection to ${source.name}`}
          onClick={() => test.mutate({ sourceId: source.id })}
        >
          Test connection
        </Button>
      </div>
      <output className={classes.answer}>
        {test.data && !test.isPending && (
          <span className={classes.test}>
            <SourceStateBadge state={test.data.state} />
            <span>
              {test.data.message} {formatQuantity(test.data.found, ['posting', 'postings'])} in{' '}
              {formatDuration(Math.round(test.data.tookMs))}.
              {test.data.problem !== null && ` ${PROBLEM_ADVICE[test.data.problem]}`}
            </span>
          </span>
        )}
        {test.error && <span className={classes.test}>{describeProblem(test.error).message}</span>}
      </output>
      <p className={classes.terms}>
        {source.terms}
        {!source.isOffline && (
          <>
            {' '}
            <OutsideLink href={source.homepage}>{hostOf(source.homepage)}</OutsideLink>
          </>
        )}
      </p>
    </div>
  )
}

function LastResult({ source }: { readonly source: Source }) {
  const now = useNow(60_000)
  const { lastRun } = source
  if (!source.isConfigured) return <span className={classes.last}>Add something to read first.</span>
  if (!lastRun) return <span className={classes.last}>Not read yet.</span>
  return (
    <span className={classes.last}>
      <SourceStateBadge state={lastRun.state} />
      {formatQuantity(lastRun.found, ['posting', 'postings'])} found
      {source.lastSuccessAt !== null && ` · last read ${formatAgo(source.lastSuccessAt, now)}`}
    </span>
  )
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
