import { Autocomplete, Button, TextInput } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AiProviderView } from '#shared/ai.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { OutsideLink } from '../../../ui/outside-link.tsx'
import { FigureRow } from '../figure-row.tsx'
import { useDraft } from '../use-draft.ts'
import { useSaveSettings } from '../use-settings.ts'
import classes from './ai.module.css'
import { PriceForm } from './price-form.tsx'

interface ProviderBodyProps {
  readonly view: AiProviderView
  readonly settings: Settings
}

const PRESETS = [
  { name: 'Ollama', url: 'http://localhost:11434/v1' },
  { name: 'LM Studio', url: 'http://localhost:1234/v1' },
] as const

/** Everything about a provider beyond its switch: key, model, price, address, allowance, a test. */
export function ProviderBody({ view, settings }: ProviderBodyProps) {
  const { save, issues } = useSaveAi()
  const { id, name } = view
  const api = useApi()
  const queryClient = useQueryClient()
  const test = useMutation(
    api.ai.test.mutationOptions({ onSettled: () => void queryClient.invalidateQueries({ queryKey: api.ai.key() }) }),
  )
  const told = test.data?.models ?? []
  const model = view.models.find((candidate) => candidate.id === view.model)
  return (
    <div className={classes.body}>
      <p className={classes.note}>
        {keyWords(view)}{' '}
        <Link to="/settings/keys" className={classes.inText}>
          {view.hasKey ? 'Look at the keys' : 'Add a key'}
        </Link>{' '}
        {view.keyUrl !== '' && !view.hasKey && <OutsideLink href={view.keyUrl}>Where to get one</OutsideLink>}
      </p>
      <ModelField
        view={view}
        names={[...new Set([...view.models.map((known) => known.id), ...told])]}
        onChange={(chosen) => {
          const { [id]: _before, ...others } = settings.aiModels
          void save({ aiModels: chosen === '' ? others : { ...others, [id]: chosen } })
        }}
      />
      {model !== undefined && <PriceForm key={model.id} view={view} model={model} settings={settings} save={save} />}
      <AddressField
        view={view}
        issue={issues.aiBaseUrls}
        onChange={(url) => {
          const { [id]: _before, ...others } = settings.aiBaseUrls
          void save({ aiBaseUrls: url === '' ? others : { ...others, [id]: url } })
        }}
      />
      <div className={classes.flush}>
        <FigureRow
          name="Requests a minute"
          note={`Most that ${name} is asked. What comes sooner waits or goes to the next provider.`}
          value={view.requestsPerMinute}
          step={1}
          issue={issues.aiRequestsPerMinute}
          onChange={(count) => void save({ aiRequestsPerMinute: { ...settings.aiRequestsPerMinute, [id]: count } })}
        />
      </div>
      <div className={classes.foot}>
        <span className={classes.note}>
          A test asks for the list of models. It costs nothing and sends nothing of yours.
        </span>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlugConnected size={13} aria-hidden="true" />}
          loading={test.isPending}
          aria-label={`Test ${name}`}
          onClick={() => test.mutate({ provider: id })}
        >
          Test
        </Button>
      </div>
      <output className={classes.answer}>
        {test.data && !test.isPending && `${test.data.isOk ? 'It works.' : 'It does not work.'} ${test.data.message}`}
        {test.error && describeProblem(test.error).message}
      </output>
    </div>
  )
}

/** Saves settings, and asks again what follows from them. */
function useSaveAi() {
  const api = useApi()
  const queryClient = useQueryClient()
  const { save, issues } = useSaveSettings()
  return {
    issues,
    save: async (patch: Partial<Settings>) => {
      const isSaved = await save(patch)
      if (isSaved) await queryClient.invalidateQueries({ queryKey: api.ai.key() })
      return isSaved
    },
  }
}

function keyWords({ id, hasKey, name }: AiProviderView): string {
  if (hasKey) return 'Its key is set.'
  return id === 'compatible' ? 'Most local servers need no key.' : `${name} needs a key of yours.`
}

function ModelField(props: {
  readonly view: AiProviderView
  readonly names: readonly string[]
  readonly onChange: (model: string) => void
}) {
  const { view } = props
  const { draft, set } = useDraft(view.model)
  const take = (value: string) => {
    const chosen = value.trim()
    if (chosen !== view.model) props.onChange(chosen)
  }
  return (
    <Autocomplete
      size="xs"
      label="Model"
      aria-label={`Model of ${view.name}`}
      description="One of the list, or the name of any other. A test fetches the names that the key can use."
      placeholder="The name of a model"
      spellCheck={false}
      data={[...props.names]}
      value={draft}
      onChange={set}
      onOptionSubmit={take}
      onBlur={() => take(draft)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(draft)
      }}
    />
  )
}

function addressWords({ id }: AiProviderView): string {
  const words = id === 'compatible' ? 'This is no web address.' : 'This is no web address that begins with https.'
  return `${words} Nothing was saved.`
}

function AddressField(props: {
  readonly view: AiProviderView
  readonly issue: string | undefined
  readonly onChange: (url: string) => void
}) {
  const { view } = props
  const { draft, set } = useDraft(view.baseUrl)
  const take = (value: string) => {
    const url = value.trim()
    if (url !== view.baseUrl) props.onChange(url)
  }
  return (
    <div className={classes.fields}>
      <TextInput
        size="xs"
        className={classes.wide ?? ''}
        label="Address"
        aria-label={`Address of ${view.name}`}
        description={
          view.id === 'compatible'
            ? 'Of any server that speaks as OpenAI does. It may be one of this computer or your network.'
            : 'Leave it empty for the provider’s own. It must be a public one.'
        }
        spellCheck={false}
        value={draft}
        error={props.issue && addressWords(view)}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={() => take(draft)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(draft)
        }}
      />
      {view.id === 'compatible' &&
        PRESETS.map(({ name, url }) => (
          <Button key={name} size="xs" variant="default" onClick={() => props.onChange(url)}>
            {name}
          </Button>
        ))}
    </div>
  )
}
