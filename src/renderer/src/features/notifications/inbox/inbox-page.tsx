import { Button, Loader, Switch } from '@mantine/core'
import { IconChecks, IconInbox } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { formatCount, formatQuantity } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { InboxDays } from './inbox-list.tsx'
import classes from './inbox.module.css'
import { useInbox, useReadMarks } from './use-inbox.ts'

/** Everything the app has told, by day, whatever else it went through. */
export function InboxPage() {
  const [isUnreadOnly, setUnreadOnly] = useState(false)
  const inbox = useInbox(isUnreadOnly)
  const marks = useReadMarks()
  const first = inbox.data?.pages[0]
  const notifications = inbox.data?.pages.flatMap((page) => page.notifications) ?? []
  return (
    <Page
      title="Inbox"
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconChecks size={14} aria-hidden="true" />}
          disabled={(first?.unread ?? 0) === 0}
          loading={marks.isPending}
          onClick={marks.readAll}
        >
          Mark all as read
        </Button>
      }
    >
      <title>{(first?.unread ?? 0) > 0 ? `Inbox (${first?.unread}) · Career Copilot` : 'Inbox · Career Copilot'}</title>
      {inbox.error && !inbox.data && (
        <ProblemBlank {...describeProblem(inbox.error)} onRetry={() => void inbox.refetch()} />
      )}
      {inbox.isPending && (
        <output aria-label="Loading the inbox">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {first && (
        <>
          <div className={classes.tools}>
            <output className={classes.count}>
              {first.unread === 0 ? 'Nothing unread' : `${formatCount(first.unread)} unread`}
              {!isUnreadOnly && first.total > 0 && ` of ${formatCount(first.total)}`}
            </output>
            <Switch
              label="Only unread"
              checked={isUnreadOnly}
              onChange={(event) => setUnreadOnly(event.currentTarget.checked)}
            />
            <Link to="/settings/notifications" className={classes.settings}>
              How this reaches me
            </Link>
          </div>
          {notifications.length === 0 ? (
            <NoMessages isUnreadOnly={isUnreadOnly} onShowAll={() => setUnreadOnly(false)} />
          ) : (
            <InboxDays notifications={notifications} onSetRead={marks.setRead} />
          )}
          {inbox.hasNextPage && (
            <div className={classes.more}>
              <Button
                size="xs"
                variant="default"
                loading={inbox.isFetchingNextPage}
                onClick={() => void inbox.fetchNextPage()}
              >
                Show earlier ones
              </Button>
              <span className={classes.count}>
                {formatQuantity(notifications.length, ['message', 'messages'])} shown
              </span>
            </div>
          )}
        </>
      )}
    </Page>
  )
}

function NoMessages(props: { readonly isUnreadOnly: boolean; readonly onShowAll: () => void }) {
  if (props.isUnreadOnly) {
    return (
      <Blank
        icon={IconChecks}
        title="You have read everything"
        actions={
          <Button size="xs" variant="default" onClick={props.onShowAll}>
            Show all
          </Button>
        }
      />
    )
  }
  return (
    <Blank
      icon={IconInbox}
      title="Nothing has been told yet"
      actions={
        <Button size="xs" renderRoot={(root) => <Link to="/settings/notifications" {...root} />}>
          Choose what reaches you
        </Button>
      }
    >
      New jobs that fit, reminders, interviews and briefings arrive here, whatever other ways you set up.
    </Blank>
  )
}
