import { ActionIcon, Switch, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconInbox, IconTrash } from '@tabler/icons-react'
import type { Employer } from '#shared/employers.ts'
import { formatAgo, formatQuantity, regionName } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { useNow } from '../../ui/use-now.ts'
import { KIND_NAMES, STATE_WORDS } from './employer-words.ts'
import classes from './employers-page.module.css'

export function EmployerList(props: {
  readonly employers: readonly Employer[]
  readonly onSetOn: (employer: Employer, isOn: boolean) => void
  readonly onRemove: (employer: Employer) => void
}) {
  const now = useNow(60_000)
  return (
    <Card>
      {props.employers.map((employer) => (
        <div key={`${employer.kind} ${employer.slug}`} className={classes.row}>
          <div className={classes.words}>
            <span className={classes.name}>{employer.name}</span>
            <span className={classes.note}>{noteOf(employer, now)}</span>
            {employer.message !== null && (employer.state === 'moved' || employer.state === 'failing') && (
              <span className={classes.message}>{employer.message}</span>
            )}
          </div>
          <State employer={employer} />
          {employer.url !== '' && (
            <span className={classes.site}>
              <OutsideLink href={employer.url}>Site</OutsideLink>
            </span>
          )}
          <span className={classes.bin}>
            {employer.origin === 'user' && (
              <Tooltip label="Take off the list">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  aria-label={`Take ${employer.name} off the list`}
                  onClick={() => props.onRemove(employer)}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              </Tooltip>
            )}
          </span>
          <Switch
            aria-label={`Watch ${employer.name}`}
            checked={employer.isOn}
            onChange={(event) => props.onSetOn(employer, event.currentTarget.checked)}
          />
        </div>
      ))}
    </Card>
  )
}

function State({ employer }: { readonly employer: Employer }) {
  const said = STATE_WORDS[employer.state]
  if (said === null || !employer.isOn) return null
  return (
    <ToneBadge tone={said.tone} icon={employer.state === 'empty' ? IconInbox : IconAlertTriangle}>
      {said.word}
    </ToneBadge>
  )
}

function noteOf(employer: Employer, now: number): string {
  const { countryCode, postings, checkedAt } = employer
  return [
    KIND_NAMES[employer.kind],
    countryCode === null ? '' : regionName(countryCode),
    postings === null || postings === 0 ? '' : formatQuantity(postings, ['opening', 'openings']),
    checkedAt === null ? '' : `read ${formatAgo(checkedAt, now)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
