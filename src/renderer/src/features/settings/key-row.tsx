import { Button, PasswordInput } from '@mantine/core'
import { IconCheck, IconCircleDashed, IconTerminal2, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Secret, SecretsView } from '#shared/secrets.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatAgo, inSentences } from '../../ui/format.ts'
import { notify, notifyProblem } from '../../ui/notify.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { useNow } from '../../ui/use-now.ts'
import classes from './keys-page.module.css'

/** One key: whether it is set, where it lies, how it fared; to set, test and delete. */
export function KeyRow({ secret }: { readonly secret: Secret }) {
  const api = useApi()
  const queryClient = useQueryClient()
  const [value, setValue] = useState('')
  const [isAsked, setAsked] = useState(false)
  const remember = (view: SecretsView) => {
    queryClient.setQueryData(api.secrets.list.queryKey(), view)
    void queryClient.invalidateQueries({ queryKey: api.discovery.sources.key() })
    void queryClient.invalidateQueries({ queryKey: api.notifications.channels.key() })
  }
  const onError = (error: Error) => notifyProblem(describeProblem(error))
  const set = useMutation(
    api.secrets.set.mutationOptions({
      onError,
      onSuccess: (view) => {
        remember(view)
        setValue('')
        notify(`${secret.label} saved`)
      },
    }),
  )
  const remove = useMutation(
    api.secrets.remove.mutationOptions({
      onError,
      onSuccess: (view) => {
        remember(view)
        setAsked(false)
        notify(`${secret.label} deleted`)
      },
    }),
  )
  const test = useMutation(
    api.secrets.test.mutationOptions({
      onError,
      onSettled: () => void queryClient.invalidateQueries({ queryKey: api.secrets.key() }),
    }),
  )
  const isStored = secret.isSet && secret.origin !== 'environment'
  return (
    <fieldset className={classes.key} aria-labelledby={`key-${secret.name}`}>
      <div className={classes.head}>
        <h3 className={classes.name} id={`key-${secret.name}`}>
          {secret.label}
        </h3>
        <KeyState secret={secret} />
      </div>
      <p className={classes.note}>
        For {new Intl.ListFormat('en').format(secret.usedBy)}, as <code>{secret.name}</code>.{' '}
        {secret.helpUrl !== '' && <OutsideLink href={secret.helpUrl}>Where to get one</OutsideLink>}
      </p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (value.trim() !== '') set.mutate({ name: secret.name, value })
        }}
      >
        <PasswordInput
          className={classes.value ?? ''}
          size="xs"
          autoComplete="off"
          aria-label={secret.label}
          placeholder={isStored ? 'Paste a new one to replace it' : 'Paste it here'}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={value.trim() === ''} loading={set.isPending}>
          Save
        </Button>
        {secret.isSet && (
          <Button
            size="xs"
            variant="default"
            loading={test.isPending}
            aria-label={`Test ${secret.label}`}
            onClick={() => test.mutate({ name: secret.name })}
          >
            Test
          </Button>
        )}
        {isStored && (
          <Button
            size="xs"
            variant={isAsked ? 'filled' : 'default'}
            color={isAsked ? 'red' : 'gray'}
            loading={remove.isPending}
            aria-label={`Delete ${secret.label}`}
            onClick={() => (isAsked ? remove.mutate({ name: secret.name }) : setAsked(true))}
            onBlur={() => setAsked(false)}
          >
            {isAsked ? 'Delete for good' : 'Delete'}
          </Button>
        )}
      </form>
      <output className={classes.note}>
        {test.data &&
          !test.isPending &&
          inSentences([test.data.isOk ? 'It works' : 'It does not work', test.data.message])}
      </output>
      <History secret={secret} />
    </fieldset>
  )
}

function KeyState({ secret }: { readonly secret: Secret }) {
  if (!secret.isSet) {
    return (
      <ToneBadge tone="plain" icon={IconCircleDashed}>
        Not set
      </ToneBadge>
    )
  }
  if (secret.lastTest?.isOk === false) {
    return (
      <ToneBadge tone="bad" icon={IconX}>
        Refused
      </ToneBadge>
    )
  }
  return secret.origin === 'environment' ? (
    <ToneBadge tone="good" icon={IconTerminal2}>
      From the environment
    </ToneBadge>
  ) : (
    <ToneBadge tone="good" icon={IconCheck}>
      Set
    </ToneBadge>
  )
}

function History({ secret }: { readonly secret: Secret }) {
  const now = useNow(60_000)
  const { setAt, lastUsedAt, lastTest } = secret
  const said = [
    setAt !== null && `saved ${formatAgo(setAt, now)}`,
    lastUsedAt !== null && `last used ${formatAgo(lastUsedAt, now)}`,
    lastTest !== null && `tested ${formatAgo(lastTest.at, now)}: ${lastTest.message}`,
  ].filter((part) => part !== false)
  return said.length === 0 ? null : <p className={classes.note}>{said.join(' · ')}</p>
}
