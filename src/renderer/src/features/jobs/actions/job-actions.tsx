import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowUpRight, IconCopy, IconEye, IconEyeOff, IconStar, IconStarFilled } from '@tabler/icons-react'
import { HIDE_REASONS, type JobDetail } from '#shared/jobs.ts'
import { copyText } from '../../../ui/copy-text.ts'
import { Keys } from '../../../ui/keys.tsx'
import { notify, notifyProblem } from '../../../ui/notify.tsx'
import { safeHref } from '../../../ui/outside-link.tsx'
import { HIDE_REASON_WORDS } from '../facts/words.ts'
import { jobAsText } from './job-text.ts'
import type { HideReason } from './use-job-marks.ts'

/** Where the posting itself is: the first source that published it. */
export function postingHref(job: Pick<JobDetail, 'postings'>): string | null {
  const withAddress = job.postings.filter((posting) => posting.url !== '')
  const best = withAddress.find((posting) => posting.closedAt === null) ?? withAddress[0]
  return best ? safeHref(best.url) : null
}

export function openOutside(href: string): void {
  window.open(href, '_blank', 'noopener,noreferrer')
}

export async function copyJob(job: JobDetail): Promise<void> {
  if (await copyText(jobAsText(job))) notify('Copied as text')
  else notifyProblem({ title: 'Not copied', message: 'The clipboard is not available here.' })
}

export function JobActions(props: {
  readonly job: JobDetail
  readonly onSave: () => void
  readonly onHide: (reason: HideReason | null) => void
}) {
  const { job } = props
  const href = postingHref(job)
  return (
    <>
      {href !== null && (
        <Button
          component="a"
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          size="xs"
          rightSection={<IconArrowUpRight size={14} aria-hidden="true" />}
        >
          Open posting
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        aria-pressed={job.isSaved}
        leftSection={
          job.isSaved ? <IconStarFilled size={14} aria-hidden="true" /> : <IconStar size={14} aria-hidden="true" />
        }
        onClick={props.onSave}
      >
        {job.isSaved ? 'Saved' : 'Save'}
      </Button>
      <HideMenu job={job} onHide={props.onHide} />
      <Tooltip label={<WithKeys word="Copy as text" keys="c" />}>
        <ActionIcon variant="default" size={30} aria-label="Copy as text" onClick={() => void copyJob(job)}>
          <IconCopy size={15} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

function HideMenu({ job, onHide }: { readonly job: JobDetail; readonly onHide: (reason: HideReason | null) => void }) {
  if (job.isHidden) {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconEye size={14} aria-hidden="true" />}
        onClick={() => onHide(null)}
      >
        Show again
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconEyeOff size={14} aria-hidden="true" />}>
          Hide
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Why? It helps you later.</Menu.Label>
        {HIDE_REASONS.map((reason) => (
          <Menu.Item key={reason} onClick={() => onHide(reason)}>
            {HIDE_REASON_WORDS[reason]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item rightSection={<Keys keys="h" />} onClick={() => onHide(null)}>
          Just hide it
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function WithKeys({ word, keys }: { readonly word: string; readonly keys: string }) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
      {word} <Keys keys={keys} />
    </span>
  )
}
