import { Button } from '@mantine/core'
import type { Delivery } from '#shared/notifications.ts'
import { ToneBadge } from '../../../../ui/tone-badge.tsx'
import { CHANNEL_WORDS, TYPE_WORDS } from '../../../notifications/index.ts'
import classes from './deliveries.module.css'
import { DELIVERY_STATE_WORDS, deliveryActions, deliveryParts } from './delivery-words.ts'
import type { useDeliveryActions } from './use-deliveries.ts'

/** One message on its way by one channel. */
export function DeliveryRow(props: {
  readonly delivery: Delivery
  readonly now: number
  readonly actions: ReturnType<typeof useDeliveryActions>
}) {
  const { delivery, now, actions } = props
  const { word, tone } = DELIVERY_STATE_WORDS[delivery.state]
  const { canSend, canDrop } = deliveryActions(delivery)
  const channel = CHANNEL_WORDS[delivery.channel]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.title}>{delivery.title}</p>
        <p className={classes.note}>
          {[channel, TYPE_WORDS[delivery.type], ...deliveryParts(delivery, now)].join(' · ')}
        </p>
        {delivery.reason !== null && delivery.state !== 'sent' && (
          <p className={classes.reason} data-failed={delivery.state === 'failed' || undefined}>
            {delivery.reason}
          </p>
        )}
        {delivery.mayBeDouble && (
          <p className={classes.note}>It may have arrived twice: nobody knows how an earlier try ended.</p>
        )}
      </div>
      <ToneBadge tone={tone}>{word}</ToneBadge>
      {(canSend || canDrop) && (
        <div className={classes.actions}>
          {canSend && (
            <Button
              size="compact-xs"
              variant="default"
              disabled={actions.isPending}
              aria-label={`Send “${delivery.title}” again by ${channel}`}
              onClick={() => actions.sendAgain(delivery)}
            >
              Send again
            </Button>
          )}
          {canDrop && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              disabled={actions.isPending}
              aria-label={`Drop “${delivery.title}” by ${channel}`}
              onClick={() => actions.drop(delivery)}
            >
              Drop
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
