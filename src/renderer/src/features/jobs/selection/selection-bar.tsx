import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconColumns3, IconEye, IconEyeOff, IconStar, IconX } from '@tabler/icons-react'
import { HIDE_REASONS, MARKED_AT_ONCE_MAX } from '#shared/jobs.ts'
import { formatCount } from '../../../ui/format.ts'
import { Keys } from '../../../ui/keys.tsx'
import { HIDE_REASON_WORDS } from '../facts/words.ts'
import { COMPARED_MAX, hidingOf, isComparable, savingOf } from './bulk.ts'
import classes from './selection-bar.module.css'
import type { Bulk } from './use-bulk.ts'
import type { Selection } from './use-selection.ts'

/** What can be done with the picked jobs, in the place of the line about the result. */
export function SelectionBar(props: { readonly bulk: Bulk; readonly selection: Selection; readonly total: number }) {
  const { bulk, selection, total } = props
  const { picked } = bulk
  const reachable = Math.min(total, MARKED_AT_ONCE_MAX)
  return (
    <fieldset className={classes.bar} aria-label="Selected jobs">
      <Tooltip label="Select none (Esc)">
        <ActionIcon variant="subtle" color="gray" size={26} aria-label="Select none" onClick={selection.clear}>
          <IconX size={15} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <span className={classes.count}>{formatCount(picked.length)} selected</span>
      {picked.length < reachable && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={selection.pickAll}>
          {reachable < total ? `Select the first ${formatCount(reachable)}` : `Select all ${formatCount(total)}`}
        </Button>
      )}
      <span className={classes.acts}>
        {isComparable(picked.length) && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconColumns3 size={14} aria-hidden="true" />}
            onClick={bulk.compare}
          >
            Compare
          </Button>
        )}
        {picked.length > COMPARED_MAX && <span className={classes.note}>Compare up to {COMPARED_MAX}</span>}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconStar size={14} aria-hidden="true" />}
          onClick={bulk.save}
        >
          {savingOf(picked).word}
        </Button>
        <HideMany bulk={bulk} />
      </span>
    </fieldset>
  )
}

function HideMany({ bulk }: { readonly bulk: Bulk }) {
  const { word, change } = hidingOf(bulk.picked)
  if (change.isHidden === false) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconEye size={14} aria-hidden="true" />}
        onClick={() => bulk.hide(null)}
      >
        {word}
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconEyeOff size={14} aria-hidden="true" />}>
          {word}…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Why? It helps you later.</Menu.Label>
        {HIDE_REASONS.map((reason) => (
          <Menu.Item key={reason} onClick={() => bulk.hide(reason)}>
            {HIDE_REASON_WORDS[reason]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item rightSection={<Keys keys="h" />} onClick={() => bulk.hide(null)}>
          Just hide them
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
