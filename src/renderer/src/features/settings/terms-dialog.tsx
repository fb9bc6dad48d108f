import { Button, Modal } from '@mantine/core'
import type { Source } from '#shared/discovery.ts'
import { OutsideLink } from '../../ui/outside-link.tsx'
import classes from './terms-dialog.module.css'

/** Says plainly what a source's owner thinks of programs, before it is switched on for the first time. */
export function TermsDialog(props: {
  readonly source: Source
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAccept: () => void
}) {
  const { source } = props
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={`Before you switch ${source.name} on`} centered>
      <p className={classes.terms}>{source.terms}</p>
      <p className={classes.terms}>
        Whether you use it is your decision. <OutsideLink href={source.homepage}>Open the site</OutsideLink>
      </p>
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={props.onClose}>
          Leave it off
        </Button>
        <Button size="xs" onClick={props.onAccept}>
          I have read this, switch it on
        </Button>
      </div>
    </Modal>
  )
}
