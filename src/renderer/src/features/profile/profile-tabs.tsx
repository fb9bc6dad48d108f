import { PageTabs } from '../../ui/page-tabs.tsx'

const TABS = [
  { to: '/profile', name: 'Matching' },
  { to: '/profile/career', name: 'Career' },
] as const

export function ProfileTabs() {
  return <PageTabs label="Profile" tabs={TABS} />
}
