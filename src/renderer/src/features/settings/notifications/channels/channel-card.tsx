import { Button } from '@mantine/core'
import { IconCheck, IconCircleDashed, IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CHANNEL_SECRETS, type ChannelView } from '#shared/notifications.ts'
import type { Secret } from '#shared/secrets.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { inSentences } from '../../../../ui/format.ts'
import { notifyProblem } from '../../../../ui/notify.tsx'
import { ToneBadge } from '../../../../ui/tone-badge.tsx'
import { useNow } from '../../../../ui/use-now.ts'
import { CHANNEL_WORDS } from '../../../notifications/index.ts'
import { KeyRow } from '../../key-row.tsx'
import classes from './channels.module.css'
import { channelFigures, lastFailureWords } from './channel-words.ts'

/** One way out of the app: whether it can carry anything, what it takes, a test, and how it fared. `children`: its fields. */
export function ChannelCard(props: {
  readonly view: ChannelView
  readonly secrets: readonly Secret[]
  readonly note: string
  readonly children?: ReactNode
}) {
  const { view, secrets } = props
  const name = CHANNEL_WORDS[view.channel]
  const secretName = view.channel === 'os' ? null : CHANNEL_SECRETS[view.channel]
  const secret = secrets.find((each) => each.name === secretName)
  return (
    <section
      id={`channel-${view.channel}`}
      className={classes.channel}
      aria-labelledby={`channel-${view.channel}-name`}
    >
      <div className={classes.head}>
        <h3 id={`channel-${view.channel}-name`} className={classes.name}>
          {name}
        </h3>
        {view.isReady ? (
          <ToneBadge tone="good" icon={IconCheck}>
            Ready
          </ToneBadge>
        ) : (
          <ToneBadge tone="plain" icon={IconCircleDashed}>
            {view.channel === 'os' ? 'Not here' : 'Not set up'}
          </ToneBadge>
        )}
      </div>
      <p className={classes.note}>{props.note}</p>
      {view.problem !== null && <p className={classes.missing}>{view.problem}</p>}
      {props.children}
      {secret && (
        <div className={classes.secret}>
          <KeyRow secret={secret} />
        </div>
      )}
      <Foot view={view} name={name} />
    </section>
  )
}

function Foot({ view, name }: { readonly view: ChannelView; readonly name: string }) {
  const api = useApi()
  const queryClient = useQueryClient()
  const now = useNow(60_000)
  const test = useMutation(
    api.notifications.test.mutationOptions({
      onError: (error) => notifyProblem(describeProblem(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.secrets.key() }),
    }),
  )
  const failure = lastFailureWords(view, now)
  return (
    <>
      <div className={classes.foot}>
        <p className={classes.figures}>{channelFigures(view, now).join(' · ')}</p>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSend size={13} aria-hidden="true" />}
          disabled={!view.isReady}
          loading={test.isPending}
          aria-label={`Send a test by ${name}`}
          onClick={() => test.mutate({ channel: view.channel })}
        >
          Send a test
        </Button>
      </div>
      <output className={classes.result} data-bad={test.data?.isOk === false || undefined}>
        {test.data &&
          !test.isPending &&
          inSentences([test.data.isOk ? 'It works' : 'It does not work', test.data.message])}
      </output>
      {failure !== null && <p className={classes.note}>{failure}</p>}
    </>
  )
}
