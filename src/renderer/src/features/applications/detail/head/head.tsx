import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowUpRight, IconBriefcase, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode } from 'react'
import type { ApplicationChange, ApplicationDetail } from '#shared/applications.ts'
import type { Goal } from '../../actions/move-menu.tsx'
import type { NamedSpot } from '../../words/columns.ts'
import { formatAge } from '../../../../ui/format.ts'
import { TailorLinks } from '../../../documents/index.ts'
import { safeHref } from '../../../../ui/outside-link.tsx'
import { STAGE_SENTENCES } from '../../words/stage-words.ts'
import { StageBadge } from '../../words/stage-badge.tsx'
import { FormRoom, type Panel } from '../part-section.tsx'
import { dateWords, type Here } from '../time/when-words.ts'
import { payWishWords } from '../timeline/timeline-sentences.ts'
import { useIsReadOnly } from '../read-only.tsx'
import classes from './head.module.css'
import { MoveMenu } from './move-menu.tsx'

const DetailsForm = lazy(async () => ({ default: (await import('./details-form.tsx')).DetailsForm }))

/** What it is about, where it stands, and the ways on. */
export function Head(props: {
  readonly application: ApplicationDetail
  readonly here: Here
  readonly panel: Panel
  readonly isMoving: boolean
  readonly onMenu: (isOpen: boolean) => void
  readonly goals: readonly Goal[]
  readonly onMove: (to: NamedSpot) => void
  readonly onUpdate: (change: ApplicationChange) => Promise<boolean>
  readonly onRemove: () => void
}) {
  const { application, here, panel } = props
  const { title, company, place, stage, stageSince, appliedAt, expectedPay } = application
  const isReadOnly = useIsReadOnly()
  return (
    <header className={classes.head}>
      <p className={classes.company}>{[company, place].filter((part) => part !== '').join(' · ')}</p>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.stage}>
        <StageBadge stage={stage} />
        <span className={classes.since}>
          {STAGE_SENTENCES[stage]}, {sinceWords(stageSince, here)}
        </span>
      </div>
      <div className={classes.actions}>
        {!isReadOnly && (
          <MoveMenu goals={props.goals} isOpen={props.isMoving} onToggle={props.onMenu} onMove={props.onMove} />
        )}
        <PostingWays application={application} />
        {!isReadOnly && <Changes onEdit={panel.add} onRemove={props.onRemove} />}
      </div>
      {!isReadOnly && application.jobId !== null && <TailorLinks jobId={application.jobId} />}
      {panel.open === 'new' ? (
        <FormRoom>
          <DetailsForm application={application} here={here} onSave={props.onUpdate} onClose={panel.close} />
        </FormRoom>
      ) : (
        <dl className={classes.facts}>
          <Fact name="Applied on">{appliedAt === null ? null : dateWords(appliedAt, here)}</Fact>
          <Fact name="Expected pay">{expectedPay && payWishWords(expectedPay)}</Fact>
          {application.match !== null && <Fact name="Match">{Math.round(application.match)} of 100</Fact>}
        </dl>
      )}
    </header>
  )
}

function Changes(props: { readonly onEdit: () => void; readonly onRemove: () => void }) {
  return (
    <>
      <Button
        id="details-add"
        size="xs"
        variant="default"
        leftSection={<IconPencil size={14} aria-hidden="true" />}
        onClick={props.onEdit}
      >
        Edit details
      </Button>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label="More for this application">
            <IconDots size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={14} aria-hidden="true" />} onClick={props.onRemove}>
            Remove the application
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function PostingWays({ application }: { readonly application: ApplicationDetail }) {
  const { jobId, url } = application
  const href = url === null ? null : safeHref(url)
  return (
    <>
      {jobId !== null && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBriefcase size={14} aria-hidden="true" />}
          renderRoot={(root) => <Link to="/jobs" search={{ openings: 'all', job: jobId }} {...root} />}
        >
          The job
        </Button>
      )}
      {href !== null && (
        <Button
          component="a"
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          size="xs"
          variant="default"
          rightSection={<IconArrowUpRight size={14} aria-hidden="true" />}
        >
          Open posting
        </Button>
      )}
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? <span className={classes.silent}>Not said</span>}</dd>
    </div>
  )
}

function sinceWords(since: number, here: Here): string {
  const age = formatAge(since, here.now)
  return age === 'now' ? 'since just now' : `for ${age}, since ${dateWords(since, here)}`
}
