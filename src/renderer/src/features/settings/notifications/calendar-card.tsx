import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { copyText } from '../../../ui/copy-text.ts'
import { formatAgo } from '../../../ui/format.ts'
import { notify, notifyProblem } from '../../../ui/notify.tsx'
import { Card } from '../../../ui/page.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useSaveSettings } from '../use-settings.ts'
import classes from './notifications.module.css'
import { SwitchRow } from './rows.tsx'

const LOOK_MS = 5000

/** The file that calendars on this computer can follow. */
export function CalendarCard({ settings }: { readonly settings: Settings }) {
  const api = useApi()
  const queryClient = useQueryClient()
  const { save } = useSaveSettings()
  const change = async (isCalendarFileOn: boolean) => {
    await save({ isCalendarFileOn })
    await queryClient.invalidateQueries({ queryKey: api.applicationTransfer.calendarFile.key() })
  }
  return (
    <Card>
      <SwitchRow
        name="Calendar file"
        note="Every interview, deadline and follow-up in one file that is kept up to date. Calendar programs on this computer can subscribe to it."
        isOn={settings.isCalendarFileOn}
        onChange={(isOn) => void change(isOn)}
      />
      {settings.isCalendarFileOn && <FileLine />}
    </Card>
  )
}

function FileLine() {
  const api = useApi()
  const now = useNow(30_000)
  // It is written a moment after what changed; no event tells of it.
  const { data } = useQuery(api.applicationTransfer.calendarFile.queryOptions({ refetchInterval: LOOK_MS }))
  if (!data) return null
  const { path, writtenAt, problem } = data
  const copy = async () => {
    if (await copyText(path)) notify('The path is copied')
    else notifyProblem({ title: 'Not copied', message: 'The clipboard is not available here.' })
  }
  return (
    <div className={classes.file}>
      <div>
        <code className={classes.path}>{path}</code>
        <p className={classes.written}>
          {writtenAt === null ? 'Not written yet; it is in a moment.' : `Written ${formatAgo(writtenAt, now)}.`}
        </p>
        {problem !== null && <p className={classes.problem}>{problem}</p>}
      </div>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={13} aria-hidden="true" />}
        onClick={() => void copy()}
      >
        Copy the path
      </Button>
    </div>
  )
}
