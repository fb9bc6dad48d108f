import { Button, Loader, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { isDefinedError } from '@orpc/client'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Prompt } from '#shared/ai.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatDateTime } from '../../../ui/format.ts'
import { notify, notifyAction, notifyProblem } from '../../../ui/notify.tsx'
import { Card, Page, Section } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { SettingsTabs } from '../settings-tabs.tsx'
import classes from './ai.module.css'
import { PURPOSE_WORDS } from './ai-words.ts'
import { usePromptDraft } from './use-prompt-draft.ts'

/** The words that language models are asked with, to be changed. */
export function PromptsPage() {
  const api = useApi()
  const prompts = useQuery(api.ai.prompts.queryOptions())
  return (
    <Page title="Settings">
      <title>Prompts · Career Copilot</title>
      <SettingsTabs />
      <p className={classes.back}>
        <Link to="/settings/ai">Back to language models</Link>
      </p>
      {prompts.error && !prompts.data && (
        <ProblemBlank {...describeProblem(prompts.error)} onRetry={() => void prompts.refetch()} />
      )}
      {prompts.isPending && (
        <output aria-label="Loading prompts">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {prompts.data?.map((prompt) => (
        <Section key={prompt.purpose} id={`prompt-${prompt.purpose}`} title={PURPOSE_WORDS[prompt.purpose]}>
          <Card>
            <PromptEditor prompt={prompt} />
          </Card>
        </Section>
      ))}
    </Page>
  )
}

function PromptEditor({ prompt }: { readonly prompt: Prompt }) {
  const name = PURPOSE_WORDS[prompt.purpose]
  const { draft, isOvertaken, set, send } = usePromptDraft(prompt.text)
  const isChanged = draft !== prompt.text
  const { save, choose, problem } = usePromptActions(prompt)
  const chooseVersion = (version: number) => {
    const unsaved = isChanged ? draft : null
    const onSuccess = (chosen: Prompt) => {
      set(chosen.text)
      if (unsaved === null || unsaved === chosen.text) return
      notifyAction('Another version took the place of what you wrote.', {
        label: 'Put it back',
        run: () => set(unsaved),
      })
    }
    choose.mutate({ purpose: prompt.purpose, version }, { onSuccess })
  }
  return (
    <div className={classes.prompt}>
      <Textarea
        aria-label={`Prompt: ${name}`}
        autosize
        minRows={8}
        maxRows={24}
        maxLength={20_000}
        value={draft}
        onChange={(event) => set(event.currentTarget.value)}
      />
      <ul className={classes.places} aria-label={`Places in the prompt: ${name}`}>
        {prompt.places.map((place) => (
          <li key={place.name}>
            <code>{`{{${place.name}}}`}</code> {place.meaning}
            {place.isNeeded && ' (needed)'}
          </li>
        ))}
      </ul>
      <output className={classes.note} aria-label={`Whether it changed elsewhere: ${name}`}>
        {isOvertaken &&
          'Another text is in use by now. What you wrote is not saved: save it as a version of its own, or discard it.'}
      </output>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.foot}>
        <Select
          size="xs"
          aria-label={`Version of the prompt: ${name}`}
          allowDeselect={false}
          data={versionChoices(prompt)}
          value={String(prompt.version)}
          onChange={(version) => {
            if (version !== null) chooseVersion(Number(version))
          }}
        />
        <span className={classes.links}>
          {isChanged && (
            <Button size="xs" variant="subtle" onClick={() => set(prompt.text)}>
              Discard changes
            </Button>
          )}
          {draft !== prompt.bundled && (
            <Button size="xs" variant="default" onClick={() => set(prompt.bundled)}>
              Put in the bundled text
            </Button>
          )}
          <Button
            size="xs"
            aria-label={`Save the prompt: ${name}`}
            disabled={!isChanged || draft.trim() === ''}
            loading={save.isPending}
            onClick={() => {
              send(draft)
              save.mutate({ purpose: prompt.purpose, text: draft })
            }}
          >
            Save
          </Button>
        </span>
      </div>
    </div>
  )
}

function usePromptActions({ purpose }: Prompt) {
  const api = useApi()
  const queryClient = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const remember = (changed: Prompt) => {
    setProblem(null)
    queryClient.setQueryData(api.ai.prompts.queryKey(), (all) =>
      all?.map((prompt) => (prompt.purpose === purpose ? changed : prompt)),
    )
  }
  const save = useMutation(
    api.ai.savePrompt.mutationOptions({
      onSuccess: (changed) => {
        remember(changed)
        notify(`Version ${changed.version} saved and in use`)
      },
      onError: (error) => {
        if (isDefinedError(error) && error.code === 'PROMPT_INVALID') setProblem(problemWords(error.data))
        else notifyProblem(describeProblem(error))
      },
    }),
  )
  // Its name is no hook's.
  const { usePrompt: choice } = api.ai
  const choose = useMutation(
    choice.mutationOptions({
      onSuccess: remember,
      onError: (error) => notifyProblem(describeProblem(error)),
    }),
  )
  return { save, choose, problem }
}

function versionChoices({ versions }: Prompt) {
  return [
    { value: '0', label: 'Bundled text' },
    ...versions.map(({ version, savedAt }) => ({
      value: String(version),
      label: `Version ${version}, ${formatDateTime(savedAt)}`,
    })),
  ]
}

function problemWords({ missing, unknown }: { missing: readonly string[]; unknown: readonly string[] }): string {
  const list = (names: readonly string[]) => new Intl.ListFormat('en').format(names.map((name) => `{{${name}}}`))
  return [
    missing.length > 0 && `It lacks ${list(missing)}.`,
    unknown.length > 0 && `There is no place ${list(unknown)}.`,
    'Nothing was saved.',
  ]
    .filter((part) => part !== false)
    .join(' ')
}
