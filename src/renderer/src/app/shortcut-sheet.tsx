import { Modal } from '@mantine/core'
import { useCommandList } from '../ui/commands.tsx'
import { Keys } from '../ui/keys.tsx'
import classes from './shortcut-sheet.module.css'

/** The keys that work right now, by group. */
export function ShortcutSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Keyboard shortcuts"
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SheetBody />
    </Modal>
  )
}

function SheetBody() {
  const { commands } = useCommandList()
  const groups = Map.groupBy(
    commands.filter((command) => command.keys !== undefined),
    (command) => command.group,
  )
  return (
    <div className={classes.groups}>
      {[...groups].map(([group, items]) => (
        <section key={group} className={classes.group}>
          <h3 className={classes.name}>{group}</h3>
          <dl className={classes.list}>
            {items.map((command) => (
              <div key={command.id} className={classes.item}>
                <dt>{command.label}</dt>
                <dd>{command.keys !== undefined && <Keys keys={command.keys} />}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
