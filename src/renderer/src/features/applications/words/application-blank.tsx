import { Button } from '@mantine/core'
import { IconBriefcase, IconFilterOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Blank } from '../../../ui/blank.tsx'

/** Nothing to show: there is no application at all, or the filters leave none. */
export function ApplicationBlank(props: {
  readonly hasFilters: boolean
  readonly onClear: () => void
  readonly onNew: () => void
}) {
  if (props.hasFilters) {
    return (
      <Blank
        icon={IconFilterOff}
        title="No application matches all of this"
        actions={
          <Button size="xs" onClick={props.onClear}>
            Clear filters
          </Button>
        }
      >
        Take a filter off, or try fewer words.
      </Blank>
    )
  }
  return (
    <Blank
      icon={IconBriefcase}
      title="No applications yet"
      actions={
        <>
          <Button size="xs" renderRoot={(root) => <Link to="/jobs" {...root} />}>
            Find a job
          </Button>
          <Button size="xs" variant="default" onClick={props.onNew}>
            Add one you have sent
          </Button>
          <Button size="xs" variant="default" renderRoot={(root) => <Link to="/applications/import" {...root} />}>
            Import from a tracker
          </Button>
        </>
      }
    >
      Open a job and press “I have applied”, or add one that you found elsewhere. It is kept here with everything that
      happens.
    </Blank>
  )
}
