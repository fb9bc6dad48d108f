import { ActionIcon, Menu } from '@mantine/core'
import { IconBraces, IconCalendarDown, IconDots, IconFileImport, IconTableExport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ApplicationFilter } from '#shared/applications.ts'
import { useExports } from './use-exports.ts'

/** The ways in and out of the applications screen. `filter` is what the screen shows; null: all of them. */
export function TransferMenu({ filter }: { readonly filter: ApplicationFilter | null }) {
  const exports = useExports()
  const only = filter ?? undefined
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="Import and export">
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileImport size={15} stroke={1.7} aria-hidden="true" />}
          renderRoot={(root) => <Link to="/applications/import" {...root} />}
        >
          Import applications…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{filter === null ? 'Export all applications' : 'Export what the filters show'}</Menu.Label>
        <Menu.Item
          leftSection={<IconTableExport size={15} stroke={1.7} aria-hidden="true" />}
          onClick={() => exports.applications('csv', only)}
        >
          As a table (CSV)
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBraces size={15} stroke={1.7} aria-hidden="true" />}
          onClick={() => exports.applications('json', only)}
        >
          With everything in them (JSON)
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Interviews, deadlines, follow-ups</Menu.Label>
        <Menu.Item
          leftSection={<IconCalendarDown size={15} stroke={1.7} aria-hidden="true" />}
          onClick={exports.calendar}
        >
          As a calendar (.ics)
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
