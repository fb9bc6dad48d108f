import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import classes from './filter-button.module.css'

type ButtonProps = UnstyledButtonProps & Omit<ComponentPropsWithRef<'button'>, 'style' | 'className'>

/** Opens one filter; shows its name and, when it is on, what it is set to. */
export function FilterButton({
  label,
  state,
  ...rest
}: ButtonProps & { readonly label: string; readonly state: string | null }) {
  return (
    <UnstyledButton {...rest} className={classes.button ?? ''} data-on={state === null ? undefined : true}>
      <span>{label}</span>
      {state !== null && <span className={classes.value}>{state}</span>}
      <IconChevronDown size={13} stroke={2} aria-hidden="true" />
    </UnstyledButton>
  )
}
