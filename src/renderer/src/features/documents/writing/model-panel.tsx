import { Button, NativeSelect } from '@mantine/core'
import { IconPlayerStop, IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ORPCError } from '@orpc/client'
import { useState } from 'react'
import { AI_PROVIDERS, type AiProvider, type AiProviderView } from '#shared/ai.ts'
import type { WritingInput } from '#shared/writing.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { OpenFindings } from './open-findings.tsx'
import { SentPreview } from './sent-preview.tsx'
import type { useModelWriting } from './use-model-writing.ts'
import { isUnderWay, type WritingState } from './writing-state.ts'
import classes from './writing.module.css'

type Writing = ReturnType<typeof useModelWriting>

const STEPS: Readonly<Record<WritingState['step'], string>> = {
  idle: '',
  writing: 'Writing…',
  stopping: 'Stopping…',
  written: 'Written. Look through the pieces below and take what you like.',
  stopped: 'Stopped. What had come is kept with the call.',
  failed: '',
}

/** Who writes, what is sent to them, and what comes back while it comes. */
export function ModelPanel({
  wish,
  writing,
}: {
  readonly wish: Omit<WritingInput, 'provider'>
  readonly writing: Writing
}) {
  const api = useApi()
  const providers = useQuery(api.ai.providers.queryOptions())
  const [provider, setProvider] = useState<AiProvider | null>(null)
  const { state, write, stop } = writing
  const input: WritingInput = { ...wish, provider }
  const ready = (providers.data ?? []).filter(isReady)
  const isBusy = isUnderWay(state)
  if (providers.data && ready.length === 0) return <NoModel />
  return (
    <section className={classes.panel} aria-label="Writing with a model">
      <div className={classes.row}>
        <NativeSelect
          size="xs"
          label="Model"
          disabled={isBusy}
          data={[
            { value: '', label: 'As ordered in Settings' },
            ...ready.map(({ id, name, model }) => ({ value: id, label: `${name}, ${model}` })),
          ]}
          value={provider ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setProvider(AI_PROVIDERS.find((known) => known === value) ?? null)
          }
        />
        {isBusy ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={14} aria-hidden="true" />}
            disabled={state.step === 'stopping'}
            onClick={stop}
          >
            Stop
          </Button>
        ) : (
          <Button size="xs" leftSection={<IconSparkles size={14} aria-hidden="true" />} onClick={() => write(input)}>
            {state.step === 'idle' ? 'Write' : 'Write again'}
          </Button>
        )}
      </div>
      <SentPreview input={input} />
      <Progress state={state} names={new Map((providers.data ?? []).map(({ id, name }) => [id, name]))} />
      {state.step === 'failed' && <Failed error={state.error} />}
      {state.step === 'written' && <OpenFindings findings={state.findings} />}
    </section>
  )
}

function isReady({ id, isOn, hasKey, model }: AiProviderView): boolean {
  return isOn && model !== '' && (hasKey || id === 'compatible')
}

function Progress({ state, names }: { readonly state: WritingState; readonly names: ReadonlyMap<string, string> }) {
  const { asked, text, step, costUsd } = state
  const last = asked.at(-1)
  return (
    <>
      <output className={classes.muted} aria-label="State of the writing">
        {STEPS[step]}
        {last !== undefined && ` ${names.get(last.provider) ?? last.provider}, ${last.model}.`}
        {step === 'written' && ` Cost: ${costUsd === null ? 'no price' : dollars(costUsd)}.`}
      </output>
      {asked.some(({ reason }) => reason !== '') && (
        <ul className={classes.notes} aria-label="Asked in vain">
          {asked
            .filter(({ reason }) => reason !== '')
            .map(({ callId, reason, provider }) => (
              <li key={callId}>
                {reason} {names.get(provider) ?? provider} was asked then.
              </li>
            ))}
        </ul>
      )}
      {text !== '' && (step !== 'written' || isUnderWay(state)) && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <section className={classes.live} aria-label="What the model writes" tabIndex={0}>
          {text.trim()}
        </section>
      )}
    </>
  )
}

/** Cents and their parts: a call may cost less than one. */
function dollars(amount: number): string {
  if (amount === 0) return '$0.00'
  return amount < 0.0001 ? 'less than $0.0001' : `$${amount.toFixed(4)}`
}

function Failed({ error }: { readonly error: unknown }) {
  const { title, message } = describeProblem(error)
  return (
    <div role="alert" className={classes.alert}>
      <p className={classes.strong}>{title}</p>
      <p>{reasonOf(error) ?? message}</p>
      <Link to="/settings/ai">Open Settings, AI</Link>
    </div>
  )
}

function reasonOf(error: unknown): string | null {
  if (!(error instanceof ORPCError)) return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('reason' in data)) return null
  return typeof data.reason === 'string' ? data.reason : null
}

function NoModel() {
  return (
    <section className={classes.panel} aria-label="Writing with a model">
      <p className={classes.strong}>No language model is set up.</p>
      <p className={classes.muted}>
        Give one of them a key, or run one on this computer. Until then the rules do it, and nothing leaves this
        computer.
      </p>
      <Link to="/settings/ai">Open Settings, AI</Link>
    </section>
  )
}
