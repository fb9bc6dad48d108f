import { Button } from '@mantine/core'
import { IconEyeOff, IconFilterOff, IconRadar2, IconSend, IconStar } from '@tabler/icons-react'
import { Blank } from '../../../ui/blank.tsx'
import { useRunControl } from '../../discover/index.ts'
import type { JobsView } from '../view/jobs-url.ts'

const SAMPLE = 'sample'

/** Why the list is empty, and the way out of it. */
export function ListBlank(props: {
  readonly mark: JobsView['mark']
  readonly hasFilters: boolean
  readonly onClear: () => void
}) {
  if (props.hasFilters) {
    return (
      <Blank
        icon={IconFilterOff}
        title="No job matches all of this"
        actions={
          <Button size="xs" onClick={props.onClear}>
            Clear filters
          </Button>
        }
      >
        Take a filter off, or try fewer words. Jobs that do not state a fact are left out when you filter by it.
      </Blank>
    )
  }
  if (props.mark === 'saved') {
    return (
      <Blank icon={IconStar} title="Nothing saved yet">
        Press S on a job you like, and it waits for you here.
      </Blank>
    )
  }
  if (props.mark === 'applied') {
    return (
      <Blank icon={IconSend} title="Nothing applied for yet">
        Open a job and say “I have applied”: it is listed here, and on the board of applications.
      </Blank>
    )
  }
  if (props.mark === 'hidden') {
    return (
      <Blank icon={IconEyeOff} title="Nothing hidden">
        Jobs you hide move here. You can bring them back at any time.
      </Blank>
    )
  }
  return <NoJobsYet />
}

function NoJobsYet() {
  const run = useRunControl()
  if (run.active) {
    return (
      <Blank icon={IconRadar2} title="The first jobs are on their way">
        They appear here as soon as they are read.
      </Blank>
    )
  }
  return (
    <Blank
      icon={IconRadar2}
      title="No jobs yet"
      actions={
        <>
          <Button size="xs" loading={run.isStarting} onClick={() => run.start([])}>
            Run discovery
          </Button>
          <Button size="xs" variant="default" disabled={run.isStarting} onClick={() => run.start([SAMPLE])}>
            Load sample jobs
          </Button>
        </>
      }
    >
      Discovery reads the sources you have switched on. Sample jobs are invented and work offline.
    </Blank>
  )
}
