import { Button } from '@mantine/core'
import { useEffect, type ReactNode, type RefObject } from 'react'
import classes from './part-form.module.css'

export interface FormFrame {
  readonly ref: RefObject<HTMLFormElement | null>
  readonly isSaving: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

/** Fields of one part, with the ways out. The first field has the focus when it opens. */
export function PartForm(props: {
  readonly label: string
  readonly frame: FormFrame
  readonly saveWord?: string
  readonly children: ReactNode
}) {
  const { ref, isSaving, onSubmit, onCancel } = props.frame
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')?.focus()
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [ref])
  return (
    <form
      ref={ref}
      className={classes.form}
      aria-label={props.label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {props.children}
      <div className={classes.ways}>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="xs" type="submit" loading={isSaving}>
          {props.saveWord ?? 'Save'}
        </Button>
      </div>
    </form>
  )
}

/** Fields beside each other as far as there is room. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>
}
