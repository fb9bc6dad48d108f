import { PageTabs } from '../../ui/page-tabs.tsx'

const TABS = [
  { to: '/for-you', name: 'Jobs' },
  { to: '/for-you/skills', name: 'Skills to learn' },
  { to: '/for-you/experiments', name: 'Experiments' },
] as const

export function ForYouTabs() {
  return <PageTabs label="For you" tabs={TABS} />
}
