import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { SEARCH_NAME_MAX } from '#shared/searches.ts'
import { useCommands } from '../../ui/commands.tsx'
import { notifyUndo } from '../../ui/notify.tsx'
import { toFilter, type Chip, type JobsView } from '../jobs/index.ts'
import classes from './save-search.module.css'
import { suggestName } from './search-name.ts'
import { useSearchActions } from './use-searches.ts'

interface SaveProps {
  readonly view: JobsView
  readonly chips: readonly Chip[]
  /** Shows what was saved as the search that it now is. */
  readonly onSaved: (place: Pick<JobsView, 'searchId' | 'newSince'>) => void
}

/** Keeps what the jobs screen asks for, under a name. */
export function SaveSearch(props: SaveProps) {
  const [isOpen, setOpen] = useState(false)
  useCommands([{ id: 'search.save', group: 'Jobs', label: 'Save this search', keys: 'b', run: () => setOpen(true) }])
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconBookmarkPlus size={15} stroke={1.8} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        Save this search
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="Save this search" size="sm">
        <SaveForm {...props} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function SaveForm({ view, chips, onSaved, onClose }: SaveProps & { readonly onClose: () => void }) {
  const [name, setName] = useState(() => suggestName(chips, view.mark))
  const [isPinned, setPinned] = useState(true)
  const [hasAlert, setAlert] = useState(false)
  const { create, remove } = useSearchActions()
  const save = () =>
    create.mutate(
      { name, filter: toFilter(view), sort: view.sort, isPinned, alert: hasAlert ? { least: 1 } : null },
      {
        onSuccess: ({ id, name: savedName, lookedAt }) => {
          onClose()
          onSaved({ searchId: id, newSince: lookedAt })
          notifyUndo(`Saved as “${savedName}”`, () => {
            onSaved({ searchId: null, newSince: null })
            remove.mutate({ id })
          })
        },
      },
    )
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') save()
      }}
    >
      <TextInput
        label="Name"
        data-autofocus
        maxLength={SEARCH_NAME_MAX}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Checkbox
        label="Pin it to the side bar"
        description="With the number of jobs that are new since you looked."
        checked={isPinned}
        onChange={(event) => setPinned(event.currentTarget.checked)}
      />
      <Checkbox
        label="Tell me about new jobs"
        description="From how many on is set on the page of your searches."
        checked={hasAlert}
        onChange={(event) => setAlert(event.currentTarget.checked)}
      />
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
          Save
        </Button>
      </Group>
    </form>
  )
}
