import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconBell,
  IconBellFilled,
  IconBellRinging,
  IconDots,
  IconPencil,
  IconPin,
  IconPinFilled,
  IconTrash,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { SEARCH_NAME_MAX, type SavedSearch } from '#shared/searches.ts'
import { formatCount } from '../../ui/format.ts'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { AlertPanel } from './alert-panel.tsx'
import { misfitWords } from './misfit-words.ts'
import { countWords, editAddress, filterWords, searchAddress } from './search-words.ts'
import classes from './searches-page.module.css'
import { useSearchActions } from './use-searches.ts'

/** One saved search, with everything that can be done with it. */
export function SearchRow(props: {
  readonly search: SavedSearch
  readonly sourceNames: ReadonlyMap<string, string>
  readonly now: number
}) {
  const { search, now } = props
  const { update, remove } = useSearchActions()
  const [isRenaming, setRenaming] = useState(false)
  const [isAlertOpen, setAlertOpen] = useState(false)
  const menu = useRef<HTMLButtonElement>(null)
  const endRenaming = () => {
    setRenaming(false)
    requestAnimationFrame(() => menu.current?.focus())
  }
  const rename = (name: string) => {
    if (name !== search.name) update.mutate({ id: search.id, name })
    endRenaming()
  }
  return (
    <article className={classes.row} aria-label={search.name}>
      <div className={classes.head}>
        <div className={classes.words}>
          {isRenaming ? (
            <RenameForm name={search.name} onRename={rename} onCancel={endRenaming} />
          ) : (
            <Title search={search} />
          )}
          <p className={classes.note}>{filterWords(search, props.sourceNames)}</p>
          <p className={classes.note}>{countWords(search, now)}</p>
        </div>
        <div className={classes.actions}>
          <Tooltip label={search.isPinned ? 'Take it off the side bar' : 'Pin it to the side bar'}>
            <ActionIcon
              variant="subtle"
              {...(search.isPinned ? {} : { color: 'gray' })}
              size={28}
              aria-label={`Pin ${search.name} to the side bar`}
              aria-pressed={search.isPinned}
              onClick={() => update.mutate({ id: search.id, isPinned: !search.isPinned })}
            >
              {search.isPinned ? <IconPinFilled size={15} /> : <IconPin size={15} stroke={1.8} />}
            </ActionIcon>
          </Tooltip>
          <Tooltip label={search.alert === null ? 'Alert: off' : `Alert: from ${search.alert.least} new on`}>
            <ActionIcon
              variant="subtle"
              {...(search.alert === null ? { color: 'gray' } : {})}
              size={28}
              aria-label={`Alert of ${search.name}`}
              aria-expanded={isAlertOpen}
              onClick={() => setAlertOpen(!isAlertOpen)}
            >
              {search.alert === null ? <IconBell size={15} stroke={1.8} /> : <IconBellFilled size={15} />}
            </ActionIcon>
          </Tooltip>
          <Menu position="bottom-end" width={170}>
            <Menu.Target>
              <ActionIcon ref={menu} variant="subtle" color="gray" size={28} aria-label={`More for ${search.name}`}>
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setRenaming(true)}>
                Rename
              </Menu.Item>
              <Menu.Item
                leftSection={<IconAdjustmentsHorizontal size={14} />}
                renderRoot={(root) => <Link to="/jobs" search={editAddress(search)} {...root} />}
              >
                Edit filter
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => remove.mutate({ id: search.id })}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      {search.misfits.length > 0 && <p className={classes.misfit}>{misfitWords(search.misfits)}</p>}
      {isAlertOpen && <AlertPanel search={search} />}
    </article>
  )
}

function Title({ search }: { readonly search: SavedSearch }) {
  const { name, fresh, alerted } = search
  return (
    <div className={classes.title}>
      <Link to="/jobs" search={searchAddress(search)} className={classes.name}>
        {name}
      </Link>
      {fresh > 0 && (
        <ToneBadge
          tone="accent"
          {...(alerted > 0 ? { icon: IconBellRinging, title: `You were told of ${formatCount(alerted)}` } : {})}
        >
          {formatCount(fresh)} new
        </ToneBadge>
      )}
    </div>
  )
}

function focusField(field: HTMLInputElement | null): void {
  // The menu that it was opened from gives the focus back first.
  requestAnimationFrame(() => field?.focus())
}

function RenameForm(props: {
  readonly name: string
  readonly onRename: (name: string) => void
  readonly onCancel: () => void
}) {
  const [name, setName] = useState(props.name)
  return (
    <form
      className={classes.rename}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') props.onRename(name.trim())
      }}
    >
      <TextInput
        size="xs"
        aria-label="Name"
        maxLength={SEARCH_NAME_MAX}
        // The field is what "Rename" was pressed for.
        ref={focusField}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onCancel()
        }}
      />
      <Button type="submit" size="xs" disabled={name.trim() === ''}>
        Rename
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={props.onCancel}>
        Cancel
      </Button>
    </form>
  )
}
