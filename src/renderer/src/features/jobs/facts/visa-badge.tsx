import { IconCircleCheck, IconCircleDashed, IconCircleX, type Icon } from '@tabler/icons-react'
import type { VisaStatus } from '#shared/facts.ts'
import { ToneBadge, type Tone } from '../../../ui/tone-badge.tsx'
import { VISA_SENTENCES, VISA_WORDS } from './words.ts'

type Stated = Exclude<VisaStatus, 'unstated'>

export const VISA_LOOKS: Readonly<Record<Stated, { readonly tone: Tone; readonly icon: Icon }>> = {
  offers: { tone: 'good', icon: IconCircleCheck },
  conditional: { tone: 'warn', icon: IconCircleDashed },
  refuses: { tone: 'bad', icon: IconCircleX },
}

/** What a posting says about a visa, as icon and word; nothing when it says nothing. */
export function VisaBadge({ status }: { readonly status: VisaStatus }) {
  if (status === 'unstated') return null
  const { tone, icon } = VISA_LOOKS[status]
  return (
    <ToneBadge tone={tone} icon={icon} title={VISA_SENTENCES[status]}>
      <span aria-hidden="true">{VISA_WORDS[status]}</span>
      <span className="cc-unseen">{VISA_SENTENCES[status]}</span>
    </ToneBadge>
  )
}
