import type { Stage } from '#shared/stages.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import { STAGE_LOOKS, STAGE_SENTENCES, STAGE_WORDS } from './stage-words.ts'

/** Where an application stands, as icon and word. */
export function StageBadge({ stage }: { readonly stage: Stage }) {
  const { tone, icon } = STAGE_LOOKS[stage]
  return (
    <ToneBadge tone={tone} icon={icon} title={STAGE_SENTENCES[stage]}>
      {STAGE_WORDS[stage]}
    </ToneBadge>
  )
}
