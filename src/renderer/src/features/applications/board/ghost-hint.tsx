import { Button } from '@mantine/core'
import { IconGhost2 } from '@tabler/icons-react'
import type { ApplicationCard } from '#shared/applications.ts'
import type { CardActs } from './card-acts.ts'
import classes from './ghost-hint.module.css'

/** Nobody has answered for long: what to do about it. */
export function GhostHint({ card, acts }: { readonly card: ApplicationCard; readonly acts: CardActs }) {
  const button = { size: 'compact-xs', variant: 'subtle', tabIndex: -1 } as const
  return (
    <div className={classes.hint}>
      <span className={classes.words}>
        <IconGhost2 size={13} stroke={1.9} aria-hidden="true" /> No word for long
      </span>
      <span className={classes.acts}>
        <Button {...button} color="gray" onClick={() => acts.ghosted(card.id)}>
          <span className="cc-unseen">Mark as </span>Ghosted
        </Button>
        <Button {...button} color="gray" onClick={() => acts.remind(card.id)}>
          Remind<span className="cc-unseen"> me in three days to ask</span>
        </Button>
        <Button {...button} color="gray" onClick={() => acts.notYet(card.id)}>
          Not yet
        </Button>
      </span>
    </div>
  )
}
