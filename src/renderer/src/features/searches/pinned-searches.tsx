import { Tooltip } from '@mantine/core'
import { IconBellRinging, IconPin } from '@tabler/icons-react'
import { Link, useRouterState, type LinkProps } from '@tanstack/react-router'
import type { SavedSearch } from '#shared/searches.ts'
import { formatCount } from '../../ui/format.ts'
import classes from './pinned-searches.module.css'
import { useSavedSearches } from './use-searches.ts'

const COUNT_SHOWN_MAX = 999

/** The address under which a saved search opens. */
export type AddressOf = (search: SavedSearch) => Pick<LinkProps, 'to' | 'search'>

/** The pinned searches, each with the number of its new jobs. Nothing while there are none. */
export function PinnedSearches({ addressOf }: { readonly addressOf: AddressOf }) {
  const { data } = useSavedSearches()
  const openId = useRouterState({
    select: ({ location }) => (location.pathname === '/jobs' ? Number(location.search.search) : null),
  })
  const pinned = data?.filter(({ isPinned }) => isPinned) ?? []
  if (pinned.length === 0) return null
  return (
    <nav aria-label="Pinned searches" className={classes.list}>
      {pinned.map((search) => (
        <PinnedSearch key={search.id} search={search} address={addressOf(search)} isOpen={search.id === openId} />
      ))}
    </nav>
  )
}

function PinnedSearch(props: {
  readonly search: SavedSearch
  readonly address: ReturnType<AddressOf>
  readonly isOpen: boolean
}) {
  const { name, fresh, alerted } = props.search
  const PinIcon = alerted > 0 ? IconBellRinging : IconPin
  const count = fresh > COUNT_SHOWN_MAX ? `${formatCount(COUNT_SHOWN_MAX)}+` : formatCount(fresh)
  // As it is read on screen, so that who speaks what stands there is understood.
  const label = fresh === 0 ? name : `${name} ${count} new ${fresh === 1 ? 'job' : 'jobs'}`
  return (
    <Tooltip position="right" label={label} openDelay={400}>
      <Link
        {...props.address}
        className={classes.link}
        aria-label={label}
        aria-current={props.isOpen || undefined}
        activeProps={{}}
      >
        <span className={classes.icon}>
          <PinIcon size={15} stroke={1.7} aria-hidden="true" />
        </span>
        <span className={classes.name}>{name}</span>{' '}
        {fresh > 0 && (
          <span className={classes.count} data-told={alerted > 0 || undefined}>
            {count}
          </span>
        )}
      </Link>
    </Tooltip>
  )
}
