import { useQuery } from '@tanstack/react-query'
import type { BriefingKind } from '#shared/briefings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { useSettings } from '../../settings/index.ts'
import { AchievementStrip } from '../achievements/achievement-strip.tsx'
import { KIND_WORDS } from '../words/briefing-words.ts'
import { BriefingFrame, NextLine } from './briefing-frame.tsx'
import { BriefingOrState } from './briefing-or-state.tsx'

export function MorningPage() {
  return <NowPage kind="daily" />
}

export function EveningPage() {
  return <NowPage kind="evening" />
}

export function WeekPage() {
  return <NowPage kind="weekly" />
}

/** A briefing as things are now. */
function NowPage({ kind }: { readonly kind: BriefingKind }) {
  const api = useApi()
  const settings = useSettings()
  const briefing = useQuery(api.briefings.now.queryOptions({ input: { kind } }))
  return (
    <BriefingFrame name={KIND_WORDS[kind]} isPrintable={briefing.data !== undefined}>
      <BriefingOrState query={briefing} />
      {kind === 'weekly' && briefing.data && settings.data?.isAchievementsOn && <AchievementStrip />}
      <NextLine kind={kind} />
    </BriefingFrame>
  )
}
