import { Button, Collapse, Loader, Textarea, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AiCall } from '#shared/ai.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { formatCount, formatDateTime, formatDuration } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import { SettingsTabs } from '../settings-tabs.tsx'
import classes from './ai.module.css'
import { costWords, PROVIDER_WORDS, PURPOSE_WORDS, STATE_WORDS } from './ai-words.ts'
import { useCalls } from './use-calls.ts'

/** Every call to a language model: what it was for, how it ended, what it cost, what was said. */
export function CallsPage() {
  const calls = useCalls()
  const list = calls.data?.pages.flat() ?? []
  return (
    <Page title="Settings">
      <title>What was sent · Career Copilot</title>
      <SettingsTabs />
      <p className={classes.back}>
        <Link to="/settings/ai">Back to language models</Link>
      </p>
      <Section
        id="calls-title"
        title="Calls"
        aside="Every call, with what was sent and what came back. Your keys are in none of it."
      >
        {calls.error && !calls.data && (
          <ProblemBlank {...describeProblem(calls.error)} onRetry={() => void calls.refetch()} />
        )}
        {calls.isPending && (
          <output aria-label="Loading calls">
            <Loader size="sm" type="dots" />
          </output>
        )}
        {calls.data && list.length === 0 && (
          <Blank icon={IconSparkles} title="Nothing has been sent yet">
            What you ask a language model for stands here from the first time on.
          </Blank>
        )}
        {list.length > 0 && (
          <ul className={classes.list} aria-label="Calls">
            {list.map((call) => (
              <CallRow key={call.id} call={call} />
            ))}
          </ul>
        )}
        {calls.hasNextPage && (
          <div className={classes.more}>
            <Button
              size="xs"
              variant="default"
              loading={calls.isFetchingNextPage}
              onClick={() => void calls.fetchNextPage()}
            >
              Show earlier ones
            </Button>
          </div>
        )}
      </Section>
    </Page>
  )
}

function CallRow({ call }: { readonly call: AiCall }) {
  const [isOpen, setOpen] = useState(false)
  const [words, tone] = STATE_WORDS[call.state]
  const panelId = `call-${call.id}`
  return (
    <li>
      <div className={classes.row}>
        <UnstyledButton
          className={classes.open}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={15} className={classes.chevron} aria-hidden="true" />
          <span className={classes.words}>
            <span className={classes.name}>
              {PURPOSE_WORDS[call.purpose]} · {PROVIDER_WORDS[call.provider]}
              {call.model !== '' && ` · ${call.model}`}
            </span>
            <span className={classes.note}>{lineOf(call)}</span>
          </span>
          <ToneBadge tone={tone}>{words}</ToneBadge>
        </UnstyledButton>
        <span className={classes.cost}>{costWords(call.costUsd)}</span>
      </div>
      <Collapse expanded={isOpen} id={panelId} transitionDuration={120}>
        {isOpen && <CallBody call={call} />}
      </Collapse>
    </li>
  )
}

function CallBody({ call }: { readonly call: AiCall }) {
  const api = useApi()
  const detail = useQuery(api.ai.call.queryOptions({ input: { id: call.id } }))
  const { data } = detail
  return (
    <div className={classes.body}>
      {call.message !== '' && <p className={classes.note}>{call.message}</p>}
      {call.fallbackOf !== null && (
        <p className={classes.note}>It followed call {call.fallbackOf}, which brought nothing.</p>
      )}
      {detail.error && !data && <p className={classes.problem}>{describeProblem(detail.error).message}</p>}
      {data && <Text call={call.id} title="What was sent" text={data.sent} />}
      {data && <Text call={call.id} title="What came back" text={data.received} />}
    </div>
  )
}

function Text({ call, title, text }: { readonly call: number; readonly title: string; readonly text: string }) {
  return text === '' ? (
    <p className={classes.note}>{title}: nothing, or it was deleted with age.</p>
  ) : (
    <Textarea
      readOnly
      autosize
      maxRows={18}
      label={title}
      aria-label={`${title} in call ${call}`}
      classNames={{ input: classes.text ?? '' }}
      value={text}
    />
  )
}

function lineOf({ startedAt, ms, inputTokens, outputTokens, isEstimated, purpose }: AiCall): string {
  const tokens = `${isEstimated ? 'about ' : ''}${formatCount(inputTokens)} tokens in, ${formatCount(outputTokens)} out`
  return [
    formatDateTime(startedAt),
    ...(ms === null ? [] : [formatDuration(ms)]),
    ...(purpose === 'test' ? [] : [tokens]),
  ].join(' · ')
}
