import {
  IconBookmark,
  IconCircleCheck,
  IconCircleX,
  IconDoorExit,
  IconGhost2,
  IconMessages,
  IconSend,
  IconThumbDown,
  IconTrophy,
  type Icon,
} from '@tabler/icons-react'
import type { MoveKind, Stage } from '#shared/stages.ts'
import type { Tone } from '../../../ui/tone-badge.tsx'

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  saved: 'Saved',
  applied: 'Applied',
  interviewing: 'Interviewing',
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  ghosted: 'Ghosted',
}

/** What a stage means, where its name alone leaves room. */
export const STAGE_SENTENCES: Readonly<Record<Stage, string>> = {
  saved: 'Kept to apply for',
  applied: 'Sent, waiting for an answer',
  interviewing: 'Talks are going on',
  offered: 'They have made an offer',
  accepted: 'You took the offer',
  declined: 'You turned the offer down',
  rejected: 'They said no',
  withdrawn: 'You took it back',
  ghosted: 'They never answered',
}

export const STAGE_LOOKS: Readonly<Record<Stage, { readonly tone: Tone; readonly icon: Icon }>> = {
  saved: { tone: 'plain', icon: IconBookmark },
  applied: { tone: 'accent', icon: IconSend },
  interviewing: { tone: 'accent', icon: IconMessages },
  offered: { tone: 'good', icon: IconTrophy },
  accepted: { tone: 'good', icon: IconCircleCheck },
  declined: { tone: 'plain', icon: IconThumbDown },
  rejected: { tone: 'bad', icon: IconCircleX },
  withdrawn: { tone: 'plain', icon: IconDoorExit },
  ghosted: { tone: 'warn', icon: IconGhost2 },
}

/** What kind of move it is, where a list of moves tells it. */
export const MOVE_WORDS: Readonly<Record<MoveKind, string | null>> = {
  forward: null,
  skip: 'leaves a stage out',
  close: 'closes it',
  back: 'goes back',
  reopen: 'opens it again',
}
