import { PageTabs } from '../../ui/page-tabs.tsx'

const TABS = [
  { to: '/discover', name: 'Runs' },
  { to: '/discover/coverage', name: 'Coverage' },
  { to: '/discover/quality', name: 'Data quality' },
] as const

export function DiscoverTabs() {
  return <PageTabs label="Discovery" tabs={TABS} />
}
