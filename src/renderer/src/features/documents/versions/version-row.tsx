import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { VersionHead } from '#shared/documents.ts'
import { formatDateTime } from '../../../ui/format.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import { ORIGIN_WORDS } from '../words.ts'
import classes from './versions.module.css'

/** One version: its name, when and by whom it was kept, where it went. */
export function VersionRow(props: {
  readonly version: VersionHead
  readonly isLocked: boolean
  readonly onCompare: () => void
  readonly onRestore: () => void
}) {
  const { version, isLocked } = props
  const { number, name, origin, createdAt, sentTo } = version
  return (
    <li className={classes.row}>
      <div className={classes.about}>
        <p className={classes.name}>
          {number}. {name}
        </p>
        <p className={classes.line}>
          <ToneBadge tone={origin === 'sent' ? 'accent' : 'plain'}>{ORIGIN_WORDS[origin]}</ToneBadge>{' '}
          {formatDateTime(createdAt)}
        </p>
        {sentTo.map((sent) => (
          <p key={`${sent.applicationId} ${sent.fileName}`} className={classes.line}>
            Went to{' '}
            <Link to="/applications/$id" params={{ id: String(sent.applicationId) }}>
              {sent.title} at {sent.company}
            </Link>{' '}
            as {sent.fileName}
          </p>
        ))}
      </div>
      <div className={classes.ways}>
        <Button size="compact-xs" variant="default" aria-label={`Compare ${name} with now`} onClick={props.onCompare}>
          Compare
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Restore ${name}`}
          disabled={isLocked}
          title={isLocked ? 'The document is locked. Unlock it first.' : undefined}
          onClick={props.onRestore}
        >
          Restore
        </Button>
      </div>
    </li>
  )
}
