import { Button, Menu } from '@mantine/core'
import { IconClock, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PAUSED_FOR_GOOD, type Schedule } from '#shared/schedule.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatDateTime, formatIn } from '../../ui/format.ts'
import { notifyProblem } from '../../ui/notify.tsx'
import { useNow } from '../../ui/use-now.ts'
import classes from './schedule-line.module.css'

const HOUR_MS = 3_600_000

/** When discovery runs next by itself, and the way to hold it. `isHere`: this is the screen where it is changed. */
export function ScheduleLine({ isHere = false }: { readonly isHere?: boolean }) {
  const api = useApi()
  const client = useQueryClient()
  const now = useNow(30_000)
  const schedule = useQuery(api.schedule.get.queryOptions())
  const pause = useMutation(
    api.schedule.pause.mutationOptions({
      onSuccess: (after) => client.setQueryData(api.schedule.get.queryKey(), after),
      onError: (error) => notifyProblem(describeProblem(error)),
    }),
  )
  // Its place is kept: what stands below must not move under the pointer.
  if (!schedule.data) return <div className={classes.line} aria-hidden="true" />
  const { data } = schedule
  const isPaused = data.pausedUntil !== null && data.pausedUntil > now
  return (
    <div className={classes.line}>
      <IconClock size={15} stroke={1.8} aria-hidden="true" />
      <p className={classes.words}>
        {wordsOf(data, now)}{' '}
        {!isHere && (
          <Link to="/settings/schedule" className={classes.link}>
            Change
          </Link>
        )}
      </p>
      {isPaused ? (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlayerPlay size={12} aria-hidden="true" />}
          loading={pause.isPending}
          onClick={() => pause.mutate({ until: null })}
        >
          Resume
        </Button>
      ) : (
        data.isOn && <PauseMenu isBusy={pause.isPending} onPause={(until) => pause.mutate({ until })} />
      )}
    </div>
  )
}

function PauseMenu({ isBusy, onPause }: { readonly isBusy: boolean; readonly onPause: (until: number) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          loading={isBusy}
          leftSection={<IconPlayerPause size={12} aria-hidden="true" />}
        >
          Pause
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onPause(Date.now() + HOUR_MS)}>For an hour</Menu.Item>
        <Menu.Item onClick={() => onPause(tomorrowMorning())}>Until tomorrow</Menu.Item>
        <Menu.Item onClick={() => onPause(PAUSED_FOR_GOOD)}>Until I resume it</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function wordsOf(schedule: Schedule, now: number): string {
  if (schedule.problem !== null) return `The schedule cannot be used: ${schedule.problem}`
  if (!schedule.isOn) return 'Discovery runs only when you ask for it.'
  if (schedule.pausedUntil !== null && schedule.pausedUntil > now) {
    return schedule.pausedUntil >= PAUSED_FOR_GOOD
      ? 'The schedule is paused.'
      : `The schedule is paused until ${formatDateTime(schedule.pausedUntil)}.`
  }
  const [next] = schedule.nextAt
  if (next === undefined) return 'The schedule has no next run.'
  return `Next run ${formatIn(next, now)}, at ${formatDateTime(next)}.`
}

/** Seven in the morning of the next day, in this computer's zone. */
function tomorrowMorning(): number {
  const date = new Date()
  date.setDate(date.getDate() + 1)
  date.setHours(7, 0, 0, 0)
  return date.getTime()
}
