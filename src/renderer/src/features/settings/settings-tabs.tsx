import { PageTabs } from '../../ui/page-tabs.tsx'

const TABS = [
  { to: '/settings', name: 'General' },
  { to: '/settings/sources', name: 'Sources' },
  { to: '/settings/schedule', name: 'Schedule' },
  { to: '/settings/keys', name: 'Keys' },
  { to: '/settings/sponsors', name: 'Sponsors' },
] as const

export function SettingsTabs() {
  return <PageTabs label="Settings" tabs={TABS} />
}
