import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../bridge/api.tsx'
import { formatCount } from '../../ui/format.ts'
import { PageTabs } from '../../ui/page-tabs.tsx'

const TABS = [
  { to: '/settings', name: 'General' },
  { to: '/settings/sources', name: 'Sources' },
  { to: '/settings/schedule', name: 'Schedule' },
  { to: '/settings/keys', name: 'Keys' },
  { to: '/settings/ai', name: 'AI' },
  { to: '/settings/sponsors', name: 'Sponsors' },
] as const

/** Messages that could not be sent are told on their tab, where they can be sent again. */
export function SettingsTabs() {
  const api = useApi()
  const failed = useQuery(api.notifications.deliveries.queryOptions({ input: { states: ['failed'], limit: 1 } }))
  const count = failed.data?.total ?? 0
  const name = count === 0 ? 'Notifications' : `Notifications (${formatCount(count)} failed)`
  return <PageTabs label="Settings" tabs={[...TABS, { to: '/settings/notifications', name }]} />
}
