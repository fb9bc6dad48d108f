import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconBell,
  IconBookmark,
  IconBriefcase,
  IconBuildingCommunity,
  IconFileText,
  IconLayoutKanban,
  IconRadar2,
  IconSearch,
  IconStar,
  IconSunrise,
  IconTargetArrow,
  IconUser,
  type Icon,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState, type LinkProps } from '@tanstack/react-router'
import { useApi } from '../bridge/api.tsx'
import { RunIndicator } from '../features/discover/index.ts'
import { useUnread } from '../features/notifications/inbox/use-inbox.ts'
import { PinnedSearches } from '../features/searches/pinned-searches.tsx'
import { Keys } from '../ui/keys.tsx'
import { addressOf } from './search-address.ts'
import classes from './sidebar.module.css'

const UNREAD_SHOWN_MAX = 99

interface Room {
  readonly label: string
  readonly icon: Icon
  readonly keys: string
  readonly link: Pick<LinkProps, 'to' | 'search'>
  readonly isHere: (path: string, show: unknown) => boolean
  /** How many messages are unread stands beside it. */
  readonly hasUnread?: boolean
}

const ROOMS: readonly Room[] = [
  {
    label: 'Today',
    icon: IconSunrise,
    keys: 'g t',
    link: { to: '/briefing' },
    isHere: (path) => path.startsWith('/briefing'),
  },
  {
    label: 'Inbox',
    icon: IconBell,
    keys: 'g i',
    link: { to: '/inbox' },
    isHere: (path) => path === '/inbox',
    hasUnread: true,
  },
  {
    label: 'For you',
    icon: IconTargetArrow,
    keys: 'g f',
    link: { to: '/for-you' },
    isHere: (path) => path.startsWith('/for-you'),
  },
  {
    label: 'Jobs',
    icon: IconBriefcase,
    keys: 'g j',
    link: { to: '/jobs' },
    isHere: (path, show) => path === '/jobs' && show !== 'saved',
  },
  {
    label: 'Saved',
    icon: IconStar,
    keys: 'g v',
    link: { to: '/jobs', search: { show: 'saved' } },
    isHere: (path, show) => path === '/jobs' && show === 'saved',
  },
  {
    label: 'Applications',
    icon: IconLayoutKanban,
    keys: 'g a',
    link: { to: '/applications' },
    isHere: (path) => path.startsWith('/applications'),
  },
  {
    label: 'Documents',
    icon: IconFileText,
    keys: 'g w',
    link: { to: '/documents' },
    isHere: (path) => path.startsWith('/documents'),
  },
  {
    label: 'Searches',
    icon: IconBookmark,
    keys: 'g b',
    link: { to: '/searches' },
    isHere: (path) => path === '/searches',
  },
  {
    label: 'Discover',
    icon: IconRadar2,
    keys: 'g d',
    link: { to: '/discover' },
    isHere: (path) => path.startsWith('/discover'),
  },
  {
    label: 'Employers',
    icon: IconBuildingCommunity,
    keys: 'g e',
    link: { to: '/employers' },
    isHere: (path) => path === '/employers',
  },
  {
    label: 'Profile',
    icon: IconUser,
    keys: 'g p',
    link: { to: '/profile' },
    isHere: (path) => path === '/profile' || path.startsWith('/profile/'),
  },
  {
    label: 'Settings',
    icon: IconAdjustmentsHorizontal,
    keys: 'g s',
    link: { to: '/settings' },
    isHere: (path) => path.startsWith('/settings'),
  },
]

export function Sidebar({ onOpenPalette }: { readonly onOpenPalette: () => void }) {
  const here = useRouterState({ select: ({ location }) => ({ path: location.pathname, show: location.search.show }) })
  const unread = useUnread()
  return (
    <aside className={classes.sidebar} aria-label="Side bar">
      <div className={classes.brand}>
        <Logo />
        <span className={classes.name}>Career Copilot</span>
      </div>
      <UnstyledButton className={classes.palette} onClick={onOpenPalette}>
        <IconSearch size={15} stroke={1.8} aria-hidden="true" />
        <span className={classes.word}>Find an action</span>
        <span className={classes.word}>
          <Keys keys="mod+k" />
        </span>
      </UnstyledButton>
      <nav aria-label="Main" className={classes.nav}>
        {ROOMS.map((room) => (
          <RoomLink
            key={room.label}
            room={room}
            isHere={room.isHere(here.path, here.show)}
            unread={room.hasUnread === true ? (unread.data?.unread ?? 0) : 0}
          />
        ))}
      </nav>
      <PinnedSearches addressOf={addressOf} />
      <div className={classes.foot}>
        <RunIndicator />
        <Version />
      </div>
    </aside>
  )
}

function RoomLink(props: { readonly room: Room; readonly isHere: boolean; readonly unread: number }) {
  const { room, isHere, unread } = props
  const { label, icon: RoomIcon, keys } = room
  const shown = unread > UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : String(unread)
  const name = unread === 0 ? label : `${label} ${shown} unread`
  return (
    <Tooltip position="right" label={<RoomHint label={name} keys={keys} />}>
      <Link
        {...room.link}
        className={classes.item}
        aria-label={name}
        aria-current={isHere ? 'page' : undefined}
        activeProps={{}}
      >
        <RoomIcon size={17} stroke={1.7} aria-hidden="true" />
        <span className={classes.word}>{label}</span>
        {unread > 0 && <span className={classes.unread} data-count={shown} />}
      </Link>
    </Tooltip>
  )
}

function RoomHint({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <span className={classes.hint}>
      {label} <Keys keys={keys} />
    </span>
  )
}

function Version() {
  const api = useApi()
  const { data } = useQuery(api.health.get.queryOptions())
  return <span className={classes.version}>{data ? `Version ${data.version}` : ' '}</span>
}

function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#5a61d6" />
      <path d="M9 21.5 16 8l7 13.5-7-3.6z" fill="#fff" />
    </svg>
  )
}
