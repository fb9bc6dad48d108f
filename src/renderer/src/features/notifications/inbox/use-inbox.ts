import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { notify, notifyProblem, notifyUndo } from '../../../ui/notify.tsx'

const PAGE = 50
/** As many as can be new at one time and still be told of one by one. */
const LATEST = 10
/** The contract takes so many ids at once. */
const IDS_MAX = 10_000

/** What is in the inbox, page by page, the newest first. */
export function useInbox(isUnreadOnly: boolean) {
  const api = useApi()
  return useInfiniteQuery({
    ...api.notifications.inbox.infiniteOptions({
      input: (before: number | null) => ({ isUnreadOnly, before, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ notifications }) =>
        notifications.length < PAGE ? undefined : (notifications.at(-1)?.id ?? undefined),
    }),
    placeholderData: keepPreviousData,
  })
}

/** The latest unread ones and how many there are. */
export function useUnread() {
  const api = useApi()
  return useQuery(api.notifications.inbox.queryOptions({ input: { isUnreadOnly: true, before: null, limit: LATEST } }))
}

/** Marks as read and unread; all at once with a way back. */
export function useReadMarks() {
  const api = useApi()
  const queryClient = useQueryClient()
  const { mutate, mutateAsync, isPending } = useMutation(
    api.notifications.setRead.mutationOptions({
      onError: (error) => notifyProblem(describeProblem(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.notifications.inbox.key() }),
    }),
  )
  const undo = async (ids: readonly number[]) => {
    for (let from = 0; from < ids.length; from += IDS_MAX) {
      await mutateAsync({ ids: ids.slice(from, from + IDS_MAX), isRead: false })
    }
  }
  return {
    isPending,
    setRead: (id: number, isRead: boolean) => mutate({ ids: [id], isRead }),
    readAll: () =>
      mutate(
        { ids: null, isRead: true },
        {
          onSuccess: ({ changed }) => {
            if (changed.length === 0) notify('All of them are read already')
            else
              notifyUndo(`${formatQuantity(changed.length, ['message', 'messages'])} marked as read`, () => {
                // What fails is told by the mutation itself.
                void undo(changed).catch(() => undefined)
              })
          },
        },
      ),
  }
}
