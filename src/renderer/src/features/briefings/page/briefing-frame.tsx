import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useApi } from '../../../bridge/api.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageTabs } from '../../../ui/page-tabs.tsx'
import { useSettings } from '../../settings/index.ts'
import classes from './briefing-page.module.css'

const TABS = [
  { to: '/briefing/morning', name: 'Morning' },
  { to: '/briefing/evening', name: 'Evening' },
  { to: '/briefing/week', name: 'Week' },
  { to: '/briefing/past', name: 'Earlier ones' },
] as const

/** The head of every screen of briefings. */
export function BriefingFrame(props: {
  readonly name: string
  readonly isPrintable?: boolean
  readonly children: ReactNode
}) {
  const settings = useSettings()
  const tabs = settings.data?.isAchievementsOn
    ? [...TABS, { to: '/briefing/achievements', name: 'Achievements' } as const]
    : TABS
  return (
    <Page
      title="Today"
      actions={
        props.isPrintable && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPrinter size={14} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            Print
          </Button>
        )
      }
    >
      <title>{`${props.name} · Career Copilot`}</title>
      <div className={classes.tabs}>
        <PageTabs label="Briefings" tabs={tabs} />
      </div>
      {props.children}
    </Page>
  )
}

/** When it comes by itself, and the way to where that is chosen. */
export function NextLine({ kind }: { readonly kind: 'daily' | 'evening' | 'weekly' }) {
  const api = useApi()
  const { data } = useQuery(api.briefings.next.queryOptions())
  const next = data?.next[kind]
  return (
    <p className={classes.next}>
      {typeof next === 'number' &&
        `It comes by itself on ${new Intl.DateTimeFormat(undefined, {
          weekday: 'long',
          hour: '2-digit',
          minute: '2-digit',
          timeZone: data?.zone ?? 'UTC',
        }).format(next)}. `}
      {next === null && 'It does not come by itself: it is switched off. '}
      <Link to="/settings/notifications">How this reaches me</Link>
    </p>
  )
}
