import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Source } from '#shared/discovery.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatAgo, formatDuration, formatQuantity, inSentences } from '../../ui/format.ts'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { useNow } from '../../ui/use-now.ts'
import { PROBLEM_ADVICE, SourceStateBadge } from '../discover/index.ts'
import { CadenceField } from './cadence-field.tsx'
import { FeedsField, FirecrawlPagesField, JobPagesField } from './source-inputs.tsx'
import classes from './source-body.module.css'
import { allowanceWords } from './source-words.ts'

/** Everything about a source beyond its switch: what it is, its terms and allowance, what it reads, how it fared, a test. */
export function SourceBody({ source, settings }: { readonly source: Source; readonly settings: Settings }) {
  return (
    <div className={classes.body}>
      <p className={classes.text}>{inSentences([source.summary])}</p>
      <p className={classes.terms}>
        {source.terms}
        {!source.isOffline && (
          <>
            {' '}
            <OutsideLink href={source.homepage}>{hostOf(source.homepage)}</OutsideLink>
          </>
        )}
      </p>
      <Inputs source={source} settings={settings} />
      {source.keys.length > 0 && (
        <p className={classes.text}>
          {source.hasKeys
            ? 'Its key is set.'
            : source.needsKey
              ? 'It needs a key of yours.'
              : 'It works without a key; one of yours widens its allowance.'}{' '}
          <Link to="/settings/keys" className={classes.link}>
            {source.hasKeys ? 'Look at the keys' : 'Add the key'}
          </Link>
        </p>
      )}
      {allowanceWords(source).map((line) => (
        <p key={line} className={classes.terms}>
          {line}
        </p>
      ))}
      {!source.isOffline && !source.isManualOnly && <CadenceField source={source} settings={settings} />}
      <LastAndTest source={source} />
    </div>
  )
}

function Inputs(props: { readonly source: Source; readonly settings: Settings }): ReactNode {
  const { source, settings } = props
  switch (source.reads) {
    case 'employers':
      return (
        <p className={classes.text}>
          {source.isConfigured
            ? 'It reads the employers on your list.'
            : 'There is no employer of this kind on your list.'}{' '}
          <Link to="/employers" className={classes.link}>
            Employers to watch
          </Link>
        </p>
      )
    case 'feeds':
      return <FeedsField settings={settings} />
    case 'pages':
      return <JobPagesField settings={settings} />
    case 'firecrawlPages':
      return <FirecrawlPagesField settings={settings} />
    case null:
    default:
      return null
  }
}

function LastAndTest({ source }: { readonly source: Source }) {
  const api = useApi()
  const now = useNow(60_000)
  const test = useMutation(api.discovery.testSource.mutationOptions())
  const { lastRun } = source
  return (
    <>
      <div className={classes.foot}>
        <span className={classes.last}>
          {lastRun === null ? (
            'Not read yet.'
          ) : (
            <>
              <SourceStateBadge state={lastRun.state} />
              {formatQuantity(lastRun.found, ['posting', 'postings'])} found
              {source.lastSuccessAt !== null && ` · last read ${formatAgo(source.lastSuccessAt, now)}`}
            </>
          )}
        </span>
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
      {lastRun?.message && lastRun.state !== 'ok' && (
        <p className={classes.terms}>
          {inSentences([lastRun.message])}
          {lastRun.problem !== null && ` ${PROBLEM_ADVICE[lastRun.problem]}`}
        </p>
      )}
      <output className={classes.answer}>
        {test.data && !test.isPending && (
          <span className={classes.test}>
            <SourceStateBadge state={test.data.state} />
            <span>
              {inSentences([
                test.data.message,
                test.data.problem === null ? '' : PROBLEM_ADVICE[test.data.problem],
                `It took ${formatDuration(Math.round(test.data.tookMs))}`,
              ])}
            </span>
          </span>
        )}
        {test.error && <span className={classes.test}>{describeProblem(test.error).message}</span>}
      </output>
    </>
  )
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
