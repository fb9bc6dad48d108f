import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Delivery } from '#shared/notifications.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { notify, notifyProblem, notifyUndo } from '../../../../ui/notify.tsx'
import { dropWords, sendWords } from './delivery-words.ts'

const PAGE = 50
const LIMIT_MAX = 200

export const DELIVERY_CHOICES = ['all', 'waiting', 'failed', 'sent'] as const
export type DeliveryChoice = (typeof DELIVERY_CHOICES)[number]

const STATES: Readonly<Record<DeliveryChoice, Delivery['state'][]>> = {
  all: [],
  waiting: ['waiting', 'sending'],
  failed: ['failed'],
  sent: ['sent'],
}

/** What is on its way and what was sent, the latest first. */
export function useDeliveries(choice: DeliveryChoice, pages: number) {
  const api = useApi()
  const limit = Math.min(pages * PAGE, LIMIT_MAX)
  const query = useQuery({
    ...api.notifications.deliveries.queryOptions({ input: { states: STATES[choice], limit } }),
    placeholderData: keepPreviousData,
  })
  return { query, hasMore: limit < LIMIT_MAX && (query.data?.total ?? 0) > limit }
}

export function useDeliveryActions() {
  const api = useApi()
  const queryClient = useQueryClient()
  const options = {
    onError: (error: Error) => notifyProblem(describeProblem(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.notifications.key() }),
  }
  const send = useMutation(api.notifications.sendAgain.mutationOptions(options))
  const drop = useMutation(api.notifications.drop.mutationOptions(options))
  return {
    isPending: send.isPending || drop.isPending,
    sendAgain: ({ id }: Delivery) => send.mutate({ id }, { onSuccess: (after) => notify(sendWords(after)) }),
    drop: (seen: Delivery) => {
      const { id } = seen
      const onSuccess = (after: Delivery) => {
        const { word, canUndo } = dropWords(seen, after)
        if (canUndo) notifyUndo(word, () => send.mutate({ id }))
        else notify(word)
      }
      drop.mutate({ id }, { onSuccess })
    },
  }
}
